import { useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { GroupView } from '../../../shared/contract/groups';
import type { Failure } from '../../../shared/errors';
import { groupSchema, type Group } from '../../../shared/register/group';
import { mayAskDiscount, type RegistrationRules } from '../../../shared/register/registration';
import type { DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';
import { BoundText } from '../record-form/fields';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { count } from '../wording';
import { Invoices } from './invoices';
import { Participants } from './participants';
import { RulesList } from './rules-list';

type GroupEditorProps = {
  readonly group: Group;
  /** The group as the register has it; null while it is new. */
  readonly kept: GroupView | null;
  readonly rules: RegistrationRules;
  readonly days: DayContext;
  readonly onDone: () => void;
};

/** A group: who sends it, who speaks for it, its participants and, once it is registered, its invoices. Ctrl+S saves. */
export function GroupEditor({ group, kept, rules, days, onDone }: GroupEditorProps) {
  const request = useRef(newRequestId());
  const box = useRef<HTMLDivElement>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const resolver = useMemo(
    () => readingResolver<Group, Group>((text) => ({ record: text, wrong: [] }), groupSchema),
    [],
  );
  const form = useForm<Group, unknown, Group>({ defaultValues: kept?.group ?? group, resolver, mode: 'onSubmit' });
  const participants = useWatch({ control: form.control, name: 'participants' });
  const { isDirty } = form.formState;

  const save = () =>
    form.handleSubmit(
      async (record) => {
        setTrouble(null);
        const result = await change('group.save', { requestId: request.current, group: record });
        if (!result.ok) return takeProblems(form, result.failure, setTrouble);
        request.current = newRequestId();
        form.reset(result.value.group);
        say({ tone: 'saved', text: `Saved ${result.value.group.name}` });
      },
      (errors) => {
        setTrouble(null);
        focusFirstProblem(errors, box.current ?? document);
      },
    )();
  useCommands({ 'record.save': () => void save() }, 'group.save');
  const discount = mayAskDiscount(participants.length, rules);

  return (
    <div
      ref={box}
      className="columns form-and-picture"
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.defaultPrevented || isDirty) return;
        e.preventDefault();
        onDone();
      }}
    >
      <div className="stack">
        <Panel
          title={kept === null ? 'New group' : kept.group.name}
          aside={<Button onPress={onDone}>{isDirty ? 'Leave without saving' : 'Back to the list'}</Button>}
        >
          {trouble !== null && <FailureBox failure={trouble} />}
          <RecordForm className="form" onSave={() => void save()}>
            <BoundText control={form.control} name="name" label="Company or group" required autoFocus={kept === null} />
            <BoundText control={form.control} name="code" label="Its code" hint="As on its order, if it has one" />
            <BoundText control={form.control} name="contact.name" label="Contact" />
            <BoundText control={form.control} name="contact.email" label="E-mail" />
            <BoundText control={form.control} name="contact.phone" label="Telephone" />
            <BoundText control={form.control} name="note" label="Note" />
          </RecordForm>
        </Panel>
        <Panel title="What the policy says" pane={false}>
          <RulesList rules={rules} />
        </Panel>
      </div>
      <div className="stack">
        <Panel title={`Participants · ${participants.length}`}>
          <p aria-live="polite" className="quiet-text">
            {rules.groups === undefined
              ? ''
              : discount
                ? `${count(participants.length, 'participant')}: may ask for the discount (${rules.groups.clause}).`
                : `${rules.groups.discountFrom - participants.length} more for the discount, which begins at ${rules.groups.discountFrom} (${rules.groups.clause}).`}
          </p>
          {form.formState.errors.participants !== undefined && trouble === null && (
            <Notice tone="problem">{form.formState.errors.participants.message}</Notice>
          )}
          <Participants
            ids={participants}
            registered={kept?.participants.map((p) => p.student) ?? []}
            rules={rules}
            onChange={(ids) => form.setValue('participants', [...ids], { shouldDirty: true })}
          />
        </Panel>
        {kept !== null && <Invoices view={kept} rules={rules} days={days} />}
      </div>
    </div>
  );
}
