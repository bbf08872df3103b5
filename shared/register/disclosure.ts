import { z } from 'zod';
import { dayField, noteField, requiredLine } from './fields';

/** How a student's data was given out. */
export const disclosureWays = ['print', 'export', 'letter', 'spoken', 'shown'] as const;

/** To whom and why a student's data left the office, or was asked for and refused (34 CFR 99.32). */
export const disclosureSchema = z.strictObject({
  on: dayField,
  to: requiredLine('To whom', 120),
  purpose: requiredLine('For what', 200),
  what: requiredLine('What was shown', 200),
  how: z.enum(disclosureWays),
  refused: z.boolean(),
  note: noteField,
});
export type Disclosure = z.infer<typeof disclosureSchema>;

/** The words for how a student's data was given out. */
export const disclosureWords: Readonly<Record<Disclosure['how'], string>> = {
  print: 'On paper',
  export: 'As a file',
  letter: 'By letter or e-mail',
  spoken: 'Spoken, by phone or at the counter',
  shown: 'Shown on the screen',
};

/** A disclosure as it stands in the log: who of the office recorded it, and when. */
export const disclosureMadeSchema = disclosureSchema.extend({ person: z.string(), at: z.string() });
export type DisclosureMade = z.infer<typeof disclosureMadeSchema>;

/** Who made a student's record confidential, when and why. */
export const flagSchema = z.strictObject({ why: z.string(), person: z.string(), at: z.string() });
export type Flag = z.infer<typeof flagSchema>;

/** What stands in a list in place of the name of a student whose record is confidential. */
export const confidentialName = 'Confidential record';
