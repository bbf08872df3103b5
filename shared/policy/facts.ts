import { z } from 'zod';
import type { Problem } from '../errors';
import { channels, noticeKinds } from '../register/case';

const day = z.iso.date('is not a day of the calendar, written YYYY-MM-DD');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time, written HH:MM');
const moment = z
  .string()
  .refine(
    (text) =>
      day.safeParse(text.slice(0, 10)).success &&
      (text.length === 10 || (text[10] === 'T' && time.safeParse(text.slice(11)).success)),
    'is not a day or a moment, written YYYY-MM-DD or YYYY-MM-DDTHH:MM',
  );
const cents = z
  .number('is not whole cents')
  .int('is not whole cents')
  .min(0, 'is negative')
  .max(Number.MAX_SAFE_INTEGER, 'is too large');
const text = z.string();

/** One dated class meeting; both times or neither. */
const meeting = z
  .strictObject({ date: day, from: time.nullish(), to: time.nullish() })
  .refine((m) => (m.from == null) === (m.to == null), 'has one of its times without the other')
  .refine((m) => m.from == null || m.to == null || m.from < m.to, 'ends before it begins');

const course = z
  .strictObject({
    title: text.nullish(),
    category: text,
    termBegins: day.nullish(),
    termEnds: day.nullish(),
    starts: day.nullish(),
    ends: day.nullish(),
    meetings: z.array(meeting).nullish(),
    arranged: z.boolean().nullish(),
    cancelledOn: day.nullish(),
    refundableUntil: day.nullish(),
    enrollmentDeadline: day.nullish(),
  })
  .refine((c) => c.starts == null || c.ends == null || c.starts <= c.ends, {
    path: ['starts'],
    message: 'is after ends',
  })
  .refine((c) => c.termBegins == null || c.termEnds == null || c.termBegins <= c.termEnds, {
    path: ['termBegins'],
    message: 'is after termEnds',
  });

const fees = z
  .strictObject({ assessed: cents, collected: cents, deposit: cents.nullish(), paidOn: day.nullish() })
  .refine((f) => f.collected <= f.assessed, { path: ['collected'], message: 'is more than assessed' });

const enclosure = z.union([text, z.strictObject({ kind: text, received: day.nullish() })]);

const notice = z.strictObject({
  kind: z.enum(noticeKinds),
  channel: z.enum(channels),
  written: day.nullish(),
  postmarked: day.nullish(),
  received: moment,
  documents: z.array(enclosure).nullish(),
  identity: z
    .strictObject({
      fullName: z.boolean().nullish(),
      email: z.boolean().nullish(),
      courseTitle: z.boolean().nullish(),
      courseStart: z.boolean().nullish(),
    })
    .nullish(),
});

const decision = z.strictObject({
  kind: z.enum(['late-drop', 'retroactive', 'appeal', 'reinstatement']),
  received: day,
  reason: text.nullish(),
  approvals: z.array(z.enum(['instructor', 'chair'])).nullish(),
  percent: z.number().min(0).max(100).nullish(),
  authority: text.nullish(),
});

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const office = z.strictObject({
  timeZone: text.nullish(),
  hours: z
    .partialRecord(
      weekday,
      z.tuple([time, time]).refine(([from, to]) => from < to, 'closes before it opens'),
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
  student: z
    .strictObject({ federalAid: z.boolean().nullish(), track: z.enum(['audit', 'verified']).nullish() })
    .nullish(),
  decision: decision.nullish(),
  federal: cents.nullish(),
  asOf: moment.nullish(),
  office: office.nullish(),
  readings: z.record(text, z.unknown()).nullish(),
});

export type Facts = z.infer<typeof factsSchema>;
export type CourseFacts = Facts['course'];
export type MeetingFacts = z.infer<typeof meeting>;
export type NoticeFacts = z.infer<typeof notice>;
export type DecisionFacts = z.infer<typeof decision>;
export type OfficeFacts = z.infer<typeof office>;

/** Reads facts from anywhere; or says which field is malformed, and how, in plain words. */
export function readFacts(input: unknown): { readonly facts: Facts } | { readonly problems: readonly Problem[] } {
  const read = factsSchema.safeParse(input);
  if (read.success) return { facts: read.data };
  return { problems: read.error.issues.map((i) => ({ field: i.path.join('.'), message: i.message })) };
}
