import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/errors';
import type { Office } from '../../../shared/register/office';
import { refundsStayComputed } from '../../../shared/sheets/course-sheet';
import { sayThrough } from '../../../shared/sheets/sheet-words';
import { formatTime } from '../../../shared/day';
import { readDay, sayDay, showDay, type DayContext } from '../../../shared/typed/day';
import { readTime } from '../../../shared/typed/time';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { DateEntry } from '../../components/date-entry';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { TextField } from '../../components/text-field';
import { TimeEntry } from '../../components/time-entry';
import { daysBetween, hoursOn } from '../../forms/office-days';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { count } from '../wording';
import type { SheetLine } from './sheet-table';

type SetDateProps = {
  readonly line: SheetLine & { readonly row: NonNullable<SheetLine['row']> };
  readonly office: Office;
  readonly days: DayContext;
  readonly onClose: () => void;
};

/** A deadline whose date the office sets by hand: the date, for a limit within the day its time, and the reason; or it is taken away again. */
export function SetDate({ line, office, days, onClose }: SetDateProps) {
  const { sheet, row } = line;
  const before = row.set?.through ?? row.computed;
  const request = useRef(newRequestId());
  const [date, setDate] = useState(before === null ? '' : showDay(before.slice(0, 10)));
  const [time, setTime] = useState(before === null || before.length === 10 ? '' : formatTime(before.slice(11)));
  const [reason, setReason] = useState(row.set?.reason ?? '');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const day = readDay(date, days);
  const hours = day.kind === 'day' ? hoursOn(office, day.day) : null;

  const keep = async (through: string | null, why: string) => {
    const result = await change('deadline.set', {
      requestId: request.current,
      courseId: sheet.courseId,
      deadline: row.deadline,
      through,
      reason: why,
    });
    if (result.ok) {
      say({
        tone: 'saved',
        text: through === null ? `${row.label} is computed again` : `${row.label}: ${sayThrough(through)}`,
      });
      return onClose();
    }
    // What was refused is not what will be sent next.
    request.current = newRequestId();
    if (result.failure.kind !== 'invalid') return setTrouble(result.failure);
    tell(Object.fromEntries(result.failure.problems.map((p) => [p.field, p.message])));
  };
  const tell = (lines: Readonly<Record<string, string>>) => {
    setProblems(lines);
    focusField(['through', 'time', 'reason'].find((name) => lines[name] !== undefined) ?? 'through');
  };
  const save = () => {
    setTrouble(null);
    const at = readTime(time, hours);
    const lines: Record<string, string> = {};
    if (day.kind === 'empty') lines['through'] = 'The date is missing. Type the last day, like 9/22.';
    if (day.kind === 'wrong') lines['through'] = day.message;
    if (day.kind === 'ambiguous')
      lines['through'] = `This could be ${[day.day, ...day.others].map(sayDay).join(' or ')}. Type it with slashes.`;
    if (at.kind === 'wrong') lines['time'] = at.message;
    if (reason.trim() === '') lines['reason'] = 'The reason is missing. Type why the date is another.';
    if (Object.keys(lines).length > 0 || day.kind !== 'day') return tell(lines);
    void keep(at.kind === 'time' ? `${day.day}T${at.time}` : day.day, reason.trim());
  };
  const takeAway = () => void keep(null, reason.trim() === '' ? 'Taken away' : reason.trim());
  useCommands({ 'record.save': save }, 'deadline.set');

  return (
    <Panel title={`Set a date: ${row.label}`} className="set-date">
      <div
        onKeyDown={(e) => {
          if (e.key !== 'Escape' || e.defaultPrevented) return;
          e.preventDefault();
          onClose();
        }}
      >
        {trouble !== null && <FailureBox failure={trouble} />}
        <p>
          {sheet.code} {sheet.title}. Computed by {row.clause}:{' '}
          <strong>{row.computed === null ? 'not known' : sayThrough(row.computed)}</strong>.
        </p>
        <RecordForm onSave={save}>
          <div className="form">
            <DateEntry
              label="Last day"
              name="through"
              text={date}
              onText={(text) => {
                setProblems({});
                setDate(text);
              }}
              context={days}
              problem={problems['through']}
              required
              autoFocus
              relation={(chosen) => (row.computed === null ? null : relation(row.computed, chosen))}
              warning={
                day.kind === 'day' && hours === null ? 'The office is closed that day. It can be set all the same.' : ''
              }
            />
            <TimeEntry
              label="Until"
              name="time"
              text={time}
              onText={(text) => {
                setProblems({});
                setTime(text);
              }}
              hours={hours}
              problem={problems['time']}
              hint="The first moment too late; empty for the whole day"
            />
            <TextField
              label="Reason"
              name="reason"
              text={reason}
              onText={(text) => {
                setProblems({});
                setReason(text);
              }}
              problem={problems['reason']}
              maxLength={400}
              required
            />
          </div>
        </RecordForm>
        {row.percent !== null && <p className="note-line">The sheet will show this date. {refundsStayComputed}</p>}
        <div className="row-of at-end">
          <Button tone="quiet" onPress={onClose}>
            Leave it (Esc)
          </Button>
          {row.set !== null && (
            <Button asks="deadline.set" onPress={takeAway}>
              Take the set date away
            </Button>
          )}
          <CommandButton id="record.save" tone="primary" />
        </div>
      </div>
    </Panel>
  );
}

function relation(computed: string, chosen: string): string {
  const days = daysBetween(computed.slice(0, 10), chosen);
  if (days === 0) return 'the computed day';
  return `${count(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} the computed one`;
}
