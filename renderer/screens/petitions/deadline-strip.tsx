import { dayNumber } from '../../../shared/day';
import type { PetitionDeadline } from '../../../shared/policy/petition-deadline';
import { shortDay } from '../wording';
import { isLate, sayDeadline, standingWords } from './deadline-words';

type DeadlineStripProps = { readonly deadline: PetitionDeadline; readonly receivedOn: string | null };

/** The time in which a petition may come, from the course's last day: in time, too late, and where this one was received. The sentence under it says the same. */
export function DeadlineStrip({ deadline, receivedOn }: DeadlineStripProps) {
  const from = dayNumber(deadline.from);
  const through = dayNumber(deadline.through);
  const received = receivedOn === null ? null : dayNumber(receivedOn);
  const first = Math.min(from, received ?? from);
  const last = Math.max(through, received ?? through);
  const spare = Math.max(4, Math.round((last - first) / 6));
  const share = (day: number) => (100 * (day - first)) / (last + spare - first);
  const late = receivedOn !== null && isLate(deadline, receivedOn);
  const mark = received === null ? null : share(received);
  return (
    <figure className="deadline-strip">
      <div className="deadline-drawing" aria-hidden="true">
        {mark !== null && receivedOn !== null && (
          <div className={`deadline-mark ${mark < 50 ? 'begins' : ''} ${late ? 'late' : ''}`} style={placed(mark)}>
            {mark < 50 && '▼ '}received {shortDay(receivedOn)}: {standingWords(deadline, receivedOn)}
            {mark >= 50 && ' ▼'}
          </div>
        )}
        <div className="deadline-bar">
          <div className="deadline-zone in-time" style={{ left: `${share(from)}%`, right: `${100 - share(through)}%` }}>
            <span>in time</span>
          </div>
          <div className="deadline-zone too-late" style={{ left: `${share(through)}%`, right: 0 }}>
            <span>too late</span>
          </div>
          {mark !== null && <div className="deadline-line" style={{ left: `${mark}%` }} />}
        </div>
        <div
          className="deadline-days"
          style={{ paddingLeft: `${share(from)}%`, paddingRight: `${100 - share(through)}%` }}
        >
          <span>course ends {shortDay(deadline.from)}</span>
          <span>last day {shortDay(deadline.through)}</span>
        </div>
      </div>
      <figcaption className={late ? 'problem-line' : ''}>{sayDeadline(deadline, receivedOn)}</figcaption>
    </figure>
  );
}

/** Where the words of the marker stand: before its line, or after it near the beginning. */
function placed(mark: number): { readonly marginLeft?: string; readonly marginRight?: string } {
  return mark < 50 ? { marginLeft: `${mark}%` } : { marginRight: `${100 - mark}%` };
}
