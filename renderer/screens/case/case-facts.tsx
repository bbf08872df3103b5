import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '../../../shared/contract/cases';
import { hasForm } from './case-form';
import { formatDay, formatMoment } from '../../../shared/day';
import { formatCents } from '../../../shared/money';
import type { Office } from '../../../shared/register/office';
import { assessed, collected } from '../../../shared/register/enrolment';
import { isMailable } from '../../../shared/register/fields';
import { Panel } from '../../components/panel';
import { chosenCourseWords, courseWords } from '../../forms/course-lookup';
import { unenrolledWords } from '../../forms/unenrol-fields';
import { useToday } from '../../today';
import { addressWords } from '../../forms/student-lookup';
import { channelWords, choiceWords, noticeWords, trackWords } from '../../forms/words';
import { to } from '../../routes';

/** What the case stands on: student, course, the form's dates and the fees, each with the way to its own page. */
export function CaseFacts({ view, office }: { readonly view: CaseView; readonly office: Office }) {
  const { form, student, course, enrolment, row } = view;
  const today = useToday();
  const reason = form.reason === null ? undefined : office.reasons[form.reason - 1];
  return (
    <Panel title="Form as received">
      <dl className="pairs">
        <Pair name="Student">
          {student === null ? (
            'Not known yet'
          ) : (
            <Link href={to.student(student.id)}>{`${student.lastName}, ${student.firstName}`}</Link>
          )}
          {student !== null && <span className="quiet-text"> · {student.number}</span>}
          {student !== null && (
            <div className="quiet-text">
              {isMailable(student.address) ? addressWords(student.address) : 'No mailing address: a letter needs one.'}
            </div>
          )}
        </Pair>
        <Pair name="Course">
          {course === null ? (
            'Not known yet'
          ) : (
            <Link href={to.course(course.id)}>{`${course.code} ${course.title}`}</Link>
          )}
          {course !== null && (
            <div className="quiet-text">
              {today === null ? courseWords(course) : chosenCourseWords(course, today.day)}
            </div>
          )}
          {course?.cancelledOn != null && <div>Cancelled on {formatDay(course.cancelledOn, 'en')}</div>}
        </Pair>
        <Pair name="What came">
          {hasForm(view) ? noticeWords[form.kind] : 'No form: the class was cancelled'}
          {form.channel !== null && `, ${channelWords[form.channel].toLowerCase()}`}
        </Pair>
        {form.channel === 'mail' && (
          <Pair name="Postmark">
            {form.postmarkIllegible
              ? 'Illegible'
              : form.postmarked === null
                ? 'None'
                : formatDay(form.postmarked, 'en')}
          </Pair>
        )}
        {hasForm(view) && (
          <Pair name="Received">
            {form.received === null
              ? '—'
              : formatMoment(form.receivedAt === null ? form.received : `${form.received}T${form.receivedAt}`, 'en')}
          </Pair>
        )}
        {form.written !== null && <Pair name="Date on it">{formatDay(form.written, 'en')}</Pair>}
        {row.effective !== null && <Pair name="Effective">{<strong>{formatMoment(row.effective, 'en')}</strong>}</Pair>}
        {enrolment !== null && (
          <Pair name="Fees paid">
            {formatCents(collected(enrolment))}{' '}
            <span className="quiet-text">of {formatCents(assessed(enrolment))}</span>
          </Pair>
        )}
        {form.federal !== null && <Pair name="Federal figure">{formatCents(form.federal)}</Pair>}
        {form.track !== null && (
          <Pair name="Track">
            {trackWords[form.track]}
            {enrolment?.track != null && enrolment.track !== form.track && (
              <div>Since moved to {trackWords[enrolment.track]}</div>
            )}
          </Pair>
        )}
        {form.choice !== null && <Pair name="Student wants">{choiceWords[form.choice]}</Pair>}
        {enrolment?.unenrolledOn != null && <Pair name="Place">{unenrolledWords(enrolment.unenrolledOn)}</Pair>}
        {reason !== undefined && <Pair name="Reason">{reason}</Pair>}
        {row.refundExpectedTo !== null && <Pair name="Refund by">{formatDay(row.refundExpectedTo, 'en')}</Pair>}
        {form.note !== '' && <Pair name="Note">{form.note}</Pair>}
      </dl>
    </Panel>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
