import type { GroupView } from '../../../shared/contract/groups';
import type { RegistrationRules } from '../../../shared/register/registration';
import { Chip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';
import { money } from '../wording';
import { InvoiceChip } from './invoice-chip';

type GroupListProps = {
  readonly groups: readonly GroupView[];
  readonly rules: RegistrationRules;
  readonly onOpen: (view: GroupView) => void;
};

/** The groups of a course: how many take part, whether that is enough for the discount, what is invoiced and how that stands. Enter opens one. */
export function GroupList({ groups, rules, onOpen }: GroupListProps) {
  const columns: readonly Column<GroupView>[] = [
    { id: 'name', heading: 'Group', cell: ({ group }) => <strong>{group.name}</strong> },
    { id: 'code', heading: 'Code', cell: ({ group }) => group.code },
    { id: 'participants', heading: 'Participants', numeric: true, cell: ({ group }) => group.participants.length },
    {
      id: 'discount',
      heading: 'Discount',
      cell: ({ discount }) =>
        rules.groups === undefined ? null : discount ? (
          <Chip tone="good">Eligible</Chip>
        ) : (
          <Chip tone="quiet">{`Under ${rules.groups.discountFrom}`}</Chip>
        ),
    },
    {
      id: 'invoiced',
      heading: 'Invoiced',
      numeric: true,
      cell: ({ invoices }) => money(invoices.reduce((sum, i) => sum + i.invoice.cents, 0)),
    },
    {
      id: 'state',
      heading: 'Invoices',
      cell: ({ invoices }) => {
        const worst = (['overdue', 'due', 'paid-late', 'paid'] as const).find((s) =>
          invoices.some((i) => i.state === s),
        );
        return worst === undefined ? <Chip tone="quiet">None</Chip> : <InvoiceChip state={worst} />;
      },
    },
  ];
  return (
    <ListTable
      label="Groups"
      columns={columns}
      rows={groups}
      keyOf={({ group }) => group.id}
      onOpen={onOpen}
      empty={<p>No group is registered yet.</p>}
    />
  );
}
