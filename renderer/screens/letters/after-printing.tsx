import { useEffect, useRef, useState } from 'react';
import type { PrintJob } from '../../../shared/contract/letters';
import type { LetterRow } from '../../../shared/contract/rows';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { useMoment } from '../office-moment';
import { count } from '../wording';
import { JamQuestion } from './jam-question';

type AfterPrintingProps = {
  readonly job: PrintJob;
  /** Whether it was printed here just now: then the keyboard goes to its question. */
  readonly fresh: boolean;
  /** Which letters came out, and whether the printer jammed, so that the others are printed next. */
  readonly onAnswer: (printed: readonly string[], jammed: boolean) => void;
};

/** Asks, where the work goes on and not in a dialog, which letters came out well; only those will be marked as printed. */
export function AfterPrinting({ job, fresh, onAnswer }: AfterPrintingProps) {
  const [how, setHow] = useState<'all' | 'some' | 'jam'>('all');
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);
  const moment = useMoment();
  const letters = job.rows.filter((row) => row.state !== 'voided');
  const toQuestion = () => box.current?.querySelector<HTMLElement>('button,input')?.focus();
  // The question appears where the work is, so the keyboard goes to its answer; one that was left open waits to be gone to.
  const begun = useRef(fresh);
  useEffect(() => {
    if (begun.current) toQuestion();
    begun.current = true;
  }, [how]);
  useCommands({ 'letter.answer': toQuestion });
  const good = letters.filter((l) => !bad.has(l.id));
  const all = letters.map((l) => l.id);
  const one = letters.length === 1;

  if (letters.length === 0)
    return (
      <div ref={box} className="said-box row-of" role="group" aria-label="After printing">
        <VoidedMeanwhile rows={job.rows} />
        <Button tone="primary" onPress={() => onAnswer([], false)}>
          Mark none
        </Button>
      </div>
    );
  if (how === 'jam') return <JamQuestion letters={letters} onAnswer={onAnswer} onLeave={() => setHow('all')} />;
  if (how === 'all')
    return (
      <div ref={box} className="said-box" role="group" aria-label="After printing">
        <div className="row-of">
          <strong>{one ? 'Did it print well?' : `Did all ${letters.length} print well?`}</strong>
          <Button tone="primary" onPress={() => onAnswer(all, false)}>
            {one ? 'Yes, mark it printed' : `Yes, mark all ${letters.length} printed`}
          </Button>
          <Button onPress={() => (one ? onAnswer([], false) : setHow('some'))}>
            {one ? 'No, keep it in the queue' : 'No, not all…'}
          </Button>
          {!one && <Button onPress={() => setHow('jam')}>The paper jammed…</Button>}
        </div>
        <p className="quiet-text">
          {one ? `${letters[0]?.number} was` : `${letters[0]?.number} to ${letters.at(-1)?.number} were`} handed to the
          printer {moment(job.at)} by {job.by}. Nothing is marked until you answer.
        </p>
        <VoidedMeanwhile rows={job.rows} />
      </div>
    );
  return (
    <div ref={box} className="said-box" role="group" aria-label="Which letters printed well">
      <p>
        <strong>Untick the letters that did not come out well.</strong> They stay in the queue.
      </p>
      <ol className="printed-list">
        {letters.map((letter) => (
          <li key={letter.id}>
            <label className="tick">
              <input type="checkbox" checked={!bad.has(letter.id)} onChange={() => setBad(toggled(bad, letter.id))} />
              {letter.number} {letter.studentName}
            </label>
          </li>
        ))}
      </ol>
      <div className="row-of">
        <Button
          tone="primary"
          onPress={() =>
            onAnswer(
              good.map((l) => l.id),
              false,
            )
          }
        >
          {good.length === 0 ? 'Mark none' : `Mark ${count(good.length, 'letter')} printed`}
        </Button>
        <Button onPress={() => setBad(good.length === 0 ? new Set() : new Set(all))}>
          {good.length === 0 ? 'Tick all' : 'Untick all'}
        </Button>
        <Button tone="quiet" onPress={() => setHow('all')}>
          Back
        </Button>
      </div>
    </div>
  );
}

/** Letters that were voided after they were handed to the printer: their sheets are not to be sent. */
function VoidedMeanwhile({ rows }: { readonly rows: readonly LetterRow[] }) {
  const voided = rows.filter((row) => row.state === 'voided').map((row) => row.number);
  if (voided.length === 0) return null;
  return (
    <p className="problem-line">
      {voided.join(', ')} {voided.length === 1 ? 'was' : 'were'} voided meanwhile and will not be marked. Take{' '}
      {voided.length === 1 ? 'its sheets' : 'their sheets'} out of the pile.
    </p>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
