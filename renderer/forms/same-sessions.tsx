import { formatDay } from '../../shared/day';
import { courseDays, type Course } from '../../shared/register/course';
import { Notice } from '../components/notice';
import { courseState } from './course-lookup';

/** Stands under the course while a second look is due. */
export const otherSessions = 'Other sessions have this title. The form asks at its end whether this one is meant.';

type SameSessionsProps = {
  readonly course: Course;
  /** The other sessions that bear the same title. */
  readonly others: readonly Course[];
  /** What the policy says of sessions of one title. */
  readonly says: string;
  readonly today: string;
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
};

/** Asks for a second look where other sessions bear the title of the one chosen. A tick says that this one is meant. */
export function SameSessions({ course, others, says, today, seen, onSeen }: SameSessionsProps) {
  return (
    <Notice tone={seen ? 'note' : 'warning'}>
      <strong>
        {others.length === 1 ? 'Another session has' : `${others.length} other sessions have`} the title “{course.title}
        ”.
      </strong>{' '}
      {says}
      <ul>
        {others.map((other) => (
          <li key={other.id}>{sessionWords(other, today)}</li>
        ))}
      </ul>
      <label className="check">
        <input type="checkbox" data-field="sessionSeen" checked={seen} onChange={(e) => onSeen(e.target.checked)} />
        It is {sessionWords(course, today)}
      </label>
    </Notice>
  );
}

/** A session by its number, its days and where it stands. */
function sessionWords(course: Course, today: string): string {
  const { first, last } = courseDays(course);
  const days = [first, last].filter((day) => day !== null).map((day) => formatDay(day, 'en'));
  return [course.code, days.join(' to '), courseState(course, today)].filter((part) => part !== '').join(' · ');
}
