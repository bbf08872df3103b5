import { z } from 'zod';
import { line } from '../register/fields';
import { letterTypes } from './template';

const ownText = z
  .string()
  .max(4000, 'At most 4,000 characters fit here.')
  .refine((text) => !/\p{Cs}|[^\P{Cc}\n]/u.test(text), 'This holds a character that cannot be printed. Type it again.');

/** A run of an own paragraph: words, or a field's value in their place. */
const runSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: ownText, strong: z.boolean() }),
  z.strictObject({ kind: z.literal('field'), field: line(60), strong: z.boolean() }),
]);
export type TemplateRun = z.infer<typeof runSchema>;

/** A part of an own letter: a named standard paragraph of the app, or the office's own words, under a named condition where one is set. */
export const templatePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standard'), name: line(60), when: line(60).nullable() }),
  z.strictObject({
    kind: z.literal('paragraph'),
    heading: z.boolean(),
    runs: z.array(runSchema).max(200),
    when: line(60).nullable(),
  }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(z.array(runSchema).max(60)).max(30),
    when: line(60).nullable(),
  }),
]);
export type TemplatePart = z.infer<typeof templatePartSchema>;

/** An office's own words for one kind of letter in one language, as the editor holds them. */
export const ownWordsSchema = z.strictObject({
  type: z.enum(letterTypes),
  language: z.enum(['en', 'es']),
  title: z.array(runSchema).max(40),
  parts: z.array(templatePartSchema).min(1).max(80),
});
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** A version of them as it was saved: what was typed, the Liquid text that it came to, and who has read it. */
export type SavedTemplate = OwnWords & {
  /** Greater than that of any standard or own version before it, so that a letter's footer names one text alone. */
  readonly version: number;
  readonly titleText: string;
  readonly pieces: readonly string[];
  readonly why: string;
  /** Whether a person who may sign letters in that language has read it. */
  readonly reviewed: boolean;
};
