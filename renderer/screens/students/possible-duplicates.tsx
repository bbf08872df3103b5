import { Link } from 'wouter';
import type { StudentRow } from '../../../shared/contract/roster';
import { listName } from '../../../shared/register/student';
import { Notice } from '../../components/notice';
import { to } from '../../routes';

/** Says while the form is filled who may be the same person; nothing where nobody may. */
export function PossibleDuplicates({
  rows,
  seen = false,
}: {
  readonly rows: readonly StudentRow[];
  readonly seen?: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <div className="possible-duplicates">
      <Notice tone="warning">
        <strong>The register may already have this student.</strong> The number, or the name with the same ZIP or
        e-mail, is the same.{' '}
        {seen ? 'Saving once more keeps both; nothing is saved yet.' : 'Open the record instead, or save to keep both.'}
        <ul>
          {rows.map(({ student }) => (
            <li key={student.id}>
              <Link href={to.student(student.id)}>
                {listName(student)} · {student.number}
              </Link>
              {student.address.city !== '' && ` · ${student.address.city} ${student.address.postal}`}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
