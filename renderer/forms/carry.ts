import { createSitting, createStore } from '../store';
import { isFieldName, type EntryState, type FieldName } from './entry-state';

const key = 'entry-pins';
const atFirst: readonly FieldName[] = ['channel', 'received'];

/** The fields that go on to the next form. Kept by this PC's window: it is a habit of its people, no fact of the register. */
export const pins = createStore<ReadonlySet<FieldName>>(readPins());

/** The form saved last in this sitting, to carry from and to copy from. */
export const previousEntry = createSitting<EntryState | null>(null);

function readPins(): ReadonlySet<FieldName> {
  const kept = localStorage.getItem(key);
  return new Set(kept === null ? atFirst : kept.split(' ').filter(isFieldName));
}

/** Pins a field, or lets it go; gives whether it is pinned now. */
export function togglePin(field: FieldName): boolean {
  const next = new Set(pins.get());
  if (!next.delete(field)) next.add(field);
  pins.set(next);
  localStorage.setItem(key, [...next].join(' '));
  return next.has(field);
}
