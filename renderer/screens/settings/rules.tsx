import { useRef, useState } from 'react';
import { useController, useForm, type Control } from 'react-hook-form';
import type { Failure } from '../../../shared/errors';
import { roleWords } from '../../../shared/register/role';
import { rulesSchema, type Rules } from '../../../shared/register/rules';
import { useCommands } from '../../commanding';
import { CheckGroup } from '../../components/check-group';
import { Panel } from '../../components/panel';
import { useMay } from '../../may';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { BoundMoney, BoundText } from '../record-form/fields';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { reading, readRules, writeRules, type RulesText } from './rules-text';

const resolver = readingResolver<RulesText, Rules>(readRules, rulesSchema);

/** The office's own rules on who decides with whom, how long things may wait and how long they are kept: an administrator sets them, everybody reads them. */
export function OfficeRules() {
  const rules = useCall('rules.get', {});
  if (rules.error !== null) return <FailureBox failure={rules.error.failure} />;
  return rules.data === undefined ? null : <RulesForm kept={rules.data} />;
}

function RulesForm({ kept }: { readonly kept: Rules }) {
  const request = useRef(newRequestId());
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const mine = useMay('rules.save');
  const form = useForm<RulesText, unknown, Rules>({
    defaultValues: writeRules(kept),
    resolver,
    mode: 'onTouched',
  });
  const save = () =>
    form.handleSubmit(
      async (rules) => {
        setTrouble(null);
        const saved = await change('rules.save', { requestId: request.current, rules });
        request.current = newRequestId();
        if (!saved.ok) return takeProblems(form, saved.failure, setTrouble);
        form.reset(writeRules(saved.value));
        say({ tone: 'saved', text: 'Saved the rules' });
      },
      (errors) => void focusFirstProblem(errors),
    )();
  useCommands({ 'record.save': () => void save() }, 'rules.save');
  const { control } = form;
  return (
    <RecordForm className="stack" onSave={() => void save()}>
      {trouble !== null && <FailureBox failure={trouble} />}
      {!mine && <p className="quiet-text">An administrator sets these rules.</p>}
      <Panel title="Who decides with whom">
        <div className="form">
          <BoundMoney
            control={control}
            name="secondPersonAbove"
            label="Second person"
            hint="A determination that refunds or cancels more than this waits for a second person. Empty: none is needed."
          />
          <BoundText
            control={control}
            name="committee"
            label="Committee"
            lines={3}
            hint="The members who vote on appeals, one a line. Empty: the office has no committee."
          />
        </div>
      </Panel>
      <Panel title="How long things may wait">
        <div className="form">
          <BoundText
            control={control}
            name="petitionDays"
            label="Petitions"
            hint="Days from receipt within which a petition or appeal is decided, without those it lay with the student."
          />
          <BoundText
            control={control}
            name="lockAfter"
            label="Lock after"
            hint="Minutes without a key or a click, 2 to 60. Ctrl+L locks at once."
          />
          <BoundText
            control={control}
            name="backupDays"
            label="Backups"
            hint="Days after which a backup is too old and Today says so."
          />
        </div>
      </Panel>
      <Panel title="What is kept, and who sees it">
        <div className="form">
          <BoundText
            control={control}
            name="keepYears"
            label="Years kept"
            hint="Years after a case’s last entry for which it is kept, at least 3. Empty: nothing is ever removed."
          />
          <Confidential control={control} />
        </div>
      </Panel>
    </RecordForm>
  );
}

function Confidential({ control }: { readonly control: Control<RulesText, unknown, Rules> }) {
  const { field, fieldState } = useController({ control, name: 'seeConfidential' });
  return (
    <CheckGroup
      label="Confidential"
      checks={reading.map((role) => ({
        name: `seeConfidential.${role}`,
        words: roleWords[role].replace(/ \(.*/, 's'),
        checked: field.value[role],
        onCheck: (checked) => field.onChange({ ...field.value, [role]: checked }),
      }))}
      hint={
        fieldState.error?.message === undefined ? (
          'Who sees the data of a student whose record is confidential.'
        ) : (
          <span className="field-problem">{fieldState.error.message}</span>
        )
      }
    />
  );
}
