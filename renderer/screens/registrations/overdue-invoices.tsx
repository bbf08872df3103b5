import { useLocation } from 'wouter';
import type { GroupView } from '../../../shared/contract/groups';
import type { RegistrationRules } from '../../../shared/register/registration';
import { ListTable, type Column } from '../../components/list-table';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { count, money, weekdayAndDay } from '../wording';

type Line = { readonly view: GroupView; readonly invoice: GroupView['invoices'][number] };

type OverdueProps = {
  readonly groups: readonly GroupView[];
  /** The words of the sanction come from here, where one course is looked at. */
  readonly rules: RegistrationRules | null;
  /** What stands here when there is none; null for nothing at all. */
  readonly empty: string | null;
};

const columns: readonly Column<Line>[] = [
  { id: 'number', heading: 'Invoice', cell: ({ invoice }) => <strong>{invoice.invoice.number}</strong> },
  { id: 'group', heading: 'Group', cell: ({ view }) => view.group.name },
  { id: 'course', heading: 'Course', cell: ({ view }) => view.course.code },
  { id: 'due', heading: 'Was due', cell: ({ invoice }) => weekdayAndDay(invoice.dueOn) },
  { id: 'cents', heading: 'Amount', numeric: true, cell: ({ invoice }) => money(invoice.invoice.cents) },
];

/** The invoices that nobody paid by their day, with what the policy says may follow. Enter goes to the registrations of that course. */
export function OverdueInvoices({ groups, rules, empty }: OverdueProps) {
  const [, go] = useLocation();
  const lines = groups.flatMap((view) =>
    view.invoices.filter((i) => i.state === 'overdue').map((invoice): Line => ({ view, invoice })),
  );
  if (lines.length === 0 && empty === null) return null;
  return (
    <Panel title={`Unpaid past their day · ${count(lines.length, 'invoice')}`}>
      {rules?.invoices !== undefined && (
        <Notice tone="warning">
          {rules.invoices.sanction.en} ({rules.invoices.clause})
        </Notice>
      )}
      <ListTable
        label="Invoices unpaid past their day"
        columns={columns}
        rows={lines}
        keyOf={({ invoice }) => invoice.invoice.id}
        onOpen={rules === null ? ({ view }) => go(to.registrations(view.course.id)) : undefined}
        empty={<p>{empty}</p>}
      />
    </Panel>
  );
}
