import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../../shared/errors';
import { readDay, showDay, type DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { DateEntry } from '../../components/date-entry';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { TextField } from '../../components/text-field';
import { to } from '../../routes';
import { say } from '../../status';
import { call, change, newRequestId, subscribe, useCall } from '../../wire';
import { useDays } from '../record-form/days';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { shortDay } from '../wording';
import { ImpactTable, type Impact } from './impact-table';
import { RefusedFile } from './refused-file';
import '../screens.css';

/** Publishing a draft: from which day, why, and first what it would have changed of the past. */
export function PublishPolicy({ id }: { readonly id: string }) {
  const office = useCall('office.get', {});
  const draft = useCall('policy.draft.get', { id });
  const days = useDays(office.data?.office);
  const failure = office.error?.failure ?? draft.error?.failure;
  if (failure !== undefined)
    return (
      <Screen title="Publish">
        <FailureBox failure={failure} />
      </Screen>
    );
  if (days === null || draft.data === undefined) return <Screen title="Publish">{null}</Screen>;
  return <PublishForm id={id} name={draft.data.draft.name} days={days} />;
}

type Run =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly day: string; readonly done: number; readonly total: number }
  | { readonly state: 'done'; readonly day: string; readonly impact: Impact };

function PublishForm({ id, name, days }: { readonly id: string; readonly name: string; readonly days: DayContext }) {
  const [, go] = useLocation();
  const request = useRef(newRequestId());
  const [text, setText] = useState(() => showDay(days.today));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [run, setRun] = useState<Run>({ state: 'none' });
  const read = readDay(text, days);
  const day = read.kind === 'day' ? read.day : null;
  useEffect(
    () =>
      subscribe('progress', ({ task, done, total }) => {
        if (task === 'policy.impact') setRun((own) => (own.state === 'running' ? { ...own, done, total } : own));
      }),
    [],
  );
  useEffect(() => () => void call('policy.impact.cancel', {}), []);

  const look = async () => {
    if (day === null) return void focusField('effectiveFrom');
    setFailure(null);
    setRun({ state: 'running', day, done: 0, total: 0 });
    const result = await call('policy.impact', { id, effectiveFrom: day });
    if (!result.ok) {
      setRun({ state: 'none' });
      return setFailure(result.failure);
    }
    setRun(result.value.cancelled ? { state: 'none' } : { state: 'done', day, impact: result.value });
  };
  const looked = run.state === 'done' && run.day === day;
  const publish = async () => {
    const found: Record<string, string> = {};
    if (day === null) found['effectiveFrom'] = 'Type the day from which it decides, as month/day/year.';
    if (reason.trim() === '') found['reason'] = 'Say why it is published: it stands beside the version for good.';
    setWrong(found);
    const [first] = Object.keys(found);
    if (first !== undefined || day === null) return void focusField(first ?? 'effectiveFrom');
    if (!looked) return void look();
    const result = await change('policy.draft.publish', {
      requestId: request.current,
      id,
      effectiveFrom: day,
      reason: reason.trim(),
    });
    if (!result.ok) {
      request.current = newRequestId();
      const own =
        'problems' in result.failure ? result.failure.problems.find((p) => p.field === 'effectiveFrom') : undefined;
      if (own !== undefined) {
        setWrong({ effectiveFrom: own.message });
        return void focusField('effectiveFrom');
      }
      return setFailure(result.failure);
    }
    say({ tone: 'saved', text: `Published ${result.value.name}, version ${result.value.version}` });
    go(to.policyVersion(result.value.policy, result.value.version), { replace: true });
  };
  useCommands({ 'record.saveNew': () => void publish(), 'list.refresh': () => void look() }, 'policy.draft.publish');
  return (
    <Screen
      title={`Publish: ${name}`}
      detail="Once it is published it can only be read"
      actions={
        <>
          <Button onPress={() => go(to.policyDraft(id))}>Back to the draft</Button>
          <CommandButton id="list.refresh" label="What would differ" />
          <CommandButton id="record.saveNew" tone="primary" label="Publish" disabled={!looked} />
        </>
      }
    >
      <div className="columns narrow-form">
        <Panel title="From when, and why">
          <RecordForm onSave={() => void publish()}>
            <div className="form">
              <DateEntry
                label="In force from"
                name="effectiveFrom"
                required
                autoFocus
                context={days}
                text={text}
                problem={wrong['effectiveFrom']}
                hint="It decides courses that begin on this day or later."
                onText={setText}
              />
              <TextField
                label="Why"
                name="reason"
                required
                lines={3}
                text={reason}
                problem={wrong['reason']}
                onText={setReason}
              />
            </div>
          </RecordForm>
        </Panel>
        <div className="stack">
          {failure !== null && <RefusedFile failure={failure} />}
          <Panel title="What it would have changed">
            {run.state === 'running' ? (
              <div className="stack" role="status">
                <p>
                  Deciding the register’s past cases by the draft: {run.done.toLocaleString('en-US')} of{' '}
                  {run.total.toLocaleString('en-US')}.
                </p>
                <progress max={Math.max(1, run.total)} value={run.done} aria-label="Past cases looked at" />
                <div className="row-of">
                  <Button onPress={() => void call('policy.impact.cancel', {})}>Stop</Button>
                </div>
              </div>
            ) : run.state === 'done' && looked ? (
              <ImpactTable impact={run.impact} onOpen={(caseId) => go(to.case(caseId))} />
            ) : (
              <p className="empty-line">
                F5 decides the register’s past cases by the draft, as if it had been in force from{' '}
                {day === null ? 'that day' : shortDay(day)}, and lists those that would come out otherwise. Then it can
                be published.
              </p>
            )}
          </Panel>
        </div>
      </div>
    </Screen>
  );
}
