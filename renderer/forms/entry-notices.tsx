import { Link } from 'wouter';
import type { Output } from '../../shared/contract';
import type { CaseView } from '../../shared/contract/cases';
import type { Batch, CaseRow } from '../../shared/contract/rows';
import { formatDay } from '../../shared/day';
import { formatCents } from '../../shared/money';
import { isMailable } from '../../shared/register/fields';
import type { Student } from '../../shared/register/student';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { to } from '../routes';
import { useMoment } from '../screens/office-moment';
import { useCall } from '../wire';
import { batchInHand } from './batch';
import type { EntryPolicy } from './entry-asked';
import type { Lines } from './entry-reading';
import type { EntryState } from './entry-state';
import { addressWords } from './student-lookup';

/** The batch and the place of this form in it, with the way out of it. */
export function BatchDetail({ batch }: { readonly batch: Batch | null }) {
  const entered = useCall('batch.get', batch === null ? null : { id: batch.id });
  if (batch === null) return 'No batch';
  return (
    <>
      Batch “{batch.label}” · item {(entered.data?.rows.length ?? 0) + 1}{' '}
      <button type="button" className="link" onClick={() => batchInHand.set({ state: 'none' })}>
        End batch
      </button>
    </>
  );
}

/** Says that a half-typed form came back. */
export function RestoredNotice({ at, onStartAfresh }: { readonly at: string; readonly onStartAfresh: () => void }) {
  const moment = useMoment();
  return (
    <Notice tone="note" actions={<Button onPress={onStartAfresh}>Start afresh</Button>}>
      This form was left half typed ({moment(at)}). It is here again as you left it; it is not saved yet.
    </Notice>
  );
}

type SecondFormProps = {
  readonly others: readonly CaseRow[];
  readonly meant: boolean;
  readonly onMeant: (meant: boolean) => void;
};

/** Says before saving that the student already has a form for the course. A tick says that a second one is meant. */
export function SecondForm({ others, meant, onMeant }: SecondFormProps) {
  return (
    <Notice tone="warning">
      <strong>
        This student already has {others.length === 1 ? 'a form' : `${others.length} forms`} for this course.
      </strong>
      <ul>
        {others.map((row) => (
          <li key={row.id}>
            <Link href={to.case(row.id)} tabIndex={-1}>
              {row.number}
            </Link>{' '}
            {row.received !== null && `received ${formatDay(row.received.slice(0, 10), 'en')} · `}
            {row.state === 'held' ? 'held' : `${row.label} · ${formatCents(row.refund)}`}
          </li>
        ))}
      </ul>
      <label className="check">
        <input type="checkbox" data-field="secondForm" checked={meant} onChange={(e) => onMeant(e.target.checked)} />
        Save this as another form all the same
      </label>
    </Notice>
  );
}

/** What stands under the chosen student: address, and their other forms of the register by number. */
export function studentHint(student: Student, known: Output<'student.get'> | undefined) {
  const cases = known?.cases ?? [];
  const forms =
    cases.length === 0
      ? ''
      : ` · ${cases.length === 1 ? '1 other form' : `${cases.length} other forms`} (${cases
          .slice(0, 3)
          .map((c) => c.number)
          .join(', ')}${cases.length > 3 ? ', …' : ''})`;
  return `${addressWords(student.address)}${isMailable(student.address) ? '' : ': a letter needs one, the form does not'}${forms}`;
}

/** What the policy says where a correction puts another student or another course in place of the one that was: a caution, not a lock. */
export function correctionCautions(view: CaseView | null, state: EntryState, policy: EntryPolicy | null): Lines {
  const rules = policy?.pack.pack.features?.registration;
  if (view === null || rules === undefined) return {};
  const { studentId, courseId } = view.form;
  const lines: Record<string, string> = {};
  const other = (was: string | null, is: string | undefined): boolean => was !== null && is !== undefined && was !== is;
  const { noSubstitution, noTransfer } = rules;
  const mistake = 'Go on only where the form was entered wrongly.';
  if (other(studentId, state.student?.id) && noSubstitution !== undefined)
    lines['studentId'] = `${noSubstitution.says.en} (${noSubstitution.clause}) ${mistake}`;
  if (other(courseId, state.course?.id) && noTransfer !== undefined)
    lines['courseId'] = `${noTransfer.says.en} (${noTransfer.clause}) ${mistake}`;
  return lines;
}
