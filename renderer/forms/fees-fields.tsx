import { assessed, collected, type Enrolment } from '../../shared/register/enrolment';
import { formatDay } from '../../shared/day';
import { formatCents } from '../../shared/money';
import type { Course } from '../../shared/register/course';
import type { Student } from '../../shared/register/student';
import type { DayContext } from '../../shared/typed/day';
import { ChoiceField } from '../components/choice-field';
import { DateEntry } from '../components/date-entry';
import { MoneyField } from '../components/money-field';
import { TextField } from '../components/text-field';
import type { Lines } from './entry-reading';
import type { EnrolmentTexts } from './entry-texts';

/** What was paid for the course, as the register has it: worked out, so not a field and not in the way of Tab. */
export function FeesPaid({ enrolment }: { readonly enrolment: Enrolment | null }) {
  if (enrolment === null) return <FeesLine words="—" detail="Known once student and course are chosen." />;
  const paid = collected(enrolment);
  const due = assessed(enrolment) - paid;
  const last = enrolment.payments
    .map((p) => p.on)
    .sort()
    .at(-1);
  const other = enrolment.payments.find((p) => p.payer.kind === 'other')?.payer;
  const detail = [
    due > 0 ? `of ${formatCents(assessed(enrolment))}; ${formatCents(due)} still due` : 'paid in full',
    last === undefined ? '' : formatDay(last, 'en'),
    other?.kind === 'other' ? `by ${other.name}` : '',
    enrolment.deposit > 0 ? `${formatCents(enrolment.deposit)} not returnable` : '',
  ];
  return <FeesLine words={formatCents(paid)} detail={detail.filter((part) => part !== '').join(' · ')} />;
}

function FeesLine({ words, detail }: { readonly words: string; readonly detail: string }) {
  return (
    <div className="field">
      <span className="field-label">Fees paid</span>
      <p className="field-read">
        <strong>{words}</strong> <span className="quiet-text">{detail}</span>
      </p>
    </div>
  );
}

type EnrolFieldsProps = {
  readonly student: Student;
  readonly course: Course;
  readonly texts: EnrolmentTexts;
  readonly onTexts: (texts: EnrolmentTexts) => void;
  readonly context: DayContext;
  readonly problems: Lines;
};

const payers = [
  { value: 'student', words: 'The student' },
  { value: 'other', words: 'Somebody else' },
] as const;

/** The enrolment that the register does not have yet, recorded together with the form. */
export function EnrolFields({ student, course, texts, onTexts, context, problems }: EnrolFieldsProps) {
  const put = (part: Partial<EnrolmentTexts>) => onTexts({ ...texts, ...part });
  return (
    <div className="field-group" role="group" aria-label="Not enrolled yet">
      <p className="field-group-words">
        <strong>
          {student.firstName} {student.lastName} is not on the roster of {course.code}.
        </strong>{' '}
        Check the course; or type what was charged and paid, and the enrolment is saved with this form.
      </p>
      <MoneyField
        label="Fee"
        name="fee"
        text={texts.fee}
        onText={(fee) => put({ fee })}
        problem={problems['fee']}
        hint={
          texts.fee === '' && course.fee > 0 ? `Empty means the course’s fee, ${formatCents(course.fee)}.` : undefined
        }
      />
      <MoneyField
        label="P&aid"
        name="paid"
        text={texts.paid}
        onText={(paid) => put({ paid })}
        problem={problems['paid']}
        hint={texts.paid === '' ? 'Empty means nothing was paid.' : undefined}
      />
      {texts.paid.trim() !== '' && (
        <>
          <DateEntry
            label="Paid on"
            name="paidOn"
            text={texts.paidOn}
            onText={(paidOn) => put({ paidOn })}
            context={context}
            problem={problems['paidOn']}
          />
          <ChoiceField
            label="Paid by"
            name="payer"
            choices={payers}
            value={texts.payer}
            onChoose={(payer) => put({ payer: payer ?? 'student' })}
            optional={false}
          />
          {texts.payer === 'other' && (
            <TextField
              label="Payer’s name"
              name="payerName"
              text={texts.payerName}
              onText={(payerName) => put({ payerName })}
              problem={problems['payerName']}
              maxLength={80}
            />
          )}
        </>
      )}
    </div>
  );
}
