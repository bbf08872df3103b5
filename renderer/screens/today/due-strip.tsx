import type { TodayCounts } from '../../../shared/contract/today';
import { dayNumber, dayText, weekdayOf } from '../../../shared/day';
import { count, shortDay, weekdayAndDay } from '../wording';

const letters = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const days = 14;

/** The next fourteen days with what comes due on each: refunds promised and petitions to decide, with the same in a sentence. */
export function DueStrip({ from, due }: { readonly from: string; readonly due: TodayCounts['days'] }) {
  const first = dayNumber(from);
  const shown = Array.from({ length: days }, (_, i) => {
    const on = dayText(first + i);
    const found = due.find((d) => d.on === on);
    return { on, refunds: found?.refunds ?? 0, petitions: found?.petitions ?? 0, weekday: weekdayOf(first + i) };
  });
  const most = Math.max(1, ...shown.map((d) => d.refunds + d.petitions));
  const spoken = shown
    .filter((d) => d.refunds + d.petitions > 0)
    .map((d) => `${weekdayAndDay(d.on)}: ${wordsOf(d)}`)
    .join('; ');
  const sentence = spoken === '' ? 'Nothing comes due in the next fourteen days.' : `Coming due: ${spoken}.`;
  return (
    <figure className="due-strip">
      <div className="due-days" role="img" aria-label={sentence}>
        {shown.map((d, i) => (
          <span
            key={d.on}
            className={`due-day${d.weekday > 4 ? ' weekend' : ''}${i === 0 ? ' now' : ''}`}
            title={`${weekdayAndDay(d.on)}: ${d.refunds + d.petitions === 0 ? 'nothing' : wordsOf(d)}`}
          >
            <span className="due-bars">
              {d.refunds + d.petitions > 0 && <span className="due-count">{d.refunds + d.petitions}</span>}
              <span className="due-petitions" style={{ height: `${(d.petitions / most) * 2.5}rem` }} />
              <span className="due-refunds" style={{ height: `${(d.refunds / most) * 2.5}rem` }} />
            </span>
            <span>{letters[d.weekday]}</span>
            <span className="due-date">{shortDay(d.on).replace(/\/\d+$/, '')}</span>
          </span>
        ))}
      </div>
      <figcaption className="quiet-text">
        <span className="due-key refunds" /> refunds promised <span className="due-key petitions" /> petitions and
        appeals due
      </figcaption>
    </figure>
  );
}

function wordsOf({ refunds, petitions }: { readonly refunds: number; readonly petitions: number }): string {
  return [
    refunds === 0 ? '' : count(refunds, 'refund'),
    petitions === 0 ? '' : count(petitions, 'petition or appeal', 'petitions and appeals'),
  ]
    .filter((words) => words !== '')
    .join(' and ');
}
