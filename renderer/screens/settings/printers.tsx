import { useState } from 'react';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import { say } from '../../status';
import { call, change, useCall } from '../../wire';
import { FailureBox } from '../saying';

type Printers = Output<'printer.list'>;
type Printer = Printers['printers'][number];

const asks = { value: '', words: 'Ask each time' } as const;

/** The printers of this PC: which one letters go to, and how far each one's paper lies off; kept on this PC and in effect at once. */
export function PrintersHere() {
  const list = useCall('printer.list', {});
  if (list.error !== null) return <FailureBox failure={list.error.failure} />;
  return list.data === undefined ? null : <PrinterFields list={list.data} />;
}

function PrinterFields({ list }: { readonly list: Printers }) {
  const { printers, chosen, fixed } = list;
  const [shown, setShown] = useState(chosen ?? printers.find((p) => p.isDefault)?.name ?? printers[0]?.name ?? '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const printer = printers.find((p) => p.name === shown);
  const gone = chosen !== null && !printers.some((p) => p.name === chosen);
  const choices = printers.map((p) => ({ value: p.name, words: p.isDefault ? `${p.shown} (this PC’s own)` : p.shown }));
  const choose = async (name: string | null): Promise<void> => {
    const result = await change('printer.choose', { name });
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    if (name !== null) setShown(name);
    say({
      tone: 'saved',
      text: name === null ? 'Printing asks for the printer each time.' : 'Letters go to that printer.',
    });
  };
  return (
    <div className="form" role="group" aria-label="Printers of this PC">
      {fixed ? (
        <p>Letters go to {chosen}, which the IT department named for this PC.</p>
      ) : (
        <ChoiceField
          label="Letters go to"
          name="printer"
          choices={[asks, ...(gone ? [{ value: chosen, words: `${chosen} (not there now)` }] : []), ...choices]}
          value={chosen ?? ''}
          optional={false}
          digits={false}
          hint="On this PC alone, at once. Letters go there without a question."
          problem={gone ? 'This PC does not have that printer now. Switch it on, or choose another.' : undefined}
          onChoose={(name) => void choose(name === '' ? null : name)}
        />
      )}
      {printers.length === 0 ? (
        <p>This PC has no printer yet. Add one in the settings of the PC.</p>
      ) : (
        <>
          <ChoiceField
            label="Printer to adjust"
            name="printer-adjusted"
            choices={choices}
            value={shown}
            optional={false}
            digits={false}
            onChoose={(name) => setShown(name ?? '')}
          />
          {printer === undefined ? null : (
            <Nudge key={`${printer.name} ${printer.nudgeX} ${printer.nudgeY}`} printer={printer} tell={setFailure} />
          )}
        </>
      )}
      {failure === null ? null : <FailureBox failure={failure} />}
    </div>
  );
}

/** How far one printer’s paper lies off, and its test page. */
function Nudge({ printer, tell }: { readonly printer: Printer; readonly tell: (failure: Failure | null) => void }) {
  const [x, setX] = useState(String(printer.nudgeX));
  const [y, setY] = useState(String(printer.nudgeY));
  const [tried, setTried] = useState(false);
  const [right, down] = [nudgeOf(x), nudgeOf(y)];
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (right === null || down === null) return false;
    const result = await change('printer.nudge', { name: printer.name, nudgeX: right, nudgeY: down });
    tell(result.ok ? null : result.failure);
    if (result.ok) say({ tone: 'saved', text: `The nudge of ${printer.shown} is kept.` });
    return result.ok;
  };
  const test = async (): Promise<void> => {
    if (!(await save())) return;
    const result = await call('paper.print', { kind: 'calibration', printer: printer.name });
    if (!result.ok) return tell(result.failure);
    const text = result.value.handedOver ? `The test page was handed to ${printer.shown}.` : 'Nothing was printed.';
    say({ tone: 'note', text });
  };
  return (
    <>
      <div className="side-by-side">
        <TextField
          label="Paper right"
          name="printer-right"
          text={x}
          onText={setX}
          right
          hint="1/32 inch, −32 to 32; minus is left"
          problem={tried && right === null ? wrong : undefined}
        />
        <TextField
          label="Paper down"
          name="printer-down"
          text={y}
          onText={setY}
          right
          hint="1/32 inch, −32 to 32; minus is up"
          problem={tried && down === null ? wrong : undefined}
        />
      </div>
      <div className="row-of">
        <Button asks="printer.nudge" onPress={() => void save()}>
          Keep the nudge
        </Button>
        <Button asks="paper.print" onPress={() => void test()}>
          Print the test page
        </Button>
      </div>
    </>
  );
}

const wrong = 'Type a whole number from −32 to 32.';

/** The figure that was typed, in 1/32 inch; null where it is none. */
function nudgeOf(text: string): number | null {
  const figure = text.trim().replace('−', '-');
  if (!/^[+-]?\d{1,2}$/.test(figure)) return null;
  const value = Number(figure);
  return value < -32 || value > 32 ? null : value;
}
