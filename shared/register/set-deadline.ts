import { z } from 'zod';
import type { Kept } from './contents';
import { dayField, line, requiredLine, timeField } from './fields';

/** A limit as the office types it: a day that includes its whole day, or the first moment that is too late. */
export const throughField = z.union([
  dayField,
  z
    .string()
    .refine(
      (text) =>
        text[10] === 'T' &&
        dayField.safeParse(text.slice(0, 10)).success &&
        timeField.safeParse(text.slice(11)).success,
      'This is not a day or a moment of the calendar.',
    ),
]);

/** What an entry keeps when the office sets a deadline of a course by hand, or (`through` null) takes its date away again. */
export const deadlineSettingSchema = z.strictObject({
  /** The deadline's id on the course's sheet. */
  deadline: line(60).min(1),
  through: throughField.nullable(),
  reason: requiredLine('The reason', 400),
});
export type DeadlineSetting = z.infer<typeof deadlineSettingSchema>;

/** A date that the office set for a deadline, with who did when and why. It is published; it never decides a refund. */
export type SetDeadline = {
  readonly deadline: string;
  readonly through: string;
  readonly reason: string;
  readonly person: string;
  readonly at: string;
};

/** The dates set by hand that stand, from a course's entries: of each deadline the last one. */
export function foldDeadlines(entries: readonly Kept[]): readonly SetDeadline[] {
  const standing = new Map<string, SetDeadline>();
  for (const entry of entries) {
    if (entry.undone || entry.kind !== 'deadline.set') continue;
    const { deadline, through, reason } = entry.content;
    if (through === null) standing.delete(deadline);
    else standing.set(deadline, { deadline, through, reason, person: entry.person, at: entry.at });
  }
  return [...standing.values()];
}
