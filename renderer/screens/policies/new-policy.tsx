import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { TextField } from '../../components/text-field';
import { to } from '../../routes';
import { useToday } from '../../today';
import { change, newRequestId, useCall } from '../../wire';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { blankPolicy, type Beginning } from './blank-policy';
import { nameOf } from './tree';
import '../screens.css';

const questions: readonly {
  readonly key: keyof Beginning;
  readonly label: string;
  readonly hint: string;
  readonly lines?: number;
}[] = [
  { key: 'name', label: 'Name', hint: 'As the institution calls it: Refund Policy' },
  { key: 'institution', label: 'Institution', hint: 'Whose policy it is' },
  { key: 'source', label: 'Source', hint: 'The page or document it is taken from' },
  { key: 'clause', label: 'First clause', hint: 'A short name for its main sentence: A1' },
  {
    key: 'quote',
    label: 'Quote',
    hint: 'The sentence that says what is refunded, word for word. More clauses can follow.',
    lines: 3,
  },
  { key: 'category', label: 'Category', hint: 'The courses it is for: Extended education' },
];

/** The beginning of a policy that nobody has written yet: what every policy needs, then its draft. */
export function NewPolicy() {
  const [, go] = useLocation();
  const today = useToday();
  const list = useCall('policy.list', {});
  const [typed, setTyped] = useState<Beginning>({
    name: '',
    institution: '',
    source: '',
    clause: '',
    quote: '',
    category: '',
  });
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const missing = (key: keyof Beginning) => typed[key].trim() === '';
  const begin = async () => {
    setAsked(true);
    const first = questions.find(({ key }) => missing(key));
    if (first !== undefined) return void focusField(first.key);
    if (today === null) return;
    const taken = [...(list.data?.versions ?? []), ...(list.data?.drafts ?? [])].map((v) => v.policy);
    const id = nameOf(`${typed.institution} ${typed.name}`, taken) || 'policy';
    const file = blankPolicy(id, typed, today.day);
    const result = await change('policy.draft.save', { requestId: newRequestId(), id: null, from: null, file });
    if (!result.ok) return setFailure(result.failure);
    go(to.policyDraft(result.value.draft.id));
  };
  useCommands({ 'record.save': () => void begin() }, 'policy.draft.save');
  return (
    <Screen title="New policy" actions={<CommandButton id="record.save" tone="primary" label="Begin the draft" />}>
      <Panel title="What it is, and where it is written" className="new-policy">
        {failure !== null && <FailureBox failure={failure} />}
        <RecordForm onSave={() => void begin()}>
          <div className="form">
            {questions.map(({ key, label, hint, lines }, i) => (
              <TextField
                key={key}
                name={key}
                label={label}
                hint={hint}
                lines={lines ?? 1}
                required
                autoFocus={i === 0}
                maxLength={key === 'clause' ? 20 : 4000}
                text={typed[key]}
                problem={asked && missing(key) ? 'This is missing. Type it here.' : undefined}
                onText={(text) => setTyped((own) => ({ ...own, [key]: text }))}
              />
            ))}
          </div>
        </RecordForm>
      </Panel>
    </Screen>
  );
}
