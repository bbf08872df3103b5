import { z } from 'zod';

/** A text of a policy in the languages of its letters. */
export const words = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
export type Words = z.infer<typeof words>;

/** A clause's id, by which every value of a policy is cited. */
export const clause = z.string().min(1).max(20);
