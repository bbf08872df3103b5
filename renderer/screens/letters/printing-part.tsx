import { useEffect, useRef } from 'react';
import { z } from 'zod';
import type { PrintJob } from '../../../shared/contract/letters';
import { requiredLine } from '../../../shared/register/fields';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { Panel } from '../../components/panel';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';
import { FailureBox } from '../saying';
import { count } from '../wording';
import { AfterPrinting } from './after-printing';
import { wasPrinted, type PrintingHere } from './use-printing';

type PrintingPartProps = { readonly printing: PrintingHere; readonly cover: boolean };

/** What is asked about letters on their way to the printer: why they are printed again, whether they came out, and the rest after a jam. */
export function PrintingPart({ printing, cover }: PrintingPartProps) {
  const { job, trouble, asking } = printing;
  return (
    <>
      {trouble !== null && <FailureBox failure={trouble} />}
      {job !== null && !job.jammed && (
        <AfterPrinting
          key={job.at}
          job={job}
          fresh={printing.fresh}
          onAnswer={(printed, jammed) => void printing.answer(printed, jammed)}
        />
      )}
      {job?.jammed === true && <AfterJam job={job} printing={printing} />}
      {asking !== null && <WhyAgain printing={printing} cover={cover} />}
    </>
  );
}

/** What a jam left: the way to print it on as a new job. */
function AfterJam({ job, printing }: { readonly job: PrintJob; readonly printing: PrintingHere }) {
  const box = useRef<HTMLDivElement>(null);
  useCommands({ 'letter.resume': printing.resume });
  // It follows the answer that somebody has just given.
  useEffect(() => box.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const rows = job.rows.filter((row) => row.state !== 'voided');
  const voided = job.rows.length - rows.length;
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <div ref={box} className="said-box" role="group" aria-label="After the jam">
      <div className="row-of">
        <strong>{count(rows.length, 'letter')} after the jam</strong>
        <Button tone="primary" onPress={printing.resume}>
          Resume from letter {first.number}
        </Button>
        <Button onPress={printing.forget}>Leave {rows.length === 1 ? 'it' : 'them'} in the queue</Button>
      </div>
      <p className="quiet-text">
        {rows.length === 1
          ? `${first.number} is printed`
          : `${first.number} to ${rows.at(-1)?.number} are printed, in the same order,`}{' '}
        as a new job.
        {voided > 0 && ` ${count(voided, 'letter was', 'letters were')} voided meanwhile and will not be printed.`}
      </p>
    </div>
  );
}

const whySchema = z.strictObject({ why: requiredLine('Why they are printed again', 200) });

/** Asks why letters are printed once more; each sheet of those will say that it is a copy. */
function WhyAgain({ printing, cover }: PrintingPartProps) {
  const rows = printing.asking ?? [];
  const again = rows.filter(wasPrinted);
  const fresh = rows.filter((row) => !wasPrinted(row));
  const [first] = again;
  const one = again.length === 1;
  return (
    <Panel title={one ? `${first?.number} was printed before` : `${again.length} of these were printed before`}>
      <p>
        Every sheet of {one ? 'it' : 'them'} will say “Copy” or “Copia” with today’s date. What is kept stays as it was
        made.
      </p>
      <Recording
        label="Why printed again"
        asks="letter.print"
        words={`Print ${count(rows.length, 'letter')}`}
        first={{ why: '' }}
        read={(texts: { readonly why: string }) => ({ record: texts, wrong: [] })}
        schema={whySchema}
        send={({ why }) => printing.hand(rows, cover, why)}
        onDone={() => undefined}
        onLeave={printing.leave}
      >
        {(control) => (
          <BoundText
            control={control}
            name="why"
            label={one ? 'Why it is printed again' : 'Why they are printed again'}
            required
          />
        )}
      </Recording>
      {fresh.length > 0 && (
        <div className="row-of">
          <Button onPress={() => void printing.hand(fresh, cover, '')}>
            Print only the {fresh.length} not printed before
          </Button>
        </div>
      )}
    </Panel>
  );
}
