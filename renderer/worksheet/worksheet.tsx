import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { formatMoment } from '../../shared/day';
import { formatCents } from '../../shared/money';
import type { ExplainedStep } from '../../shared/policy/explain';
import type { ClosestAnswers } from '../../shared/policy/timeline';
import { CommandKbd } from '../components/kbd';
import type { Worksheet } from './live';

type LinesProps = {
  readonly lines: readonly ExplainedStep[];
  /** Goes to the field a line came from; without it Enter opens the line's reason. */
  readonly onJump?: (rule: string) => void;
  /** The line whose reason is open, by its place; F1 on a line opens and closes it. */
  readonly open: number | null;
  readonly onOpen: (at: number | null) => void;
};

/** The worksheet's numbered lines: sentence, clause, value. Arrow keys walk them, Enter goes to a line's field, F1 says why. */
export const WorksheetLines = memo(function WorksheetLines({ lines, onJump, open, onOpen }: LinesProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [stop, setStop] = useState(0);
  const current = Math.min(stop, lines.length - 1);
  const keyDown = (event: KeyboardEvent, at: number) => {
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('tr[data-line]') ?? [])];
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) rows[next]?.focus();
    else if (event.key === 'F1') onOpen(open === at ? null : at);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.shiftKey) {
      const rule = lines[at]?.rule;
      if (onJump !== undefined && rule !== undefined) onJump(rule);
      else onOpen(open === at ? null : at);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <table className="worksheet-lines" aria-label="Worksheet lines">
      <tbody ref={body}>
        {lines.map((line, at) => (
          <tr
            key={`${line.rule}${line.clause}${at}`}
            data-line={line.rule}
            tabIndex={at === current ? 0 : -1}
            onFocus={() => setStop(at)}
            onKeyDown={(e) => keyDown(e, at)}
          >
            <td>{at + 1}</td>
            <td className="line-text">
              <Sentence text={line.text} /> <span className="line-clause">{line.clause}</span>
              {open === at && (
                <blockquote className="why-box">
                  {line.quote === '' ? 'The policy’s data gives no words for this line.' : `“${line.quote}”`}{' '}
                  <cite>{line.clause}</cite>
                </blockquote>
              )}
            </td>
            <td className="line-value">{line.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
});

/** A line's sentence, with the answer to its question in bold. */
function Sentence({ text }: { readonly text: string }) {
  const match = /^(.*\?) (.*)$/.exec(text);
  if (match === null) return text;
  return (
    <>
      {match[1]} <strong>{match[2]}</strong>
    </>
  );
}

/** The last line, in words that can stand alone: `Refund to original payer $260.00`. */
export function resultWords(worksheet: Worksheet): { readonly text: string; readonly amount: string } {
  const { determination, label } = worksheet;
  if (determination.outcome === 'refund')
    return { text: `Refund to original payer`, amount: formatCents(determination.refund) };
  return { text: label, amount: determination.outcome === 'none' ? formatCents(determination.refund) : '—' };
}

/** The result, and under it what else is settled: fees cancelled, what is paid out, the note on the record, what is still missing. */
export function WorksheetResult({ worksheet }: { readonly worksheet: Worksheet }) {
  const { determination } = worksheet;
  const result = resultWords(worksheet);
  return (
    <>
      <p className="worksheet-result">
        <span>{result.text}</span>
        <span className="money">{result.amount}</span>
      </p>
      {determination.cancelled > 0 && (
        <p className="worksheet-more">
          <span>Fees still due, cancelled</span>
          <span className="money">{formatCents(determination.cancelled)}</span>
        </p>
      )}
      {worksheet.otherDate !== null && <p className="worksheet-more other-date">{worksheet.otherDate}</p>}
    </>
  );
}

/** The nearest dates that would have given another answer. */
export function Closest({ closest }: { readonly closest: ClosestAnswers }) {
  const { earlier, later } = closest;
  if (earlier === null && later === null) return null;
  return (
    <p className="worksheet-closest">
      Closest other answers:{' '}
      {earlier !== null && (
        <>
          on or before <strong>{formatMoment(earlier.through, 'en')}</strong> → {formatCents(earlier.refund)}
        </>
      )}
      {earlier !== null && later !== null && ' · '}
      {later !== null && (
        <>
          from <strong>{formatMoment(later.from, 'en')}</strong> → {formatCents(later.refund)}
        </>
      )}{' '}
      <span className="field-keys">
        <CommandKbd id="why" /> why
      </span>
    </p>
  );
}
