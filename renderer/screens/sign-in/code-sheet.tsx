import { useState } from 'react';
import { sayFailure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { focusField } from '../../components/field';
import { TextField } from '../../components/text-field';
import { call } from '../../wire';

type CodeSheetProps = {
  readonly code: string;
  /** Told when the last group was typed as it stands in the code. */
  readonly onKept: () => void;
};

/** The recovery code, shown this once: to be printed for the safe, and its last group typed from the sheet. Ctrl+Enter goes on. */
export function CodeSheet({ code, onKept }: CodeSheetProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const groups = code.split(/[\s-]+/).filter((group) => group !== '');
  async function print(): Promise<void> {
    setSaid('');
    const printed = await call('person.printRecovery', { code });
    if (printed.ok) setSaid(printed.value.handedOver ? 'The sheet was handed to the printer.' : 'Nothing was printed.');
    else if (printed.failure.kind !== 'cancelled') setSaid(sayFailure(printed.failure).what);
  }
  const goOn = () => {
    if (plain(typed) === plain(groups.at(-1) ?? '')) return onKept();
    setProblem('This is not the last group of the code. Look at the end of it on the sheet.');
    focusField('last-group');
  };
  useCommands({ print: () => void print(), 'record.saveNew': goOn, 'record.save': goOn });
  return (
    <div className="stack">
      <p>
        If every administrator forgets their passphrase, this code alone lets one of them in again. It is shown this
        once. Print it or write it down, seal it in an envelope and put that into the safe.
      </p>
      <p className="recovery-code">
        {groups.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      <div className="row-of">
        <Button onPress={() => void print()}>Print the sheet</Button>
        <span role="status">{said}</span>
      </div>
      <div className="form">
        <TextField
          label="Last group"
          name="last-group"
          text={typed}
          onText={(text) => {
            setTyped(text);
            setProblem('');
          }}
          problem={problem}
          hint="Type the last group from the sheet, so that you know the code is kept."
          autoFocus
        />
      </div>
    </div>
  );
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
