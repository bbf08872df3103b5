import { nextOpening, openOn } from '../calendar';
import { dayNumber, dayOf, dayText, minuteNumber, minutesOfDay, momentText } from '../day';
import { compileCondition, type Test } from './condition';
import type { CourseTime } from './course-time';
import type { Step } from './determination';
import type { Facts, NoticeFacts } from './facts';
import type { Pack } from './pack';
import { applyReading, valueOf, type Readings } from './readings';

/** The moment at which a drop counts: for comparing (minute number) and as the contract prints it. */
export type Effective = {
  readonly at: number;
  readonly printed: string;
  readonly uses: 'received' | 'postmarked';
  /** The day on which what counts was received, not moved by office hours. */
  readonly receivedOn: string;
};

/** What a notice comes to before any refund is worked out. */
export type NoticeAnswer =
  | { readonly kind: 'not-official'; readonly clause: string }
  | { readonly kind: 'incomplete'; readonly clause: string; readonly missing: readonly string[] }
  | {
      readonly kind: 'counts';
      readonly effective: Effective;
      readonly clause: string;
      readonly cautions: readonly string[];
    };

export type NoticeRules = (
  notice: NoticeFacts,
  course: CourseTime,
  facts: Facts,
  readings: Readings,
  steps: Step[] | null,
) => NoticeAnswer;

/** Resolves a pack's rules on notices once. */
export function compileNotice(pack: Pack): NoticeRules {
  const rules = pack.notice;
  const ineffective = new Set<string>(rules.ineffective);
  const spoken = new Set<string>(rules.spoken);
  const spokenChannels = new Set(rules.spokenChannels);
  const documents = rules.documents.map((d) => ({ ...d, test: compileCondition(d.when) }));
  const asksIdentity = compileCondition(rules.identity?.when);
  // Where spoken requests count and no document is asked for, a request is a request in any form.
  const anyForm = spoken.size === 0 && spokenChannels.size === 0 && documents.length === 0;
  const effectives = rules.effective.map((e) => ({ ...e, test: compileCondition(e.when) }));

  return (notice, course, facts, readings, steps) => {
    const required = documents.filter((d) => d.test(course, facts));
    const bySpeech = spokenChannels.has(notice.channel);
    // A spoken or ineffective notice counts all the same where it brought every document the policy asks for in writing.
    const brought = required.length > 0 && required.every((d) => enclosedOn(notice, d.kind, bySpeech) !== null);
    if (!brought && (ineffective.has(notice.kind) || spoken.has(notice.kind) || bySpeech)) {
      const clause = ineffective.has(notice.kind) ? rules.ineffectiveClause : rules.spokenClause;
      steps?.push({
        clause,
        rule: anyForm ? 'notice-no-request' : ineffective.has(notice.kind) ? 'notice-ineffective' : 'notice-spoken',
        values: { kind: notice.kind, channel: notice.channel },
      });
      return { kind: 'not-official', clause };
    }
    let received = notice.received;
    const missing: string[] = [];
    let missingClause = rules.noNoticeClause;
    let latest: string | null = null;
    for (const document of required) {
      const itself = notice.kind === document.kind && !bySpeech;
      const on = itself ? notice.received : enclosedOn(notice, document.kind, bySpeech);
      if (on === null) {
        if (missing.length === 0) missingClause = document.clause;
        missing.push(document.kind);
      } else if (latest === null || on.slice(0, 10) > latest.slice(0, 10)) latest = on;
    }
    if (missing.length === 0 && latest !== null) received = latest;
    if (rules.identity !== undefined && missing.length === 0 && asksIdentity(course, facts)) {
      for (const [name, given] of identityOf(notice)) if (!given) missing.push(name);
      if (missing.length > 0) missingClause = rules.identity.clause;
    }
    if (rules.track !== undefined && facts.student?.track == null) {
      if (missing.length === 0) missingClause = rules.track.clause;
      missing.push('track');
    }
    if (missing.length > 0) {
      steps?.push({ clause: missingClause, rule: 'notice-incomplete', values: { kind: notice.kind, missing } });
      return { kind: 'incomplete', clause: missingClause, missing };
    }
    steps?.push({
      clause: required[0]?.clause ?? rules.noNoticeClause,
      rule: anyForm ? 'notice-any-form' : 'notice-counts',
      values: {
        kind: notice.kind,
        channel: notice.channel,
        identified: rules.identity !== undefined && asksIdentity(course, facts),
        enclosed: required.filter((d) => d.kind !== notice.kind).map((d) => d.kind),
        ...(required.length > 1 && required.some((d) => d.kind === notice.kind) ? { together: true } : {}),
      },
    });
    return effectiveOf(notice, received, course, facts, readings, steps, effectives, pack);
  };
}

type EffectiveRule = { readonly uses: 'received' | 'postmarked'; readonly clause: string; readonly test: Test };

function effectiveOf(
  notice: NoticeFacts,
  received: string,
  course: CourseTime,
  facts: Facts,
  readings: Readings,
  steps: Step[] | null,
  rules: readonly EffectiveRule[],
  pack: Pack,
): NoticeAnswer {
  const rule = rules.find((r) => r.test(course, facts));
  const clause = rule?.clause ?? pack.notice.noNoticeClause;
  const chosen = valueOf(readings, 'effective');
  const uses = chosen === 'received' || chosen === 'postmarked' ? chosen : (rule?.uses ?? 'received');
  const receivedOn = dayOf(received);
  const day = dayNumber(receivedOn);
  // The postmark is that of the notice's own envelope, not of a document that came on another day.
  const byMail = notice.channel === 'mail' && day === dayNumber(notice.received);
  const postmarked = byMail && notice.postmarked != null ? dayNumber(notice.postmarked) : null;
  const usable = postmarked !== null && postmarked <= day;
  if (usable || (byMail && uses === 'postmarked')) applyReading(readings, 'effective', clause);
  if (uses === 'postmarked' && usable) {
    const printed = dayText(postmarked);
    const at = dateOnlyMinute(postmarked, course, readings, pack);
    const values = { received, postmarked: printed, effective: printed };
    steps?.push({ clause, rule: 'effective-postmarked', values });
    return { kind: 'counts', clause, effective: { at, printed, uses: 'postmarked', receivedOn }, cautions: none };
  }
  const unusable = uses === 'postmarked' && byMail;
  steps?.push({
    clause,
    rule: 'effective-received',
    values: { received, postmarked: notice.postmarked ?? null, unusable },
  });
  const { at, printed } = duringOfficeHours(received, course, readings, steps, pack);
  const cautions = unusable ? postmarkUnusable : none;
  return { kind: 'counts', clause, effective: { at, printed, uses: 'received', receivedOn }, cautions };
}

const none: readonly string[] = [];
const postmarkUnusable: readonly string[] = ['postmark-unusable'];

/** Moves a receipt outside the office's hours to the next opening, where the policy says so; a notice with a date only counts at the reading's end of that day. */
function duringOfficeHours(
  received: string,
  course: CourseTime,
  readings: Readings,
  steps: Step[] | null,
  pack: Pack,
): { readonly at: number; readonly printed: string } {
  const timed = received.length > 10;
  const day = dayNumber(received);
  const { officeHours } = pack.notice;
  if (officeHours === null || course.calendar.hours === null) {
    return { at: timed ? minuteNumber(received) : (day + 1) * minutesOfDay - 1, printed: received };
  }
  const { clause } = officeHours;
  const open = openOn(course.calendar, day);
  if (open !== null) {
    if (!timed) {
      const opening = applyReading(readings, officeHours.reading, clause) === 'opening';
      const at = open[opening ? 0 : 1];
      steps?.push({
        clause,
        rule: 'date-only',
        values: { received, counts: opening ? 'opening' : 'closing', at: momentText(at) },
      });
      return { at, printed: received };
    }
    const at = minuteNumber(received);
    if (at >= open[0] && at <= open[1]) {
      steps?.push({ clause, rule: 'within-office-hours', values: { received } });
      return { at, printed: received };
    }
    if (at < open[0]) {
      steps?.push({
        clause,
        rule: 'moved-to-opening',
        values: { received, effective: momentText(open[0]), why: 'before-opening' },
      });
      return { at: open[0], printed: momentText(open[0]) };
    }
  }
  const next = nextOpening(course.calendar, day);
  // An office that never opens has no hours to move a notice to.
  if (next === null) return { at: timed ? minuteNumber(received) : (day + 1) * minutesOfDay - 1, printed: received };
  steps?.push({
    clause,
    rule: 'moved-to-opening',
    values: { received, effective: momentText(next), why: open === null ? 'closed' : 'after-closing' },
  });
  return { at: next, printed: momentText(next) };
}

/** Where a day without a time stands among timed limits: at closing (or opening) where the office is open that day, else at the day's end. */
function dateOnlyMinute(day: number, course: CourseTime, readings: Readings, pack: Pack): number {
  const { officeHours } = pack.notice;
  const open = officeHours === null ? null : openOn(course.calendar, day);
  if (officeHours === null || open === null) return (day + 1) * minutesOfDay - 1;
  return open[applyReading(readings, officeHours.reading, officeHours.clause) === 'opening' ? 0 : 1];
}

/** The earliest day or moment on which an enclosure of this kind came (its own date, else the notice's); null where none did. */
function enclosedOn(notice: NoticeFacts, kind: string, bySpeech: boolean): string | null {
  let found: string | null = null;
  for (const document of notice.documents ?? []) {
    const own = typeof document === 'string' ? { kind: document, received: null } : document;
    if (own.kind !== kind) continue;
    // Nothing is enclosed with a telephone call: a form that followed it has a date of its own.
    if (own.received == null && bySpeech) continue;
    const on = own.received ?? notice.received;
    if (found === null || on.slice(0, 10) < found.slice(0, 10)) found = on;
  }
  return found;
}

function identityOf(notice: NoticeFacts): readonly (readonly [string, boolean])[] {
  const given = notice.identity;
  return [
    ['fullName', given?.fullName === true],
    ['email', given?.email === true],
    ['courseTitle', given?.courseTitle === true],
    ['courseStart', given?.courseStart === true],
  ];
}
