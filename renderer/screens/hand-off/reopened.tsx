import { Link } from 'wouter';
import type { Again } from './view';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { to } from '../../routes';
import { say } from '../../status';
import { useStore } from '../../store';
import { ask, useCall } from '../../wire';
import { count } from '../wording';
import { handOffView, nothingReady, ready } from './view';

/** A batch that was reopened and waits to be closed again: its refunds are ticked once more, and closing makes it its next revision. */
export function Reopened() {
  const { again } = useStore(ready);
  const batches = useCall('transmittal.list', { offset: 0, limit: 50 });
  const open = batches.data?.rows.filter((row) => row.state === 'reopened') ?? [];
  if (again !== null && open.some((row) => row.id === again.id))
    return (
      <Notice
        tone="note"
        actions={<Button onPress={() => ready.set({ ...ready.get(), again: null })}>Close a new batch instead</Button>}
      >
        What is ticked closes batch <Link href={to.transmittal(again.id)}>{again.number}</Link> again, as its revision{' '}
        {again.revision + 1}. Tick or untick what should be otherwise, then press Ctrl+Enter.
      </Notice>
    );
  return open.map((row) => (
    <Notice
      key={row.id}
      tone="warning"
      actions={<Button onPress={() => void closeAgain(row)}>Tick its refunds</Button>}
    >
      Batch <Link href={to.transmittal(row.id)}>{row.number}</Link> is reopened and waits to be closed again.
    </Notice>
  ));
}

/** Ticks what stood in a reopened batch and still waits, so that it can be closed again. */
export async function closeAgain({ id, number, revision }: Again): Promise<void> {
  const batch = await ask('transmittal.get', { id });
  handOffView.set({ ...handOffView.get(), shown: 'to-hand-over', text: '' });
  ready.set({
    ...nothingReady,
    ticked: new Set(batch.lines.map((line) => line.caseId)),
    note: batch.note,
    again: { id, number, revision },
  });
  say({ tone: 'note', text: `${count(batch.lines.length, 'refund')} of batch ${number} ticked again.` });
}
