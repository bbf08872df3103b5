import { useState } from 'react';
import type { Failure } from '../../../shared/errors';
import type { Pack, Reading } from '../../../shared/policy/pack';
import { isWindow } from '../../../shared/policy/readings';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { TextField } from '../../components/text-field';
import { policyOf } from '../../policies';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { shortDay } from '../wording';
import { textOf } from './tree';
import '../screens.css';

type Chosen = Readonly<Record<string, unknown>>;

/** How this office reads each sentence of a policy that can be understood in more ways than one; changed with a reason. */
export function PolicyReadings({ policy }: { readonly policy: string }) {
  const office = useCall('office.get', {});
  const pack = policyOf(policy)?.pack ?? null;
  if (office.data === undefined || pack === null)
    return (
      <Screen title="Readings">
        {office.error !== null && <FailureBox failure={office.error.failure} />}
        {office.data !== undefined && <p className="empty-line">This office has no policy of that name.</p>}
      </Screen>
    );
  return <ReadingsForm pack={pack} kept={office.data.office.readings[policy] ?? {}} />;
}

function ReadingsForm({ pack, kept }: { readonly pack: Pack; readonly kept: Chosen }) {
  const [chosen, setChosen] = useState<Chosen>(kept);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const put = (name: string, value: unknown) => setChosen((own) => ({ ...own, [name]: value }));
  const save = async () => {
    const found: Record<string, string> = {};
    for (const r of pack.readings) {
      const own = chosen[r.name];
      if (r.window === true && own != null && !isWindow(own))
        found[r.name] = 'Type whole days, like 14. The cap may stay empty.';
    }
    if (reason.trim() === '') found['reason'] = 'Say why: it stands in the register beside the change.';
    setWrong(found);
    setFailure(null);
    const [first] = Object.keys(found);
    if (first !== undefined) return void focusField(first);
    // The pack's own choice is not written down, so that a later version of the pack can change it.
    const readings = Object.fromEntries(
      Object.entries(chosen).filter(
        ([name, own]) => own != null && own !== pack.readings.find((r) => r.name === name)?.default,
      ),
    );
    const result = await change('policy.readings', {
      requestId: newRequestId(),
      policy: pack.id,
      readings,
      reason: reason.trim(),
    });
    if (!result.ok) {
      if (result.failure.kind !== 'invalid') return setFailure(result.failure);
      const { problems } = result.failure;
      setWrong(Object.fromEntries(problems.map((p) => [p.field.replace(/^readings\./, ''), p.message])));
      return void focusField(problems[0]?.field.replace(/^readings\./, '') ?? '');
    }
    setReason('');
    say({ tone: 'saved', text: `Saved how ${pack.name.en} is read` });
  };
  useCommands({ 'record.save': () => void save() }, 'policy.readings');
  return (
    <Screen
      title="Readings"
      detail={`${pack.name.en}, version ${pack.version}`}
      actions={<CommandButton id="record.save" tone="primary" label="Save the readings" />}
    >
      <Panel title="How the policy is read" className="policy-readings">
        {failure !== null && <FailureBox failure={failure} />}
        <p className="part-note">
          For courses that begin on or after {shortDay(pack.effectiveFrom)}. Where the policy’s words leave room, these
          choices say how this office reads them. Every worksheet names the ones it used; a change shows on open cases,
          which are then determined again one by one.
        </p>
        <RecordForm onSave={() => void save()}>
          {pack.readings.map((reading) =>
            reading.window === true ? (
              <WindowFields
                key={reading.name}
                pack={pack}
                reading={reading}
                value={chosen[reading.name]}
                wrong={wrong[reading.name]}
                onPut={(v) => put(reading.name, v)}
              />
            ) : (
              <ReadingField
                key={reading.name}
                pack={pack}
                reading={reading}
                value={chosen[reading.name]}
                wrong={wrong[reading.name]}
                onPut={(v) => put(reading.name, v)}
              />
            ),
          )}
          <div className="reading">
            <TextField
              label="Why"
              name="reason"
              lines={2}
              required
              text={reason}
              onText={setReason}
              problem={wrong['reason']}
              hint="Who decided it, and on what ground"
            />
          </div>
        </RecordForm>
      </Panel>
    </Screen>
  );
}

type OneProps = {
  readonly pack: Pack;
  readonly reading: Reading;
  readonly value: unknown;
  readonly wrong: string | undefined;
  readonly onPut: (value: unknown) => void;
};

function quoteOf(pack: Pack, reading: Reading) {
  return (
    <>
      {reading.clause}: “{pack.clauses[reading.clause]?.quote}”
    </>
  );
}

function ReadingField({ pack, reading, value, wrong, onPut }: OneProps) {
  const best = 'as the course’s data serve best';
  const usual =
    reading.default === null ? best : (reading.values.find((v) => v.value === reading.default)?.label.en ?? '');
  const choices = [
    ...(reading.default === null ? [{ value: '', words: `${best} (usual)` }] : []),
    ...reading.values.map((v) => ({
      value: String(v.value),
      words: v.value === reading.default ? `${v.label.en} (usual)` : v.label.en,
    })),
  ];
  const own = value ?? reading.default;
  return (
    <div className="reading">
      <ChoiceField
        label={reading.label.en}
        name={reading.name}
        choices={choices}
        value={textOf(own)}
        optional={false}
        digits={false}
        problem={wrong}
        onChoose={(text) => onPut(reading.values.find((v) => String(v.value) === text)?.value ?? null)}
        warning={own === reading.default ? undefined : `This office reads it in its own way; usual is: ${usual}.`}
        hint={quoteOf(pack, reading)}
      />
    </div>
  );
}

/** A refund window: so many days, and the most days after payment. */
function WindowFields({ pack, reading, value, wrong, onPut }: OneProps) {
  const own =
    typeof value === 'object' && value !== null ? (value as { days?: unknown; capDaysAfterPayment?: unknown }) : {};
  const text = (part: unknown) => (typeof part === 'number' || typeof part === 'string' ? String(part) : '');
  const read = (typed: string) => (/^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim());
  const putBoth = (days: string, cap: string) =>
    onPut(
      days.trim() === '' && cap.trim() === ''
        ? null
        : { days: read(days), capDaysAfterPayment: cap.trim() === '' ? null : read(cap) },
    );
  return (
    <fieldset className="reading part-group">
      <legend>{reading.label.en}</legend>
      <TextField
        label="Days"
        name={reading.name}
        inputMode="numeric"
        text={text(own.days)}
        problem={wrong}
        onText={(days) => putBoth(days, text(own.capDaysAfterPayment))}
        hint={quoteOf(pack, reading)}
      />
      <TextField
        label="At most, in days after payment"
        name={`${reading.name}.cap`}
        inputMode="numeric"
        text={text(own.capDaysAfterPayment)}
        onText={(cap) => putBoth(text(own.days), cap)}
        hint="Empty: no cap. Both empty: not set, and such a case waits as incomplete."
      />
    </fieldset>
  );
}
