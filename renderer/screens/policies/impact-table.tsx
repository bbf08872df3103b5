import type { Output } from '../../../shared/contract';
import { ListTable, type Column } from '../../components/list-table';
import { count, money } from '../wording';

/** What a draft would have changed of the past. */
export type Impact = Output<'policy.impact'>;

const columns: readonly Column<Impact['rows'][number]>[] = [
  { id: 'number', heading: 'Case', cell: (r) => r.number },
  { id: 'student', heading: 'Student', cell: (r) => r.student },
  { id: 'course', heading: 'Course', cell: (r) => r.course },
  { id: 'before', heading: 'As decided', cell: (r) => `${r.before}, ${money(r.beforeCents)}` },
  { id: 'after', heading: 'Under the draft', cell: (r) => `${r.after}, ${money(r.afterCents)}` },
  { id: 'delta', heading: 'Δ', numeric: true, cell: (r) => delta(r.afterCents - r.beforeCents) },
];

/** The past cases that would come out otherwise, with what each was and would be; nothing of them is changed. */
export function ImpactTable({
  impact,
  onOpen,
}: {
  readonly impact: Impact;
  readonly onOpen: (caseId: string) => void;
}) {
  const { cases, differing, beforeCents, afterCents, rows } = impact;
  return (
    <div className="stack">
      <p>
        {differing === 0
          ? `Of ${count(cases, 'past case')} that it would have decided, none would come out otherwise.`
          : `Of ${count(cases, 'past case')} that it would have decided, ${differing.toLocaleString('en-US')} would come out otherwise: ${money(beforeCents)} → ${money(afterCents)}, ${delta(afterCents - beforeCents)}. Nothing of them is changed.`}
      </p>
      {rows.length > 0 && (
        <ListTable
          label="Cases that would differ"
          columns={columns}
          rows={rows}
          total={differing}
          keyOf={(r) => r.caseId}
          onOpen={(r) => onOpen(r.caseId)}
        />
      )}
      {rows.length < differing && (
        <p className="quiet-text">The first {rows.length.toLocaleString('en-US')} are listed.</p>
      )}
    </div>
  );
}

function delta(cents: number): string {
  return cents === 0 ? '±$0.00' : cents > 0 ? `+${money(cents)}` : `−${money(-cents)}`;
}
