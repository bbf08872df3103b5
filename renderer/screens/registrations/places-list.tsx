import { useLocation } from 'wouter';
import type { GroupView } from '../../../shared/contract/groups';
import type { RosterRow } from '../../../shared/contract/roster';
import type { Course } from '../../../shared/register/course';
import { residenceOf, type RegistrationRules } from '../../../shared/register/registration';
import { listName } from '../../../shared/register/student';
import { ListTable, type Column } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { ResidenceChip } from './residence-chip';

type PlacesProps = {
  readonly course: Course;
  readonly roster: readonly RosterRow[];
  readonly groups: readonly GroupView[];
  readonly rules: RegistrationRules;
};

/** Everybody who has a place in the course, with their group and what is known of where they live. Enter makes the letter of admission. */
export function PlacesList({ course, roster, groups, rules }: PlacesProps) {
  const [, go] = useLocation();
  const columns: readonly Column<RosterRow>[] = [
    { id: 'name', heading: 'Participant', cell: ({ student }) => <strong>{listName(student)}</strong> },
    {
      id: 'group',
      heading: 'Group',
      cell: ({ student }) =>
        groups.find((g) => g.group.participants.includes(student.id))?.group.name ?? 'On their own',
    },
    {
      id: 'residence',
      heading: 'Residence',
      cell: ({ student }) => <ResidenceChip residence={residenceOf(student.address, rules)} />,
    },
  ];
  return (
    <Panel title="Participants">
      {roster.length > 0 && <p className="quiet-text">Enter makes somebody’s letter of admission.</p>}
      <ListTable
        label="Participants"
        columns={columns}
        rows={roster}
        keyOf={({ enrolment }) => enrolment.id}
        onOpen={({ student }) => go(to.admission(course.id, student.id))}
        empty={<p>Nobody is enrolled yet.</p>}
      />
    </Panel>
  );
}
