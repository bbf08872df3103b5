import { foldDeadlines, type SetDeadline } from '../../shared/register/set-deadline';
import { entriesOf, keptOf } from '../entries';
import type { Sql } from '../statements';

/** Reads the dates that the office set for deadlines by hand, straight from the entries: there are few, and none is ever listed alone. */
export function deadlineReads(sql: Sql) {
  return {
    /** Those of a course that stand. */
    setFor: (courseId: string): readonly SetDeadline[] => {
      const any = sql.one(
        `SELECT 1 FROM entry WHERE subject = 'course' AND subject_id = ? AND kind = 'deadline.set' LIMIT 1`,
        courseId,
      );
      return any === null ? [] : foldDeadlines(keptOf(entriesOf(sql, 'course', courseId)));
    },
  };
}
