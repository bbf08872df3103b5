import { useState } from 'react';
import type { Batch } from '../../shared/contract/rows';
import type { Office } from '../../shared/register/office';
import type { Channel } from '../../shared/register/case';
import { readDay, showDay } from '../../shared/typed/day';
import { sayFailure } from '../../shared/errors';
import { Button } from '../components/button';
import { ChoiceField } from '../components/choice-field';
import { DateEntry } from '../components/date-entry';
import { focusField } from '../components/field';
import { change, newRequestId } from '../wire';
import { batchInHand } from './batch';
import { dayContext } from './entry-reading';
import { channelChoices } from './choices';
import { channelWords } from './words';

type BatchHeaderProps = { readonly office: Office; readonly today: string; readonly onOpen: (batch: Batch) => void };

/** Asks once for what a stack of mail has in common: how it came and when it was received. Enter on the date begins the batch. */
export function BatchHeader({ office, today, onOpen }: BatchHeaderProps) {
  const [requestId] = useState(newRequestId);
  const [channel, setChannel] = useState<Channel | null>('mail');
  const [received, setReceived] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const context = dayContext({ office, today, near: today });

  const open = async () => {
    const read = readDay(received === '' ? showDay(today) : received, context);
    if (channel === null) return void focusField('batchChannel');
    if (read.kind !== 'day') {
      setProblem(read.kind === 'wrong' ? read.message : 'Type the day these forms were received.');
      return void focusField('batchReceived');
    }
    if (read.day > today) {
      setProblem('The batch cannot be received in the future. Check the date.');
      return void focusField('batchReceived');
    }
    const [, month, date] = read.day.split('-').map(Number);
    const opened = await change('batch.open', {
      requestId,
      label: `${channelWords[channel]} ${month}/${date}`,
      channel,
      received: read.day,
    });
    if (opened.ok) return onOpen(opened.value);
    const said = sayFailure(opened.failure);
    setProblem(`${said.what} ${said.next}`);
  };

  return (
    <div
      className="field-group"
      role="group"
      aria-label="New batch"
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') batchInHand.set({ state: 'none' });
        else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
          if (event.target instanceof HTMLSelectElement && !event.ctrlKey) focusField('batchReceived');
          else void open();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <h3>New batch: what these forms have in common</h3>
      <ChoiceField
        label="Received by"
        name="batchChannel"
        choices={channelChoices}
        value={channel}
        onChoose={setChannel}
        optional={false}
        autoFocus
      />
      <DateEntry
        label="Received"
        name="batchReceived"
        text={received}
        onText={setReceived}
        context={context}
        problem={problem}
        hint={received === '' ? 'Empty means today.' : undefined}
      />
      <div className="field-group-actions">
        <Button tone="quiet" onPress={() => batchInHand.set({ state: 'none' })}>
          No batch <kbd className="kbd">Esc</kbd>
        </Button>
        <Button onPress={() => void open()}>
          Begin batch <kbd className="kbd">Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
