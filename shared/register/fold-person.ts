import type { Kept } from './contents';
import type { DeskPerson } from './person';

/** A person from their entries; null where they were never added. None of these is ever undone, so that nobody's rights come back that way. */
export function foldPerson(id: string, entries: readonly Kept[]): DeskPerson | null {
  let person: DeskPerson | null = null;
  for (const entry of entries) {
    if (entry.kind === 'person.added') {
      person = { ...entry.content, id, active: true, addedAt: entry.at, signedInAt: null };
    }
    if (person === null) continue;
    if (entry.kind === 'person.changed') {
      const { name, title, role, active } = entry.content;
      person = { ...person, name, title, role, active };
    }
    if (entry.kind === 'person.signedIn') person = { ...person, signedInAt: entry.at };
  }
  return person;
}
