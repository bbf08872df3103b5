import { Link } from 'wouter';
import type { CaseView } from '../../../shared/contract/cases';
import type { RefundView } from '../../../shared/contract/transmittals';
import { Notice } from '../../components/notice';
import { to } from '../../routes';
import { money } from '../wording';

type PaymentNextProps = { readonly view: CaseView; readonly refund: RefundView };

/** What happens next after a check or a letter did not reach the student: the address, the next batch, the letter, or all of them. */
export function PaymentNext({ view, refund: { row, payments } }: PaymentNextProps) {
  const last = payments.at(-1);
  const failed = last?.failed != null && last.failed.why !== 'mistake' && row.outstanding > 0;
  const back = view.letters.findLast((letter) => letter.state !== 'voided');
  const letterBack = back?.state === 'came-back' ? back : null;
  // Once it is paid again, what came back before is history.
  if (!failed && (letterBack === null || (row.paid > 0 && row.paid >= row.payable))) return null;
  const address = view.student !== null && <Link href={to.student(view.student.id)}>Correct the address</Link>;
  return (
    <Notice tone="warning">
      {failed && letterBack !== null && (
        <strong>Neither the check nor the letter reached the student: the address is probably wrong. </strong>
      )}
      {failed && letterBack === null && <strong>The check did not become a payment. </strong>}
      {!failed && <strong>The letter came back: the check may do the same. </strong>}
      <ol className="plain-list">
        {address !== false && (
          <li>
            {address}
            {letterBack === null ? ', if it was wrong.' : '.'}
          </li>
        )}
        {failed && (
          <li>
            {money(row.outstanding)} stands under <Link href={to.handOff}>To hand over</Link> again: the next batch
            reissues it, with the address as it is then.
          </li>
        )}
        {letterBack !== null && (
          <li>
            Send the letter again: <Link href={to.letter(letterBack.id)}>{letterBack.number}</Link>.
          </li>
        )}
      </ol>
    </Notice>
  );
}
