import type { CourseRow } from '../../shared/contract/roster';
import { formatTime } from '../../shared/day';
import { formatCents } from '../../shared/money';
import { courseDays, type Course, type Meeting } from '../../shared/register/course';
import type { Term } from '../../shared/register/office';
import { sessionStatus } from '../../shared/register/session';
import type { FieldFrame } from '../components/field';
import { LookupField } from '../components/lookup-field';
import { policyOf } from '../policies';
import { ask } from '../wire';
import { dayNumber, formatDay, weekdayOf } from '../../shared/day';
import { courseTitle } from './entry-texts';

type CourseLookupProps = Omit<FieldFrame, 'label' | 'name'> & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly chosen: Course | null;
  readonly onChoose: (course: Course | null, term: Term | null) => void;
  readonly studentId: string | null;
  readonly today: string;
  /** The field's name where a form has another for it. */
  readonly name?: string;
};

/** The course by number or title; the second line and the badge tell two of the same title apart. */
export function CourseLookup({ chosen, onChoose, studentId, today, name = 'courseId', ...rest }: CourseLookupProps) {
  return (
    <LookupField<CourseRow>
      {...rest}
      label="&Course section"
      name={name}
      what="course"
      chosen={chosen === null ? null : { course: chosen, term: null, enrolled: null, roster: 0 }}
      onChoose={(row) => onChoose(row?.course ?? null, row?.term ?? null)}
      find={(text) => ask('course.find', { text, limit: 12, studentId })}
      keyOf={(row) => row.course.id}
      title={(row) => courseTitle(row.course)}
      detail={(row) => courseWords(row.course)}
      badge={(row) =>
        [row.enrolled === true ? 'enrolled' : '', courseState(row.course, today)].filter((w) => w !== '').join(' · ')
      }
      isCode={(row, typed) =>
        row.course.code.toLowerCase() === typed.toLowerCase() ||
        row.course.code.toLowerCase().endsWith(` ${typed.toLowerCase()}`)
      }
    />
  );
}

const usualStatuses = { starts: 'starts', active: 'active', ended: 'ended' };

/** Where a course stands on a day, in its policy's words where it has some: it starts, is active, has ended, or was cancelled. */
export function courseState(course: Course, today: string): string {
  if (course.cancelledOn !== null) return 'cancelled';
  const status = sessionStatus(course, today);
  if (status === null) return '';
  const own = policyOf(course.policy)?.pack.features?.sessions?.statuses[status].en ?? usualStatuses[status];
  const { first } = courseDays(course);
  return status === 'starts' && first !== null ? `${own} ${shortDay(first)}` : own;
}

/** The chosen course in one line, with where it stands today. */
export function chosenCourseWords(course: Course, today: string): string {
  return [courseState(course, today), courseWords(course)].filter((part) => part !== '').join(' · ');
}

/** A course in one line: how often it meets, when, its first and last day, its fee. */
export function courseWords(course: Course): string {
  const { first, last } = courseDays(course);
  const count = course.meetings.length;
  const meetings =
    count === 0 ? (course.arranged ? 'arranged' : 'no meetings') : count === 1 ? '1 meeting' : `${count} meetings`;
  const days =
    first === null || last === null
      ? ''
      : first === last
        ? shortDay(first)
        : `${shortDay(first)} – ${shortDay(last)}, ${last.slice(0, 4)}`;
  return [meetings, pattern(course.meetings), days, course.fee === 0 ? '' : formatCents(course.fee)]
    .filter((part) => part !== '')
    .join(' · ');
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function pattern(meetings: readonly Meeting[]): string {
  const first = meetings[0];
  if (first === undefined) return '';
  const days = [...new Set(meetings.map((m) => weekdayOf(dayNumber(m.date))))]
    .sort((a, b) => a - b)
    .map((d) => names[d]);
  const sameTime = meetings.every((m) => m.from === first.from && m.to === first.to);
  const time =
    sameTime && first.from !== null && first.to !== null ? ` ${formatTime(first.from)}–${formatTime(first.to)}` : '';
  return `${days.length > 3 ? '' : days.join(' ')}${time}`.trim();
}

function shortDay(day: string): string {
  return formatDay(day, 'en').split(',')[1]?.trim() ?? day;
}
