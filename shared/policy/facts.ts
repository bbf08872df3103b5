import { z } from 'zod';
import type { Problem } from '../errors';
import { channels, noticeKinds } from '../register/case';

/** The message for a value of the wrong kind; where it is not there at all, that it is missing. */
function missingOr(message: string): { readonly error: (issue: { readonly input?: unknown }) => string } {
  return { error: ({ input }) => (input === undefined || input === null ? 'is missing' : message) };
}

function oneOf(values: readonly string[]): ReturnType<typeof missingOr> {
  return missingOr(`is not one of ${values.join(', ')}`);
}

const day = z.iso.date(missingOr('is not a day of the calendar, written YYYY-MM-DD'));
const time = z
  .string(missingOr('is not a time, written HH:MM'))
  // A time that is none is not compared with another.
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is not a time, written HH:MM', abort: true });
const moment = z
  .string(missingOr('is not a day or a moment, written YYYY-MM-DD or YYYY-MM-DDTHH:MM'))
  .refine(
    (text) =>
      day.safeParse(text.slice(0, 10)).success &&
      (text.length === 10 || (text[10] === 'T' && time.safeParse(text.slice(11)).success)),
    'is not a day or a moment, written YYYY-MM-DD or YYYY-MM-DDTHH:MM',
  );
const cents = z.number(missingOr('is not whole cents')).int('is not whole cents').min(0, 'is negative');
const text = z.string(missingOr('is not text'));
const flag = z.boolean('is neither true nor false');
const percent = z
  .number('is not a percentage')
  .min(0, 'is below 0')
  .max(100, 'is above 100')
  // So many decimals give every amount to the cent.
  .refine((p) => Number(p.toFixed(6)) === p, 'has more than six decimals');

/** One dated class meeting; both times or neither. */
const meeting = z
  .strictObject({ date: day, from: time.nullish(), to: time.nullish() })
  .refine((m) => m.from == null || m.to != null, { path: ['to'], message: 'is missing where from is given' })
  .refine((m) => m.to == null || m.from != null, { path: ['from'], message: 'is missing where to is given' })
  .refine((m) => m.from == null || m.to == null || m.from < m.to, { path: ['to'], message: 'is not after from' });

const course = z
  .strictObject({
    title: text.nullish(),
    category: text,
    termBegins: day.nullish(),
    termEnds: day.nullish(),
    starts: day.nullish(),
    ends: day.nullish(),
    meetings: z.array(meeting).nullish(),
    arranged: flag.nullish(),
    cancelledOn: day.nullish(),
    refundableUntil: day.nullish(),
    enrollmentDeadline: day.nullish(),
  })
  .refine((c) => c.starts == null || c.ends == null || c.starts <= c.ends, {
    path: ['starts'],
    message: 'is after ends',
  });

const fees = z
  .strictObject({ assessed: cents, collected: cents, deposit: cents.nullish(), paidOn: day.nullish() })
  .refine((f) => f.collected <= f.assessed, { path: ['collected'], message: 'is more than assessed' });

const enclosure = z.union([text, z.strictObject({ kind: text, received: day.nullish() })]);

const decisionKinds = ['late-drop', 'retroactive', 'appeal', 'reinstatement'] as const;
const tracks = ['audit', 'verified'] as const;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const notice = z.strictObject({
  kind: z.enum(noticeKinds, oneOf(noticeKinds)),
  channel: z.enum(channels, oneOf(channels)),
  written: day.nullish(),
  postmarked: day.nullish(),
  received: moment,
  documents: z.array(enclosure).nullish(),
  identity: z
    .strictObject({
      fullName: flag.nullish(),
      email: flag.nullish(),
      courseTitle: flag.nullish(),
      courseStart: flag.nullish(),
    })
    .nullish(),
});

const decision = z.strictObject({
  kind: z.enum(decisionKinds, oneOf(decisionKinds)),
  received: day.nullish(),
  reason: text.nullish(),
  approvals: z.array(text).nullish(),
  percent: percent.nullish(),
  authority: text.nullish(),
});

const office = z.strictObject({
  timeZone: text.nullish(),
  hours: z
    .partialRecord(
      z.enum(weekdays),
      z
        .tuple([time, time], 'is not an opening and a closing time')
        .refine(([from, to]) => from < to, 'closes before it opens')
        .nullable(),
    )
    .nullish(),
  closures: z.array(day).nullish(),
});

/** The facts of one case (CONTRACT.md): cents, local days and moments; what is left out or null is absent. */
export const factsSchema = z.strictObject({
  id: text.nullish(),
  policy: text,
  course,
  fees,
  notice: notice.nullish(),
  student: z.strictObject({ federalAid: flag.nullish(), track: z.enum(tracks, oneOf(tracks)).nullish() }).nullish(),
  decision: decision.nullish(),
  federal: cents.nullish(),
  asOf: moment.nullish(),
  office: office.nullish(),
  readings: z.record(text, z.unknown()).nullish(),
});

export type Facts = z.infer<typeof factsSchema>;
export type NoticeFacts = z.infer<typeof notice>;

/** Reads facts from anywhere; or says which field is malformed, and how, in plain words. */
export function readFacts(input: unknown): { readonly facts: Facts } | { readonly problems: readonly Problem[] } {
  const read = factsSchema.safeParse(input, {
    error: ({ input: given }) => (given === undefined || given === null ? 'is missing' : 'is not of the right kind'),
  });
  return read.success
    ? { facts: read.data }
    : { problems: read.error.issues.flatMap((issue) => problemsOf(issue, [])) };
}

function problemsOf(issue: z.core.$ZodIssue, within: readonly PropertyKey[]): readonly Problem[] {
  const path = [...within, ...issue.path];
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].map(String).join('.'),
      message: 'is not a field of the facts',
    }));
  }
  if (issue.code === 'invalid_key') return [{ field, message: 'is not a day of the week (mon to sun)' }];
  // A document is its kind alone, or its kind and day: say what is wrong with the longer form where that was meant.
  const meant =
    issue.code === 'invalid_union'
      ? issue.errors.find((own) => own.some((i) => i.path.length > 0 || i.code === 'unrecognized_keys'))
      : undefined;
  if (meant !== undefined) return meant.flatMap((own) => problemsOf(own, path));
  if (issue.code === 'invalid_union')
    return [{ field, message: 'is neither a kind of document nor { kind, received }' }];
  return [{ field, message: issue.message }];
}
