import { z } from 'zod';
import { centsField, requiredLine } from './fields';
import { roles } from './role';

/** The office's own rules on who decides with whom, how long things may wait, and how long they are kept. */
export const rulesSchema = z.strictObject({
  /** A determination that refunds and cancels more than this, in cents, waits for a second person; null where the office asks for none. */
  secondPersonAbove: centsField.nullable(),
  /** Days within which a petition or an appeal is to be decided, from its receipt; the days it lay with the student are not counted. */
  petitionDays: z
    .number('Type a number of days.')
    .int('Whole days only.')
    .min(1, 'At least one day.')
    .max(365, 'At most a year.'),
  /** The committee that votes on appeals, by name; empty where the office has none. */
  committee: z.array(requiredLine('The member’s name', 80)).max(15),
  /** Minutes without a key or a click after which the desk locks. */
  lockAfter: z
    .number('Type a number of minutes.')
    .int('Whole minutes only.')
    .min(2, 'At least 2 minutes.')
    .max(60, 'At most 60 minutes.'),
  /** Days after which a backup is too old. */
  backupDays: z
    .number('Type a number of days.')
    .int('Whole days only.')
    .min(1, 'At least one day.')
    .max(60, 'At most 60 days.'),
  /** Years after a case’s last entry for which it is kept; null where nothing is ever removed. */
  keepYears: z
    .number('Type a number of years.')
    .int('Whole years only.')
    .min(3, 'Student-aid records are kept for at least three years.')
    .max(50, 'At most 50 years.')
    .nullable(),
  /** The roles that see the data of a student whose record is confidential. */
  seeConfidential: z.array(z.enum(roles)).min(1, 'Name at least one role; else nobody could ever answer the student.'),
});
export type Rules = z.infer<typeof rulesSchema>;

/** The rules of an office that has set none. */
export const standardRules: Rules = {
  secondPersonAbove: null,
  petitionDays: 21,
  committee: [],
  lockAfter: 10,
  backupDays: 2,
  keepYears: null,
  seeConfidential: ['supervisor'],
};
