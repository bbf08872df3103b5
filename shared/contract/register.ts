import { z } from 'zod';
import type { Failure } from '../errors';
import { officeSchema, termSchema, closureSchema } from '../register/office';
import { dayField, idField, line, timeField } from '../register/fields';
import { sessionSchema } from '../register/person';

/** Nothing to say with the call. */
export const nothing = z.strictObject({});
/** A request id, made once per form, so that a double click or a retry cannot do a thing twice. */
export const requestId = idField;
/** Where the chain ends: the last entry's sequence and MAC (hex). */
export const headSchema = z.strictObject({ seq: z.number().int(), mac: z.string() });

/** What the status bar and the start screen show: the app, its register, the checks that run behind the window. */
export const statusSchema = z.strictObject({
  version: z.string(),
  account: z.string(),
  register: z.enum(['none', 'open', 'failed']),
  failure: z.custom<Failure>().nullable(),
  path: z.string().nullable(),
  sample: z.boolean(),
  readOnly: z.boolean(),
  check: z.enum(['running', 'passed', 'failed']),
  checkDetail: z.string(),
  backedUpAt: z.string().nullable(),
  entries: z.number().int(),
  /** Whose turn it is: there is no register to sign in to; its first administrator is to be made; somebody must sign in; it is locked; somebody is in. */
  turn: z.enum(['nobody', 'first', 'sign-in', 'locked', 'in']),
  session: sessionSchema.nullable(),
  /** Who locked the desk, by name and account; null where nobody did. */
  lockedBy: z.strictObject({ account: z.string(), name: z.string() }).nullable(),
  /** In the sample office, who may sign in there and with which passphrase, in a sentence; null at the office's own register. */
  practice: z.string().nullable(),
  /** What does not hold, in words: the first entry that was changed, moved or taken away, else the record or file; null while nothing was found. */
  broken: z.string().nullable(),
  /** The sequence of that entry; null where none was found. */
  brokenAt: z.number().int().nullable(),
});
export type Status = z.infer<typeof statusSchema>;

const placeSchema = z.strictObject({ path: z.string(), refusal: z.custom<Failure>().nullable() });
const backupSchema = z.strictObject({ name: z.string(), at: z.string(), bytes: z.number(), entries: z.number().int() });

/** Calls about the app, the register as a whole, and the office. */
export const registerCalls = {
  'app.status': { input: nothing, output: statusSchema },
  'app.quit': { input: nothing, output: nothing },
  /** The office's own day and time by this PC's clock; the PC's own where no register is open. */
  'app.clock': { input: nothing, output: z.strictObject({ day: dayField, time: timeField }) },
  /** Where a new register would lie: the folder of this PC that was proposed or chosen, or why it is refused. */
  'register.place': { input: nothing, output: placeSchema },
  /** Opens the system's folder dialog; the renderer never names a path. */
  'register.choosePlace': { input: nothing, output: placeSchema },
  'register.create': {
    input: z.strictObject({ requestId, office: officeSchema, terms: z.array(termSchema).max(40) }),
    output: statusSchema,
  },
  'register.openSample': { input: nothing, output: statusSchema },
  /** Leaves the sample office (its register stays on disk) and goes back to the office's own register or to set-up. */
  'register.closeSample': { input: nothing, output: statusSchema },
  'register.openOther': { input: nothing, output: statusSchema },
  'register.retry': { input: nothing, output: statusSchema },
  'register.saveCopy': { input: nothing, output: z.strictObject({ path: z.string() }) },
  'register.backUp': { input: nothing, output: backupSchema },
  'register.backups': { input: nothing, output: z.array(backupSchema) },
  'register.restore': { input: z.strictObject({ name: line(200) }), output: statusSchema },
  /** Recomputes every MAC of the chain and compares the present-state tables with the fold of the entries. */
  'register.verify': {
    input: nothing,
    output: z.strictObject({
      entries: z.number().int(),
      firstBroken: z.number().int().nullable(),
      /** What does not hold, in words: that entry with what it was about, who made it and when; else the record that differs. Empty where all holds. */
      brokenSaid: z.string(),
      rowsDiffering: z.number().int(),
      head: headSchema.nullable(),
    }),
  },
  'office.get': { input: nothing, output: z.strictObject({ office: officeSchema, terms: z.array(termSchema) }) },
  'office.save': { input: z.strictObject({ requestId, office: officeSchema }), output: officeSchema },
  'term.save': { input: z.strictObject({ requestId, term: termSchema }), output: termSchema },
  /** Public holidays to start the office's own calendar from; the office edits them. */
  'calendar.holidays': {
    input: z.strictObject({ state: z.string().regex(/^[A-Z]{2}$/), year: z.number().int().min(2000).max(2100) }),
    output: z.array(closureSchema),
  },
};
