import { z } from 'zod';
import type { PetitionView } from '../../../shared/contract/petitions';
import { formatDay } from '../../../shared/day';
import type { Problem } from '../../../shared/errors';
import { dayField, noteField, requiredLine } from '../../../shared/register/fields';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { Button } from '../../components/button';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { change } from '../../wire';
import { BoundDay, BoundText } from '../record-form/fields';
import { readDayText, readOn, type Reading } from '../record-form/reading';
import type { Asking } from './asking';
import { Recording } from '../record-form/recording';
import { paperWord } from './states';

type ReturnsProps = {
  readonly view: PetitionView;
  readonly days: DayContext;
  readonly asking: Asking | null;
  readonly onAsk: (asking: Asking | null) => void;
};

/** Each time the paper went back to the student for information, with its days and the answer; and the way to send it back, record an answer, or that the student withdrew it. */
export function Returns({ view, days, asking, onAsk }: ReturnsProps) {
  const { row, returns } = view;
  const word = paperWord(row.kind);
  const open = row.state === 'open';
  const returned = row.state === 'returned';
  if (!open && !returned && returns.length === 0) return null;
  const done = (words: string) => {
    say({ tone: 'saved', text: `${row.number}: ${words}` });
    onAsk(null);
  };
  return (
    <Panel
      title="With the student"
      aside={
        asking === null && (
          <span className="row-of">
            {open && (
              <Button asks="petition.return" onPress={() => onAsk('return')}>
                Return for information
              </Button>
            )}
            {returned && (
              <Button asks="petition.answer" onPress={() => onAsk('answer')}>
                Record the answer
              </Button>
            )}
            {(open || returned) && (
              <Button asks="petition.withdraw" onPress={() => onAsk('withdraw')}>
                Student withdraws it
              </Button>
            )}
          </span>
        )
      }
    >
      {returns.length === 0 && <p className="quiet-text">It did not go back to the student.</p>}
      <ul className="history">
        {returns.map((r, at) => (
          <li key={at}>
            Returned {formatDay(r.on, 'en')} — {r.why}
            <div className="quiet-text">
              {r.answeredOn !== null
                ? `Answered ${formatDay(r.answeredOn, 'en')}${r.answer === '' ? '' : ` — ${r.answer}`}`
                : r.answerBy === null
                  ? 'No answer yet; the clock stands still.'
                  : `No answer yet, asked for by ${formatDay(r.answerBy, 'en')}; the clock stands still.`}
            </div>
          </li>
        ))}
      </ul>
      {asking === 'return' && open && (
        <ReturnForm
          view={view}
          days={days}
          onDone={() => done(`the ${word} lies with the student`)}
          onLeave={() => onAsk(null)}
        />
      )}
      {asking === 'answer' && returned && (
        <Recording
          label="Answer of the student"
          asks="petition.answer"
          first={{ on: showDay(days.today), note: '' }}
          read={(texts: OnNote) => readOn(texts, days)}
          schema={onNoteSchema}
          send={(record, requestId) => change('petition.answer', { requestId, id: row.id, ...record })}
          onDone={() => done('the answer is recorded; it waits for the office again')}
          onLeave={() => onAsk(null)}
        >
          {(control) => (
            <>
              <BoundDay control={control} name="on" label="Came on" context={days} required />
              <BoundText control={control} name="note" label="What came" lines={2} />
            </>
          )}
        </Recording>
      )}
      {asking === 'withdraw' && (open || returned) && (
        <Recording
          label={`Student withdraws the ${word}`}
          asks="petition.withdraw"
          first={{ on: showDay(days.today), note: '' }}
          read={(texts: OnNote) => readOn(texts, days)}
          schema={onNoteSchema}
          send={(record, requestId) => change('petition.withdraw', { requestId, id: row.id, ...record })}
          onDone={() => done(`the student withdrew the ${word}`)}
          onLeave={() => onAsk(null)}
        >
          {(control) => (
            <>
              <BoundDay control={control} name="on" label="Withdrawn on" context={days} required />
              <BoundText control={control} name="note" label="Note" lines={2} />
            </>
          )}
        </Recording>
      )}
    </Panel>
  );
}

type ReturnFormProps = Pick<ReturnsProps, 'view' | 'days'> & {
  readonly onDone: () => void;
  readonly onLeave: () => void;
};

/** Returns the paper to the student for information: what is needed, and by when. */
function ReturnForm({ view, days, onDone, onLeave }: ReturnFormProps) {
  const ahead: DayContext = { ...days, past: false };
  return (
    <Recording
      label="Return for information"
      asks="petition.return"
      first={{ on: showDay(days.today), why: '', answerBy: '' }}
      read={(texts: ReturnTexts) => readReturn(texts, days, ahead)}
      schema={returnSchema}
      send={(record, requestId) => change('petition.return', { requestId, id: view.row.id, ...record })}
      onDone={onDone}
      onLeave={onLeave}
    >
      {(control) => (
        <>
          <BoundText control={control} name="why" label="What is needed" lines={2} required />
          <BoundDay
            control={control}
            name="answerBy"
            label="Answer by"
            context={ahead}
            hint="Empty where no day is set"
          />
          <BoundDay control={control} name="on" label="Returned on" context={days} required />
        </>
      )}
    </Recording>
  );
}

const onNoteSchema = z.strictObject({ on: dayField, note: noteField });
const returnSchema = z.strictObject({
  on: dayField,
  why: requiredLine('What is needed', 400),
  answerBy: dayField.nullable(),
});

type OnNote = { readonly on: string; readonly note: string };
type ReturnTexts = { readonly on: string; readonly why: string; readonly answerBy: string };

function readReturn(texts: ReturnTexts, days: DayContext, ahead: DayContext): Reading {
  const { record, wrong } = readOn(texts, days);
  const more: Problem[] = [...wrong];
  const answerBy = readDayText(texts.answerBy, 'answerBy', ahead, more);
  return { record: { ...(record as object), answerBy }, wrong: more };
}
