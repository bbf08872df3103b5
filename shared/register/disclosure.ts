import { z } from 'zod';
import { dayField, noteField, requiredLine } from './fields';

/** To whom and why a student's data left the office, or was asked for and refused (34 CFR 99.32). */
export const disclosureSchema = z.strictObject({
  on: dayField,
  to: requiredLine('To whom', 120),
  purpose: requiredLine('For what', 200),
  what: requiredLine('What was shown', 200),
  how: z.enum(['print', 'export', 'letter', 'spoken', 'shown']),
  refused: z.boolean(),
  note: noteField,
});
export type Disclosure = z.infer<typeof disclosureSchema>;
