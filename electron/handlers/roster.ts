import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';
import { cancelHandlers } from './cancel';
import { courseHandlers } from './courses';
import { enrolmentHandlers } from './enrolments';
import { studentHandlers } from './students';

/** The calls about students, courses and enrolments. */
export const rosterHandlers: OpenHandlers<
  Extract<CallName, `student.${string}` | `course.${string}` | `enrolment.${string}`>
> = {
  ...studentHandlers,
  ...courseHandlers,
  ...cancelHandlers,
  ...enrolmentHandlers,
};
