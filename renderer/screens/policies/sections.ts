import { packFields, type FieldShape } from './shape';

/** A part of the editor's tree: its name, and the fields of the pack that stand in it. */
export type Section = { readonly id: string; readonly title: string; readonly keys: readonly string[] };

const named: readonly Section[] = [
  { id: 'name', title: 'Name and sources', keys: ['name', 'institution', 'sources'] },
  { id: 'clauses', title: 'Clauses', keys: ['clauses'] },
  { id: 'categories', title: 'Categories', keys: ['categories', 'beginsClause', 'failingClause'] },
  { id: 'schedules', title: 'Schedules', keys: ['schedules'] },
  { id: 'notice', title: 'Notices', keys: ['notice'] },
  { id: 'readings', title: 'Readings', keys: ['readings', 'dueReading'] },
  { id: 'deadlines', title: 'Other deadlines', keys: ['deadlines', 'promise'] },
  {
    id: 'decisions',
    title: 'Petitions and appeals',
    keys: ['decisions', 'unknownDecisionClause', 'federal'],
  },
  {
    id: 'elsewhere',
    title: 'Referred and cancelled',
    keys: ['refer', 'referLabel', 'cancelled', 'cancelledUncoveredClause', 'outcomeLabels'],
  },
];

/** Fields that the register or the schema keeps, and nobody types. */
const kept: readonly string[] = ['$schema', 'id', 'version', 'effectiveFrom'];

const placed = new Set([...kept, ...named.flatMap((s) => s.keys)]);

/** The editor's parts in order; a field of the pack that none of them names stands in the last. */
export const sections: readonly Section[] = [
  ...named,
  { id: 'more', title: 'Forms, tables and screens', keys: packFields.map((f) => f.key).filter((k) => !placed.has(k)) },
];

/** The fields of a part, in its own order. */
export function fieldsOf(section: Section): readonly FieldShape[] {
  return section.keys.flatMap((key) => packFields.filter((f) => f.key === key));
}

/** In which part a place of the draft stands. */
export function sectionAt(path: readonly (string | number)[]): string {
  if (path[0] === 'cases') return 'cases';
  return sections.find((s) => s.keys.includes(String(path[1])))?.id ?? 'name';
}
