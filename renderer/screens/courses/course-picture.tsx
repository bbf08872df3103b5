import { dayOf, formatMoment } from '../../../shared/day';
import { meetingMinutes } from '../../../shared/meetings-line';
import type { Timeline } from '../../../shared/policy/timeline';
import type { Course } from '../../../shared/register/course';
import type { Office } from '../../../shared/register/office';
import { MonthTable } from '../../components/month-table';
import { count } from '../wording';
import type { CourseLimit } from './course-limits';
import { monthGrid, sayGridDay, type GridDay } from './month-grid';

type CoursePictureProps = {
  readonly course: Course;
  readonly office: Office;
  readonly limits: readonly CourseLimit[];
  readonly timeline: Timeline | null;
};

/** The course at a glance: its hours with the share that counts, its months with meetings, closures and deadlines, and every deadline in words. */
export function CoursePicture({ course, office, limits, timeline }: CoursePictureProps) {
  const months = monthGrid(
    course.meetings,
    office.closures,
    limits.map((l) => ({ letter: l.letter, day: dayOf(l.through), label: l.label })),
  );
  return (
    <div className="course-picture">
      <Hours course={course} timeline={timeline} />
      {limits.length > 0 && <Limits limits={limits} />}
      {months.length === 0 ? (
        <p className="empty-line">Add meetings so that elapsed time can be counted.</p>
      ) : (
        <div className="months" role="group" aria-label="Meetings and deadlines by month">
          {months.map((month) => (
            <MonthTable
              key={month.key}
              label={month.label}
              weeks={month.weeks}
              cell={(day) => <Day key={day.day} day={day} />}
            />
          ))}
        </div>
      )}
      {months.length > 0 && (
        <p className="legend quiet-text">
          <span className="dot" aria-hidden="true" /> meeting <span className="day closed" aria-hidden="true" /> office
          closed <b className="mark">A</b> last day of a deadline
        </p>
      )}
    </div>
  );
}

function Day({ day }: { readonly day: GridDay }) {
  const marked = day.meetings.length > 0 || day.closure !== null || day.deadlines.length > 0;
  const names = [
    'day',
    day.meetings.length > 0 ? 'meets' : '',
    day.closure === null ? '' : 'closed',
    day.deadlines.length > 0 ? 'limit' : '',
  ];
  return (
    <td className={names.join(' ').trim()} title={marked ? sayGridDay(day) : undefined}>
      <span aria-hidden={marked || undefined}>{day.number}</span>
      {marked && <span className="only-heard">{sayGridDay(day)}</span>}
      {day.meetings.length > 0 && <span className="dot" aria-hidden="true" />}
      {day.deadlines.map((d) => (
        <b key={d.letter} className="mark" aria-hidden="true">
          {d.letter}
        </b>
      ))}
    </td>
  );
}

/** The hours of all meetings as a bar, with the share of course time that ends a refund marked on it. */
function Hours({ course, timeline }: { readonly course: Course; readonly timeline: Timeline | null }) {
  const minutes = meetingMinutes(course.meetings);
  const untimed = course.meetings.filter((m) => m.from === null).length;
  const share = timeline?.share ?? null;
  if (course.meetings.length === 0) return null;
  const total =
    minutes === 0
      ? count(course.meetings.length, 'meeting')
      : `${count(course.meetings.length, 'meeting')}, ${hours(minutes)} in all`;
  return (
    <div className="hours-total">
      <p>
        <strong>{total}</strong>
        {untimed > 0 && untimed < course.meetings.length && (
          <span className="note-line"> · {count(untimed, 'meeting')} without times</span>
        )}
        {share !== null && (
          <>
            {' · '}
            {share.limit}%{' '}
            {minutes > 0 && share.basis === 'meeting-minutes'
              ? `is ${hours(Math.round((minutes * share.limit) / 100))}, `
              : ''}
            reached {formatMoment(share.reachedAt, 'en')}
          </>
        )}
      </p>
      {share !== null && (
        <svg
          className="share-bar"
          role="img"
          aria-label={`${share.limit}% of the course time is reached ${formatMoment(share.reachedAt, 'en')}`}
          viewBox="0 0 400 22"
          preserveAspectRatio="none"
        >
          <rect className="whole" x="0.5" y="6.5" width="399" height="10" />
          <rect className="part" x="0.5" y="6.5" width={(399 * share.limit) / 100} height="10" />
          <line x1={(400 * share.limit) / 100} x2={(400 * share.limit) / 100} y1="1" y2="21" />
        </svg>
      )}
    </div>
  );
}

function hours(minutes: number): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return m === 0 ? `${h} h` : h === 0 ? `${m} min` : `${h} h ${m} min`;
}

/** Every deadline of every tier, with its last office moment. */
function Limits({ limits }: { readonly limits: readonly CourseLimit[] }) {
  return (
    <table className="list limits" aria-label="Deadlines">
      <thead>
        <tr>
          <th scope="col">
            <span className="only-heard">Letter</span>
          </th>
          <th scope="col">Deadline</th>
          <th scope="col">Through</th>
          <th scope="col">Last office moment</th>
          <th scope="col">Clause</th>
        </tr>
      </thead>
      <tbody>
        {limits.map((limit) => (
          <tr key={limit.letter}>
            <td>
              <b className="mark">{limit.letter}</b>
            </td>
            <th scope="row">{limit.label}</th>
            <td>{formatMoment(limit.through, 'en')}</td>
            <td>{limit.lastOfficeMoment === null ? '' : formatMoment(limit.lastOfficeMoment, 'en')}</td>
            <td>{limit.clause}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
