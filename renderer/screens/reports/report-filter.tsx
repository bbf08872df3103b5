import type { KeyboardEvent } from 'react';
import type { Term } from '../../../shared/register/office';
import type { DayContext } from '../../../shared/typed/day';
import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { DateEntry } from '../../components/date-entry';
import { policiesNow, policyChoices } from '../../policies';
import type { AskedReading, Chosen, Period } from './periods';

type ReportFilterProps = {
  readonly chosen: Chosen;
  readonly periods: readonly Period[];
  readonly terms: readonly Term[];
  readonly days: DayContext;
  readonly reading: AskedReading;
  readonly onChosen: (chosen: Chosen) => void;
  readonly onRun: () => void;
};

/** Which cases are counted: a period at one press, or days, a term and a policy of one’s own. Enter runs the report. */
export function ReportFilter({ chosen, periods, terms, days, reading, onChosen, onRun }: ReportFilterProps) {
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    onRun();
  };
  const problem = (field: 'from' | 'to') => (reading.ok || reading.field !== field ? undefined : reading.problem);
  return (
    <div className="panel report-filter" role="search" aria-label="Which cases" data-pane="filter" onKeyDown={keyDown}>
      <div className="row-of" role="group" aria-label="Period">
        {periods.map(({ words, chosen: period }) => (
          <Button
            key={words}
            pressed={chosen.from === period.from && chosen.to === period.to && chosen.termId === period.termId}
            onPress={() => onChosen({ ...chosen, ...period })}
          >
            {words}
          </Button>
        ))}
      </div>
      <div className="report-fields">
        <DateEntry
          label="&Received from"
          name="from"
          text={chosen.from}
          context={days}
          problem={problem('from')}
          onText={(from) => onChosen({ ...chosen, from })}
        />
        <DateEntry
          label="Thr&ough"
          name="to"
          text={chosen.to}
          context={days}
          problem={problem('to')}
          onText={(to) => onChosen({ ...chosen, to })}
        />
        <ChoiceField
          label="Ter&m of the course"
          name="term"
          digits={false}
          choices={terms.map((t) => ({ value: t.id, words: t.name }))}
          value={chosen.termId}
          onChoose={(termId) => onChosen({ ...chosen, termId })}
        />
        <ChoiceField
          label="Polic&y"
          name="policy"
          digits={false}
          choices={policyChoices(policiesNow())}
          value={chosen.policy}
          onChoose={(policy) => onChosen({ ...chosen, policy })}
        />
      </div>
    </div>
  );
}
