import { courseDays, type Course } from './course';

/** How a course session stands on a day: not begun, running, or over. */
export const sessionStatuses = ['starts', 'active', 'ended'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** How a course session stands on the day `today`, its first and last day included; null where its days do not say. */
export function sessionStatus(
  course: Pick<Course, 'starts' | 'ends' | 'meetings'>,
  today: string,
): SessionStatus | null {
  const { first, last } = courseDays(course);
  if (first !== null && today < first) return 'starts';
  if (last !== null && today > last) return 'ended';
  // Between a first day that is not known and a last that is still to come, nobody can say.
  return first === null || last === null ? null : 'active';
}

/** The other sessions that bear the same title under the same policy, the earliest first: each can be taken for the one chosen. */
export function sameTitled<T extends Pick<Course, 'id' | 'policy' | 'title' | 'starts' | 'ends' | 'meetings'>>(
  chosen: T,
  courses: readonly T[],
): readonly T[] {
  const title = titleOf(chosen);
  const first = (course: T): string => courseDays(course).first ?? '';
  return courses
    .filter((c) => c.id !== chosen.id && c.policy === chosen.policy && titleOf(c) === title)
    .sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
}

/** Titles differ by no more than a space or a capital when somebody keyed one of them again. */
function titleOf({ title }: Pick<Course, 'title'>): string {
  return title.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
