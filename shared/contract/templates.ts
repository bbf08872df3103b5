import { z } from 'zod';
import { ownWordsSchema } from '../letters/own-template';
import { letterTypes } from '../letters/template';
import { idField, noteField, requiredLine } from '../register/fields';
import { previewSchema } from './letters';
import { nothing, requestId } from './register';

const which = z.strictObject({ type: z.enum(letterTypes), language: z.enum(['en', 'es']) });

/** The words of one kind of letter in one language, as they stand. */
export const templateRowSchema = which.extend({
  title: z.string(),
  version: z.number().int(),
  /** Whether the office has its own words for it. */
  own: z.boolean(),
  reviewed: z.boolean(),
  /** Whether the other language has been changed since this one was. */
  behind: z.boolean(),
  savedAt: z.string().nullable(),
  person: z.string().nullable(),
});
export type TemplateRow = z.infer<typeof templateRowSchema>;

/** Calls about the words of letters. */
export const templateCalls = {
  'template.list': { input: nothing, output: z.array(templateRowSchema) },
  'template.get': {
    /** The version that is used where none is asked for. */
    input: which.extend({ version: z.number().int().nullable() }),
    output: templateRowSchema.extend({
      words: ownWordsSchema,
      /** Every version, the standard words first. */
      versions: z.array(
        z.strictObject({ version: z.number().int(), at: z.string().nullable(), person: z.string(), why: z.string() }),
      ),
    }),
  },
  /**
   * The letter of a case in these words, which need not be saved: of that case where it can have such a letter, of the next that can (the
   * newest first) where none is named or the next one is asked for. `standing` is what each standard paragraph says in it.
   */
  'template.preview': {
    input: z.strictObject({ words: ownWordsSchema, caseId: idField.nullable(), next: z.boolean() }),
    output: previewSchema.extend({
      caseId: idField.nullable(),
      caseNumber: z.string(),
      standing: z.record(z.string(), z.string()),
    }),
  },
  /** Saves a version; refuses words that lack anything mandatory, by name. */
  'template.save': {
    input: z.strictObject({
      requestId,
      words: ownWordsSchema,
      /** The version that was opened, so that nobody's later one is covered unseen. */
      from: z.number().int(),
      why: requiredLine('Why they change', 400),
      reviewed: z.boolean(),
    }),
    output: templateRowSchema,
  },
  /** Takes the app's standard words again. */
  'template.drop': { input: which.extend({ requestId, why: noteField }), output: templateRowSchema },
};
