import type { ReactNode } from 'react';
import type { PetitionView } from '../../../shared/contract/petitions';
import { formatDay } from '../../../shared/day';
import { formatCents } from '../../../shared/money';
import { collected } from '../../../shared/register/enrolment';
import { Panel } from '../../components/panel';
import { useNames } from '../../names';
import { useMoment } from '../office-moment';
import { CompareBars } from './compare-bars';
import { comparedOf } from './compared';
import { StateChip, stateWords } from './states';

/** What the status bar says of a decision that was just recorded. */
export function decidedWords({ row, decision }: PetitionView): string {
  const amount = row.amount === null ? '' : `, ${formatCents(row.amount)}`;
  return `${row.number}: ${stateWords[row.state].toLowerCase()}${decision?.verdict === 'denied' ? '' : amount}`;
}

/** What was decided, by whom and why; or until when it could have come. */
export function Decided({ view }: { readonly view: PetitionView }) {
  const moment = useMoment();
  const nameOf = useNames();
  const { decision, row } = view;
  if (decision === null) return null;
  const made = view.case.determinations.find((d) => d.petition?.id === row.id);
  const fees = view.case.enrolment === null ? 0 : collected(view.case.enrolment);
  return (
    <Panel title="Decision">
      <dl className="pairs">
        <Pair name="Decided">
          <StateChip state={row.state} /> {formatDay(decision.on, 'en')}
        </Pair>
        {decision.deadline !== null && <Pair name="Last day">{formatDay(decision.deadline, 'en')}</Pair>}
        {decision.percent !== null && <Pair name="Percentage">{decision.percent} %</Pair>}
        {decision.cents !== null && <Pair name="Amount">{formatCents(decision.cents)}</Pair>}
        {decision.authority !== '' && <Pair name="Decided by">{decision.authority}</Pair>}
        {decision.reason !== '' && (
          <Pair name="Reason">
            <span className="as-typed">{decision.reason}</span>
          </Pair>
        )}
        {made !== undefined && made.determination.notation !== 'none' && (
          <Pair name="On the record">{made.determination.notation}</Pair>
        )}
      </dl>
      <CompareBars
        most={fees}
        compared={comparedOf(view, {
          words: 'Decided',
          cents: decision.verdict === 'late' || decision.verdict === 'denied' ? null : row.amount,
          ...(made === undefined ? { more: stateWords[row.state].toLowerCase() } : {}),
        })}
      />
      <p className="determined-by">
        Recorded {moment(decision.at)} by {nameOf(decision.person)}.
      </p>
    </Panel>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
