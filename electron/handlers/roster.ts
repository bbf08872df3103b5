import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';
import { cancelHandlers } from './cancel';
import { courseHandlers } from './courses';
import { enrolmentHandlers } from './enrolments';
import { groupHandlers } from './groups';
import { studentHandlers } from './students';

/** The calls about students, courses, enrolments and groups. */
export const rosterHandlers: OpenHandlers<
  Extract<CallName, `${'student' | 'course' | 'enrolment' | 'group' | 'invoice'}.${string}`>
> = {
  ...studentHandlers,
  ...courseHandlers,
  ...cancelHandlers,
  ...enrolmentHandlers,
  ...groupHandlers,
};
