import { useController, useWatch, type UseFormReturn } from 'react-hook-form';
import { readMeetingsLine, withoutDay, type MeetingsNote } from '../../../shared/meetings-line';
import { sessionDatesOf } from '../../../shared/policy/asked';
import type { Course } from '../../../shared/register/course';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { newestOf } from '../../../shared/policy/in-force';
import { policyChoices, usePacks } from '../../policies';
import { BoundCheck, BoundChoice, BoundDay, BoundMoney, BoundText } from '../record-form/fields';
import { count, shortDay, weekdayAndDay } from '../wording';
import { meetingsContext, type CourseContext, type CourseText } from './course-text';

type CourseFieldsProps = {
  readonly form: UseFormReturn<CourseText, unknown, Course>;
  readonly context: CourseContext;
  readonly fresh: boolean;
};

const noSessionDates = { refundableUntil: false, enrollmentDeadline: false };

/** The fields of a course, in the order of a schedule of classes. */
export function CourseFields({ form, context, fresh }: CourseFieldsProps) {
  const { control } = form;
  const [policy, arranged] = useWatch({ control, name: ['policy', 'arranged'] });
  const policies = newestOf(usePacks());
  const categories = (policies.find((p) => p.id === policy)?.pack.categories ?? []).map((c) => ({
    value: c.id,
    words: c.label.en,
  }));
  const chosen = policies.find((p) => p.id === policy)?.pack;
  const session = chosen === undefined ? noSessionDates : sessionDatesOf(chosen);
  const terms = [...context.terms]
    .sort((a, b) => (a.begins < b.begins ? 1 : -1))
    .map((t) => ({ value: t.id, words: t.name }));
  return (
    <div className="form">
      <BoundText control={control} name="code" label="Number" required autoFocus={fresh} placeholder="EXT 204-02" />
      <BoundText control={control} name="title" label="Title" required />
      {policies.length > 1 && (
        <BoundChoice
          control={control}
          name="policy"
          label="Policy"
          required
          choices={policyChoices(policies)}
          optional={false}
        />
      )}
      <BoundChoice
        control={control}
        name="category"
        label="Category"
        required
        choices={categories}
        optional={false}
        hint="Decides which rule of the policy counts"
      />
      <BoundChoice control={control} name="termId" label="Term" choices={terms} digits={false} />
      <MeetingsField form={form} context={context} />
      <BoundCheck
        control={control}
        name="arranged"
        label="Arranged"
        words="Directed, independent or conference study"
      />

      <BoundDay
        control={control}
        name="starts"
        label="First day"
        context={context.days}
        hint={arranged ? undefined : 'Only where meetings do not say it'}
      />
      <BoundDay control={control} name="ends" label="Last day" context={context.days} />
      {session.enrollmentDeadline && (
        <BoundDay
          control={control}
          name="enrollmentDeadline"
          label="Enroll by"
          context={context.days}
          hint="The last day on which one may enroll in this session"
        />
      )}
      {session.refundableUntil && (
        <BoundDay
          control={control}
          name="refundableUntil"
          label="Refunds until"
          context={context.days}
          hint="Empty means by the policy’s own rule, where the office has set one"
        />
      )}

      <BoundMoney control={control} name="fee" label="Fee" required />
      <BoundMoney control={control} name="deposit" label="Deposit" hint="Never returned" />
      <BoundText
        control={control}
        name="fund"
        label="Fund"
        hint="The account that the Business Office pays refunds from"
      />

      <BoundText control={control} name="instructor" label="Instructor" />
      <BoundText control={control} name="location" label="Place" />
    </div>
  );
}

/** The meetings as one typed line, with what was understood and what to look at; put in order when it is left. */
function MeetingsField({ form, context }: Pick<CourseFieldsProps, 'form' | 'context'>) {
  const { field, fieldState } = useController({ control: form.control, name: 'meetingLine' });
  const [termId, arranged, starts] = useWatch({ control: form.control, name: ['termId', 'arranged', 'starts'] });
  const against = meetingsContext(termId, context);
  const read = readMeetingsLine(field.value, against);
  const leave = () => {
    field.onBlur();
    if (read.ok && read.value.line !== field.value) field.onChange(read.value.line);
  };
  const meetings = read.ok ? read.value.meetings : [];
  const none = fieldState.isTouched && meetings.length === 0 && !arranged && starts.trim() === '';
  return (
    <TextField
      label="Meetings"
      name="meetingLine"
      lines={field.value.length > 44 ? 3 : 1}
      text={field.value}
      onText={(text) => field.onChange(text.replace(/\n/g, ' '))}
      onLeave={leave}
      placeholder="Mon Wed 6-8:50p 9/14-11/2 x 11/11"
      problem={fieldState.error?.message}
      warning={
        !read.ok ? undefined : none ? (
          'No meetings: elapsed time cannot be counted. Add them, or give the first and last day.'
        ) : read.value.notes.length === 0 ? undefined : (
          <Notes notes={read.value.notes} onLeaveOut={(day) => field.onChange(withoutDay(field.value, day, against))} />
        )
      }
      hint={
        meetings.length === 0
          ? 'Weekdays, times, dates, then x and the days left out. Semicolons part groups.'
          : `${count(meetings.length, 'meeting')}, ${shortDay(meetings[0]?.date ?? null)} to ${shortDay(meetings.at(-1)?.date ?? null)}`
      }
    />
  );
}

function Notes({
  notes,
  onLeaveOut,
}: {
  readonly notes: readonly MeetingsNote[];
  readonly onLeaveOut: (day: string) => void;
}) {
  return (
    <span className="meeting-notes">
      {notes.map((note) => (
        <span key={`${note.kind} ${note.message}`}>
          {note.message}{' '}
          {(note.kind === 'closure' || note.kind === 'outside-term') && note.date !== null && (
            <Button
              tone="quiet"
              onPress={() => note.date !== null && onLeaveOut(note.date)}
              label={`Leave it out: ${weekdayAndDay(note.date)}`}
            >
              Leave it out
            </Button>
          )}
        </span>
      ))}
    </span>
  );
}
