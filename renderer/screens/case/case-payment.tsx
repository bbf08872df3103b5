import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '../../../shared/contract/cases';
import type { RefundView } from '../../../shared/contract/transmittals';
import type { Office } from '../../../shared/register/office';
import { Button } from '../../components/button';
import { Chip } from '../../components/chip';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { useToday } from '../../today';
import { useCall } from '../../wire';
import { placeOf } from '../hand-off/promise';
import { Age } from '../hand-off/refund-columns';
import { unpaidWords } from '../hand-off/unpaid-words';
import { FailureBox } from '../saying';
import { money, shortDay } from '../wording';
import { PaymentFailed } from './payment-failed';
import { PaymentNext } from './payment-next';

/** What became of the case's refund: what is paid out, in which batch it went, when and by which check it was paid, its age against the promise. */
export function CasePayment({ view, office }: { readonly view: CaseView; readonly office: Office }) {
  const refund = useCall('refund.get', { caseId: view.row.id });
  const today = useToday();
  const [asking, setAsking] = useState(false);
  if (refund.error !== null)
    return (
      <Panel title="Payment">
        <FailureBox failure={refund.error.failure} />
      </Panel>
    );
  if (refund.data == null || today === null) return null;
  const { row, payments } = refund.data;
  const standing = payments.filter((payment) => payment.failed === null);
  const place = placeOf(row);
  return (
    <Panel title="Payment" aside={<Chip tone={place.tone}>{place.words}</Chip>}>
      <dl className="pairs">
        <dt>Pays out</dt>
        <dd>
          <strong>{money(row.payable)}</strong>
          {row.outstanding > 0 && row.handed > 0 && `, of which ${money(row.outstanding)} has still to go`}
          {row.outstanding < 0 && `; ${money(-row.outstanding)} too much went out`}
        </dd>
        <HandedAndPaid refund={refund.data} />
        {row.promisedTo !== null && (
          <>
            <dt>Promise</dt>
            <dd>
              <Age row={row} today={today.day} />
            </dd>
          </>
        )}
      </dl>
      <PaymentNext view={view} refund={refund.data} />
      {standing.length > 0 && !asking && (
        <div className="row-of above">
          <Button asks="payment.fail" onPress={() => setAsking(true)}>
            The check came back or was never cashed
          </Button>
        </div>
      )}
      {asking && (
        <PaymentFailed number={view.row.number} refund={refund.data} office={office} onClose={() => setAsking(false)} />
      )}
    </Panel>
  );
}

/** The batches it went in and the payments that were entered, also those that came to nothing. */
function HandedAndPaid({ refund: { row, handed, payments } }: { readonly refund: RefundView }) {
  return (
    <>
      <dt>Handed over</dt>
      <dd>
        {handed.length === 0 &&
          (row.state === 'not-ready' ? 'Not yet: an approval or a petition is waited for' : 'Not yet')}
        {handed.map(({ transmittalId, transmittal, on, cents }) => (
          <div key={transmittalId}>
            Batch <Link href={to.transmittal(transmittalId)}>{transmittal}</Link>{' '}
            <span className="quiet-text">
              {shortDay(on)}, {money(cents)}
            </span>
          </div>
        ))}
      </dd>
      {payments.length > 0 && (
        <>
          <dt>Paid</dt>
          <dd>
            {payments.map(({ on, reference, cents, failed }, i) => (
              <div key={i}>
                <span className={failed === null ? undefined : 'struck'}>
                  {shortDay(on)}, no. {reference}, {money(cents)}
                </span>
                {failed !== null && (
                  <div>
                    <Chip tone="bad">{unpaidWords[failed.why]}</Chip>{' '}
                    <span className="quiet-text">
                      {shortDay(failed.on)}
                      {failed.note !== '' && `: ${failed.note}`}
                    </span>
                  </div>
                )}
              </div>
            ))}
          </dd>
        </>
      )}
    </>
  );
}
