import { z } from 'zod';
import type { LetterRow } from '../../../shared/contract/rows';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { call } from '../../wire';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';
import { count } from '../wording';

const schema = z.strictObject({
  from: z
    .number('Type the place as a number from 1 to 30.')
    .int('Type the place as a number from 1 to 30.')
    .min(1, 'The first place on a sheet is 1.')
    .max(30, 'A sheet has 30 labels.'),
});

/** Asks at which label of a sheet of thirty to begin, then prints the addresses of the letters. */
export function Labels({ rows, onClose }: { readonly rows: readonly LetterRow[]; readonly onClose: () => void }) {
  return (
    <Panel title={`Labels for ${count(rows.length, 'letter')}`}>
      <Recording
        label="Labels"
        asks="paper.print"
        words="Print labels"
        first={{ from: '1' }}
        read={({ from }: { readonly from: string }) => ({
          record: { from: /^\s*\d+\s*$/.test(from) ? Number(from) : Number.NaN },
          wrong: [],
        })}
        schema={schema}
        send={({ from }) => call('paper.print', { kind: 'labels', letterIds: rows.map((row) => row.id), from })}
        onDone={({ handedOver }) => {
          say({ tone: 'note', text: handedOver ? 'Labels handed to the printer.' : 'Nothing was printed.' });
          onClose();
        }}
        onLeave={onClose}
      >
        {(control) => (
          <BoundText
            control={control}
            name="from"
            label="First free label on the sheet"
            hint="1 is at the top left, 30 at the bottom right; 3 stand in a row."
          />
        )}
      </Recording>
    </Panel>
  );
}
