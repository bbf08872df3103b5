import { useEffect, useRef, useState } from 'react';
import type { LetterRow } from '../../../shared/contract/rows';
import { Button } from '../../components/button';
import { count } from '../wording';

type AfterPrintingProps = {
  /** What was handed to the printer, in the order of its sheets. */
  readonly letters: readonly Pick<LetterRow, 'id' | 'number' | 'studentName'>[];
  readonly onMark: (good: readonly string[]) => void;
};

/** Asks, where the work goes on and not in a dialog, which letters came out well; only those will be marked as printed. */
export function AfterPrinting({ letters, onMark }: AfterPrintingProps) {
  const [choosing, setChoosing] = useState(false);
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);
  // The question appears where the work is, so the keyboard goes to its answer.
  useEffect(() => box.current?.querySelector<HTMLElement>('button,input')?.focus(), [choosing]);
  const good = letters.filter((l) => !bad.has(l.id));
  if (!choosing)
    return (
      <div ref={box} className="said-box row-of" role="group" aria-label="After printing">
        <strong>{letters.length === 1 ? 'Did it print well?' : `Did all ${letters.length} print well?`}</strong>
        <Button tone="primary" onPress={() => onMark(letters.map((l) => l.id))}>
          {letters.length === 1 ? 'Yes, mark it printed' : `Yes, mark all ${letters.length} printed`}
        </Button>
        <Button onPress={() => (letters.length === 1 ? onMark([]) : setChoosing(true))}>
          {letters.length === 1 ? 'No, keep it in the queue' : 'No, not all…'}
        </Button>
      </div>
    );
  return (
    <div ref={box} className="said-box" role="group" aria-label="Which letters printed well">
      <p>
        <strong>Untick the letters that did not come out well.</strong> They stay in the queue.
      </p>
      <ol className="printed-list">
        {letters.map((letter, index) => (
          <li key={letter.id}>
            <label className="tick">
              <input type="checkbox" checked={!bad.has(letter.id)} onChange={() => setBad(toggled(bad, letter.id))} />
              {letter.number} {letter.studentName}
            </label>
            {index < letters.length - 1 && (
              <Button
                tone="quiet"
                label={`${letter.number}: this and all after did not`}
                onPress={() => setBad(new Set([...bad, ...letters.slice(index).map((l) => l.id)]))}
              >
                this and all after did not
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div className="row-of">
        <Button tone="primary" onPress={() => onMark(good.map((l) => l.id))}>
          {good.length === 0 ? 'Mark none' : `Mark ${count(good.length, 'letter')} printed`}
        </Button>
        <Button onPress={() => setBad(new Set())}>Tick all</Button>
      </div>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
