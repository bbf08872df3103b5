import type { CaseResult } from '../../../shared/policy/worked';
import { ListTable, type Column } from '../../components/list-table';
import { Chip } from '../../components/chip';
import { Cite } from './cite';
import { count } from '../wording';

const columns: readonly Column<CaseResult>[] = [
  {
    id: 'state',
    heading: 'State',
    cell: (r) => <Chip tone={r.passed ? 'good' : 'bad'}>{r.passed ? 'Passes' : 'Fails'}</Chip>,
  },
  { id: 'id', heading: 'Case', cell: (r) => r.id },
  { id: 'clause', heading: 'Clause', cell: (r) => <Cite clause={r.clause} /> },
  {
    id: 'why',
    heading: 'What comes out',
    cell: (r) =>
      r.passed ? (
        <span className="quiet-text">{r.why}</span>
      ) : (
        r.differences.map((d) => (
          <span key={d.field} className="problem-line">
            {d.field}: {d.found}, not {d.expected}.{' '}
          </span>
        ))
      ),
  },
];

/** The worked cases of a policy and how they come out, those that fail first. Enter on one goes to it, where there is somewhere to go. */
export function WorkedResults({
  results,
  onOpen,
}: {
  readonly results: readonly CaseResult[];
  readonly onOpen?: (at: number) => void;
}) {
  const rows = [...results].sort((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <ListTable
      label="Worked cases"
      columns={columns}
      rows={rows}
      keyOf={(r) => r.id}
      onOpen={onOpen === undefined ? undefined : (r) => onOpen(results.indexOf(r))}
      empty={<p>No worked case yet. Add the examples of the policy, with what each should give.</p>}
    />
  );
}

/** How the worked cases come out in one sentence. */
export function sayResults(results: readonly CaseResult[] | null): string {
  if (results === null) return 'The worked cases can run once the fields are complete.';
  const failed = results.filter((r) => !r.passed).length;
  if (results.length === 0) return 'No worked case yet.';
  return failed === 0
    ? `${count(results.length, 'worked case')}: all pass.`
    : `${count(results.length, 'worked case')}: ${failed} fail${failed === 1 ? 's' : ''}.`;
}
