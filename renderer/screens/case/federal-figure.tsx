import { useState } from 'react';
import type { CaseView } from '../../../shared/contract/cases';
import { sayFailure } from '../../../shared/errors';
import { formatCents } from '../../../shared/money';
import { readMoney } from '../../../shared/typed/money';
import { Button } from '../../components/button';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { policyOf } from '../../policies';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';

/** A case that waits for its federal figure: the figure entered here decides it anew, beside the determination that said it waits. */
export function FederalFigure({ view }: { readonly view: CaseView }) {
  const [requestId] = useState(newRequestId);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { row, form } = view;
  const says = policyOf(row.policy)?.pack.clauses[row.clause]?.says.en ?? '';
  const enter = async () => {
    const read = readMoney(text);
    if (read.kind === 'wrong') return setProblem(read.message);
    if (read.kind === 'empty')
      return setProblem(
        'The figure is missing. Type what the federal worksheet comes to; 0 where nothing is refunded.',
      );
    const result = await change('case.save', {
      requestId,
      caseId: row.id,
      mode: 'decide',
      form: { ...form, federal: read.cents },
      batchId: row.batchId,
      enrolment: null,
      why: `The federal figure came: ${formatCents(read.cents)}.`,
      secondForm: true,
    });
    if (!result.ok) {
      const said = sayFailure(result.failure);
      return setProblem(`${said.what} ${said.next}`);
    }
    say({
      tone: 'saved',
      text: `${row.number} is determined: ${result.value.view.row.label}`,
      actionId: result.value.actionId,
    });
  };
  return (
    <Notice
      tone="warning"
      actions={
        <Button asks="case.save" onPress={() => void enter()}>
          Determine
        </Button>
      }
    >
      <p>
        <strong>This case waits for its federal figure.</strong> {says} ({row.clause})
      </p>
      <div className="form" onKeyDown={(e) => e.key === 'Enter' && void enter()}>
        <MoneyField
          label="Federal figure"
          name="federal"
          text={text}
          onText={(typed) => {
            setProblem(null);
            setText(typed);
          }}
          problem={problem}
          hint="What the federal worksheet comes to; never more than what was paid is refunded."
        />
      </div>
    </Notice>
  );
}
