import { z } from 'zod';
import { entryKinds, entrySchema, subjects } from '../register/entry';
import { dayField, idField, line } from '../register/fields';

/** An entry as the audit trail lists it: what it was about in words. Its content comes with `history.entry`. */
export const trailRowSchema = entrySchema.omit({ content: true }).extend({
  /** The record it is about, as lists show it: `RD-2026-0417 García, Ana`, `EXT 204`. */
  label: z.string(),
  /** True where retention took the content away. */
  removed: z.boolean(),
  mac: z.string(),
});
export type TrailRow = z.infer<typeof trailRowSchema>;

/** The names of the records that contents name by their identifiers. */
const namesSchema = z.record(z.string(), z.string());

/** Calls about what happened in the register, who did it and when. */
export const historyCalls = {
  'history.list': {
    input: z.strictObject({
      filter: z.strictObject({
        /** Words of a case number, a name or a course; an entry's number as `#417`. */
        text: line(120),
        person: line(80).nullable(),
        from: dayField.nullable(),
        to: dayField.nullable(),
        subject: z.enum(subjects).nullable(),
        subjectId: idField.nullable(),
        kind: z.enum(entryKinds).nullable(),
      }),
      /** Only entries before this sequence; null begins at the newest. */
      before: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(trailRowSchema), more: z.boolean(), people: z.array(z.string()) }),
  },
  /** One entry with its content and the state that it took the place of, so that both can be shown side by side; null where there was none. */
  'history.entry': {
    input: z.strictObject({ seq: z.number().int().min(1) }),
    output: z.strictObject({
      row: trailRowSchema,
      after: z.unknown(),
      before: z.unknown(),
      names: namesSchema,
      /** The sequences of the other entries that the same action made. */
      together: z.array(z.number().int()),
      /** The newer and the older entry beside it; null at either end. */
      later: z.number().int().nullable(),
      earlier: z.number().int().nullable(),
    }),
  },
  /** Everything that happened to a case, the oldest first: its own entries, those of its petitions and of its letters. */
  'history.case': {
    input: z.strictObject({ caseId: idField }),
    output: z.strictObject({ entries: z.array(entrySchema.extend({ label: z.string() })), names: namesSchema }),
  },
  /** Whether the register still holds the entry whose number and first digits of its MAC stand on a paper. */
  'history.proof': {
    input: z.strictObject({ seq: z.number().int().min(1), mac: z.string().regex(/^[0-9a-f]{16}$/) }),
    output: z.strictObject({ holds: z.boolean(), said: z.string() }),
  },
};
