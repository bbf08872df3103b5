import { useEffect, useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Failure } from '../../../shared/errors';
import { enrolmentSchema, type Enrolment } from '../../../shared/register/enrolment';
import type { DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';
import { trackChoices } from '../../forms/choices';
import { policyOf } from '../../policies';
import { BoundChoice, BoundDay, BoundMoney } from '../record-form/fields';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { money } from '../wording';
import { readEnrolment, sumsOf, writeEnrolment, type EnrolmentText } from './enrolment-text';
import { PaymentFields, WaiverFields } from './enrolment-lines';

type EnrolmentEditorProps = {
  readonly enrolment: Enrolment;
  /** The policy of its course. */
  readonly policy: string;
  /** Whose enrolment in what: `Garcia, Maria in EXT 204-02`. */
  readonly title: string;
  readonly days: DayContext;
  readonly onDone: () => void;
};

/** An enrolment: what was charged, what is never returned, waivers, and every payment with its day and payer. Ctrl+S saves, Esc leaves. */
export function EnrolmentEditor({ enrolment, policy, title, days, onDone }: EnrolmentEditorProps) {
  const pack = policyOf(policy)?.pack;
  const request = useRef(newRequestId());
  const box = useRef<HTMLDivElement>(null);
  // The screen may have a fee of its own; the keyboard goes to this one's.
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field="fee"]')?.focus(), []);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const resolver = useMemo(
    () => readingResolver<EnrolmentText, Enrolment>((text) => readEnrolment(text, enrolment, days), enrolmentSchema),
    [enrolment, days],
  );
  const form = useForm<EnrolmentText, unknown, Enrolment>({
    defaultValues: writeEnrolment(enrolment),
    resolver,
    mode: 'onSubmit',
  });
  const sums = sumsOf(useWatch({ control: form.control }) as EnrolmentText);

  const save = () =>
    form.handleSubmit(
      async (record) => {
        setTrouble(null);
        const result = await change('enrolment.save', { requestId: request.current, enrolment: record });
        if (!result.ok) return takeProblems(form, result.failure, setTrouble);
        say({ tone: 'saved', text: `Saved ${title}` });
        onDone();
      },
      (errors) => void focusFirstProblem(errors, box.current ?? document),
    )();
  useCommands({ 'record.save': () => void save(), 'record.saveNew': () => void save() }, 'enrolment.save');
  const { errors, isDirty } = form.formState;

  return (
    <div
      ref={box}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.defaultPrevented || isDirty) return;
        e.preventDefault();
        onDone();
      }}
    >
      <Panel title={title} aside={<Button onPress={onDone}>Leave it</Button>}>
        {trouble !== null && <FailureBox failure={trouble} />}
        <RecordForm className="form" onSave={() => void save()}>
          <BoundMoney control={form.control} name="fee" label="Fee charged" required hint="Before waivers" />
          <BoundMoney
            control={form.control}
            name="deposit"
            label="Deposit"
            hint="The part that is never returned, if any"
          />
          <BoundDay control={form.control} name="enrolledOn" label="Enrolled on" context={days} />
          {pack?.notice.track !== undefined && (
            <BoundChoice
              control={form.control}
              name="track"
              label="Track"
              choices={trackChoices}
              hint="A place on the free track has no fee"
            />
          )}
          {pack?.features?.unenrollment !== undefined && (
            <BoundDay
              control={form.control}
              name="unenrolledOn"
              label="Unenrolled on"
              context={days}
              hint="Empty while the student is enrolled"
            />
          )}
          <WaiverFields control={form.control} problem={errors.waivers?.root?.message ?? errors.waivers?.message} />
          <PaymentFields
            control={form.control}
            days={days}
            problem={errors.payments?.root?.message ?? errors.payments?.message}
          />
        </RecordForm>
        <dl className="sums" aria-live="polite">
          <div>
            <dt>Charged</dt>
            <dd>{money(sums.assessed)}</dd>
          </div>
          <div>
            <dt>Collected</dt>
            <dd>{money(sums.collected)}</dd>
          </div>
          <div>
            <dt>Still due</dt>
            <dd>{money(sums.due)}</dd>
          </div>
        </dl>
      </Panel>
    </div>
  );
}
