import type { TrailRow } from '../../../shared/contract/history';
import type { Subject } from '../../../shared/register/entry';
import { wordsOfKind } from '../../../shared/register/kind-words';
import { Chip } from '../../components/chip';
import type { Column } from '../../components/list-table';

/** What entries are about, as the choice of them names it. */
export const subjectNames: Readonly<Record<Subject, string>> = {
  office: 'The office',
  term: 'Terms',
  student: 'Students',
  course: 'Courses',
  enrolment: 'Places on rosters',
  group: 'Groups',
  batch: 'Batches of mail',
  case: 'Forms',
  letter: 'Letters',
  policy: 'Policies',
  petition: 'Petitions and appeals',
  person: 'People',
  template: 'Words of letters',
  transmittal: 'Business Office batches',
};

/** Whether an entry is the first that does not hold, or comes after it and is borne out by nothing; undefined where it stands. */
export function standingOf({ seq }: Pick<TrailRow, 'seq'>, brokenAt: number | null): 'broken' | 'unproven' | undefined {
  if (brokenAt === null || seq < brokenAt) return undefined;
  return seq === brokenAt ? 'broken' : 'unproven';
}

/** The columns of the history, with the people by their names and the moments by the office's clock. */
export function historyColumns(
  moment: (at: string) => string,
  nameOf: (account: string) => string,
  brokenAt: number | null,
): readonly Column<TrailRow>[] {
  return [
    { id: 'seq', heading: 'Entry', numeric: true, cell: (row) => row.seq.toLocaleString('en-US') },
    { id: 'at', heading: 'When', cell: (row) => <span className="no-wrap">{moment(row.at)}</span> },
    { id: 'person', heading: 'By', cell: (row) => nameOf(row.person) },
    {
      id: 'what',
      heading: 'What happened',
      cell: (row) => (
        <>
          {row.undone ? <s>{wordsOfKind(row.kind).what}</s> : wordsOfKind(row.kind).what}{' '}
          <Marks row={row} brokenAt={brokenAt} />
        </>
      ),
    },
    { id: 'about', heading: 'About', cell: (row) => <strong>{row.label}</strong> },
  ];
}

/** What is to be known of an entry beside what happened: it was undone, its content removed, or it does not hold. */
export function Marks({ row, brokenAt }: { readonly row: TrailRow; readonly brokenAt: number | null }) {
  const standing = standingOf(row, brokenAt);
  return (
    <>
      {standing === 'broken' && <Chip tone="bad">Does not hold</Chip>}
      {standing === 'unproven' && <Chip tone="wait">Unproven</Chip>}
      {row.undone && <Chip tone="quiet">Undone</Chip>}
      {row.removed && standing !== 'broken' && <Chip tone="quiet">Content removed</Chip>}
    </>
  );
}
