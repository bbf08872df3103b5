import { z } from 'zod';
import { ownWordsSchema } from '../letters/own-template';
import { letterAboutSchema, letterChoiceSchema } from '../letters/about';
import { dayField, idField, line, noteField } from '../register/fields';
import { sheetFilterSchema } from './deadlines';
import { nothing, requestId } from './register';
import { reportAskedSchema } from './reports';
import { letterRowSchema, letterStates, waysBack } from './rows';

/** A page to look at before it is printed: an address of our own scheme for a sandboxed frame, and what stands in the way of mailing it. */
export const previewSchema = z.strictObject({
  url: z.string(),
  type: z.string(),
  title: z.string(),
  language: z.enum(['en', 'es']),
  /** Sentences the clerk should read before printing, e.g. that the student has no address. */
  problems: z.array(z.string()),
  mailable: z.boolean(),
  /** How many sheets the page fills, so that the frame can be as tall as they are. */
  pages: z.number().int().min(1),
});
export type Preview = z.infer<typeof previewSchema>;

const letterIds = z.array(idField).min(1).max(500);

/** What the queue can be narrowed to: a state, or the letters that were printed more than once. */
export const letterFilters = [...letterStates, 'reprinted'] as const;
export type LetterFilter = (typeof letterFilters)[number];

/** How many letters of one kind in one language there are, and their sheets. */
const letterKindSchema = z.strictObject({
  type: z.string(),
  language: z.enum(['en', 'es']),
  letters: z.number().int(),
  sheets: z.number().int(),
});
export type LetterKindCount = z.infer<typeof letterKindSchema>;

/** Letters that were handed to the printer, of which nobody has said yet whether they came out; or, after a jam, those still to be printed. */
export const printJobSchema = z.strictObject({
  /** In the order of the sheets, each as it stands now. */
  rows: z.array(letterRowSchema),
  /** Why those among them that were printed before are printed again. */
  why: z.string(),
  at: z.string(),
  /** Who printed, by name. */
  by: z.string(),
  /** Whether it was answered: the printer jammed, and these are the rest. */
  jammed: z.boolean(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** What can be printed besides letters: the forms a pack supplies (by its form id), the worksheet, the test page with the window's outline, a policy's tables, and deadline sheets. */
export const paperSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('form'),
    form: line(60),
    studentId: idField.nullable(),
    courseId: idField.nullable(),
    /** The case that a petition or appeal is about; its student and course are the form's. */
    caseId: idField.nullish(),
    /** In the student's own language, else in English, where none is asked for. */
    language: z.enum(['en', 'es']).nullish(),
  }),
  z.strictObject({ kind: z.literal('worksheet'), caseId: idField }),
  /** The page that shows how far a printer's paper lies off; of the one that letters go to where none is named. */
  z.strictObject({ kind: z.literal('calibration'), printer: z.string().max(300).nullable() }),
  /** Addresses of letters on a sheet of thirty labels, from the first free place on (1 to 30); and on #10 envelopes without a window. */
  z.strictObject({ kind: z.literal('labels'), letterIds: letterIds, from: z.number().int().min(1).max(30) }),
  z.strictObject({ kind: z.literal('envelopes'), letterIds: letterIds }),
  /** The cover sheet of a batch for the Business Office, for signature. */
  z.strictObject({ kind: z.literal('transmittal'), id: idField }),
  z.strictObject({ kind: z.literal('report'), asked: reportAskedSchema }),
  /** The letter of admission of somebody who has a place in a course; in the student's own language where none is asked for. */
  z.strictObject({
    kind: z.literal('admission'),
    courseId: idField,
    studentId: idField,
    language: z.enum(['en', 'es']).nullable(),
  }),
  /** The tables that a policy publishes, from its newest version or the one named. */
  z.strictObject({
    kind: z.literal('policy-tables'),
    policy: line(60),
    version: line(60).nullable(),
    language: z.enum(['en', 'es']),
  }),
  /** The deadlines of some courses: one table, or a page a course. */
  z.strictObject({ kind: z.literal('deadlines'), filter: sheetFilterSchema, layout: z.enum(['table', 'pages']) }),
]);
export type Paper = z.infer<typeof paperSchema>;

/** Calls about letters, forms and printing. The system's dialogs choose printers and files; the renderer never names a path. */
export const letterCalls = {
  /** The letter of what is asked for; of what happened last where nothing is. */
  'letter.preview': {
    input: z.strictObject({
      caseId: idField,
      language: z.enum(['en', 'es']).nullable(),
      about: letterAboutSchema.nullish(),
      /** Words for this letter alone, in place of those that it would have. */
      words: ownWordsSchema.nullish(),
    }),
    output: previewSchema.extend({
      about: letterAboutSchema,
      /** The letters that the case can have now, that of what happened last first. */
      choices: z.array(letterChoiceSchema),
      /** Where words are given: what each standard part says in this letter, by its name. */
      standing: z.record(z.string(), z.string()).optional(),
    }),
  },
  /** Makes that letter, archives its PDF and facts with the case, and puts it in the queue. */
  'letter.make': {
    input: z.strictObject({
      requestId,
      caseId: idField,
      language: z.enum(['en', 'es']).nullable(),
      about: letterAboutSchema.nullish(),
      /** Words for this letter alone: kept with it and flagged; what it must say is still demanded. */
      words: ownWordsSchema.nullish(),
    }),
    output: letterRowSchema,
  },
  /** The archived page of a letter, to look at. */
  'letter.open': { input: z.strictObject({ id: idField }), output: previewSchema },
  'letter.get': { input: z.strictObject({ id: idField }), output: letterRowSchema },
  'letter.list': {
    input: z.strictObject({
      text: line(120),
      state: z.enum(letterFilters).nullable(),
      sort: z.enum(['number', 'name', 'postal', 'case']),
      /** Whether the kinds of letter among them are counted too. */
      kinds: z.boolean().optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(letterRowSchema),
      total: z.number().int(),
      counts: z.record(z.enum(letterFilters), z.number().int()),
      /** Empty where they were not asked for. */
      kinds: z.array(letterKindSchema),
    }),
  },
  /** Prints the archived PDFs as one job through the system's dialog; nothing is marked until `letter.markPrinted`. */
  'letter.print': {
    input: z.strictObject({
      ids: z.array(idField).min(1).max(500),
      /** Whether a sheet with the list and the counts goes before them. */
      cover: z.boolean().optional(),
      /** Why letters that were printed before are printed again; each sheet of those says that it is a copy. */
      why: line(200).optional(),
    }),
    output: z.strictObject({ handedOver: z.boolean() }),
  },
  /** The job whose question is open, also after a crash and for whoever sits at the desk next; null where there is none. */
  'letter.printing': { input: nothing, output: printJobSchema.nullable() },
  /** Says which letters of that job came out: those are marked. After a jam the rest is kept to be printed next; else the question is closed. */
  'letter.answerPrinting': {
    input: z.strictObject({ requestId, printed: z.array(idField).max(500), jammed: z.boolean() }),
    output: printJobSchema.nullable(),
  },
  'letter.markPrinted': {
    input: z.strictObject({
      requestId,
      ids: z.array(idField).min(1).max(500),
      /** Why letters that were printed before were printed again. */
      why: line(200).optional(),
    }),
    output: z.array(letterRowSchema),
  },
  /** Makes the letters of many cases, each of what happened last, in the student's own language; says of each that has none why. */
  'letter.makeAll': {
    input: z.strictObject({ requestId, caseIds: z.array(idField).min(1).max(2000) }),
    output: z.strictObject({
      made: z.array(letterRowSchema),
      refused: z.array(z.strictObject({ caseId: idField, number: z.string(), why: z.string() })),
    }),
  },
  /** Stops making them: what is made stays. */
  'letter.stop': { input: z.strictObject({}), output: z.strictObject({}) },
  /** A PDF a letter, named by its case, in a folder that the person chooses. */
  'letter.saveSeparate': {
    input: z.strictObject({ ids: z.array(idField).min(1).max(2000) }),
    output: z.strictObject({ folder: z.string(), files: z.number().int() }),
  },
  /** A letter came back. */
  'letter.cameBack': {
    input: z.strictObject({
      requestId,
      id: idField,
      on: dayField,
      why: z.enum(waysBack),
      note: noteField,
    }),
    output: letterRowSchema,
  },
  /** Puts it in the queue again, with the student's address as it is now. */
  'letter.sendAgain': { input: z.strictObject({ requestId, id: idField }), output: letterRowSchema },
  'letter.markMailed': {
    input: z.strictObject({ requestId, ids: z.array(idField).min(1).max(500) }),
    output: z.array(letterRowSchema),
  },
  'letter.savePdf': {
    input: z.strictObject({ ids: z.array(idField).min(1).max(500) }),
    output: z.strictObject({ path: z.string() }),
  },
  'paper.preview': { input: paperSchema, output: previewSchema },
  'paper.print': { input: paperSchema, output: z.strictObject({ handedOver: z.boolean() }) },
  'paper.savePdf': { input: paperSchema, output: z.strictObject({ path: z.string() }) },
};
