import { useState } from 'react';
import { useLocation } from 'wouter';
import { z } from 'zod';
import type { TransmittalView } from '../../../shared/contract/transmittals';
import { noteField } from '../../../shared/register/fields';
import type { DifferenceKind } from '../../../shared/register/transmittal';
import { Button } from '../../components/button';
import { Chip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { say } from '../../status';
import { change } from '../../wire';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';
import { count, money, weekdayAndDay } from '../wording';

type Difference = TransmittalView['differences'][number];
const schema = z.strictObject({ note: noteField });

/** The batch, what its cases give now, the Business Office's list and what was paid, side by side; every difference named, with the way to its case. */
export function Reconciliation({ view }: { readonly view: TransmittalView }) {
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const { sums, differences, reconciled } = view;
  return (
    <Panel
      title="Does it agree?"
      aside={
        view.state === 'closed' &&
        !asking && (
          <Button asks="transmittal.reconcile" onPress={() => setAsking(true)}>
            {reconciled === null ? 'Reconcile' : 'Reconcile again'}
          </Button>
        )
      }
    >
      <dl className="side-by-side-sums">
        <Sum name="Batch as closed" cents={sums.batch} />
        <Sum name="Its cases now" cents={sums.cases} against={sums.batch} />
        <Sum name="Business Office’s list" cents={sums.listed} against={sums.batch} />
        <Sum name="Paid" cents={sums.paid} against={sums.batch} />
      </dl>
      {view.listedFrom !== null && <p className="quiet-text">List read from {view.listedFrom}.</p>}
      {differences.length === 0 ? (
        <p className="good-line above">No differences.</p>
      ) : (
        <div className="scrolling-list above">
          <ListTable
            label="Differences"
            columns={columns}
            rows={differences}
            keyOf={(d) => `${d.kind} ${d.caseId} ${d.what}`}
            onOpen={(d) => d.caseId !== null && go(to.case(d.caseId))}
          />
        </div>
      )}
      {reconciled !== null && (
        <p className="above">
          Reconciled {weekdayAndDay(reconciled.on)} by {reconciled.person},{' '}
          {reconciled.differences === 0
            ? 'without a difference'
            : `with ${count(reconciled.differences, 'difference')}`}
          {reconciled.note === '' ? '.' : `: ${reconciled.note}`}
        </p>
      )}
      {asking && (
        <Recording
          label="Reconcile the batch"
          asks="transmittal.reconcile"
          first={{ note: '' }}
          read={(record) => ({ record, wrong: [] })}
          schema={schema}
          words="Reconcile"
          send={({ note }, requestId) => change('transmittal.reconcile', { requestId, id: view.id, note })}
          onDone={() => {
            setAsking(false);
            const left = differences.length;
            say({
              tone: 'saved',
              text: `Batch ${view.number} is reconciled${left === 0 ? '' : ` with ${count(left, 'difference')}`}.`,
            });
          }}
          onLeave={() => setAsking(false)}
        >
          {(control) => (
            <BoundText
              control={control}
              name="note"
              label="Note"
              lines={2}
              hint={
                differences.length === 0
                  ? 'Everything agrees'
                  : `Say what is done about the ${count(differences.length, 'difference')} above`
              }
            />
          )}
        </Recording>
      )}
    </Panel>
  );
}

type SumProps = { readonly name: string; readonly cents: number | null; readonly against?: number };

function Sum({ name, cents, against }: SumProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{cents === null ? 'not read yet' : money(cents)}</strong>
        {cents !== null && against !== undefined && (
          <Chip tone={cents === against ? 'good' : 'wait'}>{cents === against ? 'agrees' : by(cents - against)}</Chip>
        )}
      </dd>
    </div>
  );
}

function by(cents: number): string {
  return cents < 0 ? `${money(-cents)} less` : `${money(cents)} more`;
}

const kinds: Record<DifferenceKind, string> = {
  changed: 'Case changed',
  failed: 'Payment failed',
  'not-listed': 'Not in their list',
  'not-in-batch': 'Not in this batch',
  amount: 'Another amount',
  'listed-twice': 'Listed twice',
  unreadable: 'Cannot be read',
  unpaid: 'Not paid',
  overpaid: 'Paid too much',
};

const columns: readonly Column<Difference>[] = [
  { id: 'kind', heading: 'Difference', cell: (d) => <strong>{kinds[d.kind]}</strong> },
  { id: 'what', heading: 'What it is', cell: (d) => d.what },
  { id: 'cents', heading: 'Amount', numeric: true, cell: (d) => (d.cents === null ? '' : by(d.cents)) },
];
