import { useState } from 'react';
import type { Office } from '../../../shared/register/office';
import type { DayContext } from '../../../shared/typed/day';
import { run } from '../../commanding';
import { ChoiceField } from '../../components/choice-field';
import { DateEntry } from '../../components/date-entry';
import { MoneyField } from '../../components/money-field';
import { TextField } from '../../components/text-field';
import { RecordForm } from '../record-form/record-form';
import type { DecisionTexts } from './decision-reading';

type DecisionFieldsProps = {
  readonly texts: DecisionTexts;
  readonly onTexts: (part: Partial<DecisionTexts>) => void;
  readonly sets: boolean;
  readonly office: Office;
  readonly days: DayContext;
  readonly problems: Readonly<Record<string, string>>;
};

const ways = [
  { value: 'percent', words: 'A percentage' },
  { value: 'amount', words: 'An amount' },
] as const;

/** The office's block of a decision: how much where something is granted, why, by whom, and when. */
export function DecisionFields({ texts, onTexts, sets, office, days, problems }: DecisionFieldsProps) {
  const [code, setCode] = useState<string | null>(null);
  const grants = sets && texts.verdict !== 'denied';
  return (
    <RecordForm className="form" onSave={() => void run('petition.decide')}>
      {grants && texts.by === 'percent' && (
        <TextField
          label="Granted %"
          name="percent"
          text={texts.percent}
          onText={(percent) => onTexts({ percent })}
          problem={problems['percent']}
          inputMode="decimal"
          right
          required
        />
      )}
      {grants && texts.by === 'amount' && (
        <MoneyField
          label="Granted"
          name="cents"
          text={texts.amount}
          onText={(amount) => onTexts({ amount })}
          problem={problems['cents']}
          required
        />
      )}
      {grants && (
        <ChoiceField
          label="Typed as"
          name="by"
          choices={ways}
          value={texts.by}
          onChoose={(by) => onTexts({ by: by ?? 'percent' })}
          optional={false}
        />
      )}
      <ChoiceField
        label="Reason"
        name="reasonCode"
        choices={office.reasons.map((words, at) => ({ value: String(at + 1), words }))}
        value={code}
        onChoose={(digit) => {
          const before = code === null ? '' : (office.reasons[Number(code) - 1] ?? '');
          setCode(digit);
          // The office's words stand in for a sentence until somebody types one.
          if (texts.reason.trim() === '' || texts.reason === before)
            onTexts({ reason: digit === null ? '' : (office.reasons[Number(digit) - 1] ?? '') });
        }}
        hint="Fills in the words below"
      />
      <TextField
        label="In words"
        heard="the reason as the letter says it"
        name="reason"
        text={texts.reason}
        onText={(reason) => onTexts({ reason })}
        problem={problems['reason']}
        lines={2}
        maxLength={4000}
      />
      <TextField
        label="Decided by"
        name="authority"
        text={texts.authority}
        onText={(authority) => onTexts({ authority })}
        problem={problems['authority']}
        maxLength={120}
        required
      />
      <DateEntry
        label="Decided on"
        name="on"
        text={texts.on}
        onText={(on) => onTexts({ on })}
        context={days}
        problem={problems['on']}
        required
      />
    </RecordForm>
  );
}
