import { dependsOnToday, askedOf, type Asked } from '../../../shared/policy/asked';
import type { CompiledPack } from '../../../shared/policy/compile';
import { packFor } from '../../../shared/policy/evaluate';
import type { Facts } from '../../../shared/policy/facts';
import { readMeetingsLine } from '../../../shared/meetings-line';
import type { Problem } from '../../../shared/errors';
import type { Channel, NoticeKind, Track } from '../../../shared/register/case';
import type { Course } from '../../../shared/register/course';
import { courseOnlyFacts } from '../../../shared/register/facts';
import type { Office, Term } from '../../../shared/register/office';
import { readDay, sayDay, type DayContext } from '../../../shared/typed/day';
import { readMoney } from '../../../shared/typed/money';
import { readTime } from '../../../shared/typed/time';
import { hoursOn } from '../../forms/office-days';
import { blankCourse } from '../courses/course-text';

/** A question as typed. The course is one of the register, or (`byDates`) one told by its dates alone. */
export type WhatIfTexts = {
  readonly course: string;
  readonly byDates: boolean;
  readonly policy: string;
  readonly category: string;
  readonly termBegins: string;
  readonly termEnds: string;
  readonly starts: string;
  readonly ends: string;
  readonly meetingLine: string;
  readonly channel: Channel;
  readonly kind: NoticeKind;
  readonly postmarked: string;
  readonly received: string;
  readonly receivedAt: string;
  readonly fee: string;
  readonly paid: string;
  readonly paidOn: string;
  readonly federalAid: boolean;
  readonly track: Track | null;
};

/** What the question is read against. */
export type WhatIfContext = {
  readonly office: Office;
  readonly terms: readonly Term[];
  readonly days: DayContext;
  readonly packs: readonly CompiledPack[];
};

/** The question as read: the course asked about, the facts for the policy once there are all, what it asks of them, and what is wrong or missing. */
export type WhatIfRead = {
  readonly course: Course | null;
  readonly term: Term | null;
  readonly pack: CompiledPack | null;
  readonly asked: Asked | null;
  readonly facts: Facts | null;
  /** The course's facts with no notice, for its timeline. */
  readonly bare: Facts | null;
  readonly received: string | null;
  readonly postmarked: string | null;
  readonly problems: Readonly<Record<string, string>>;
  readonly missing: readonly Problem[];
};

/** A question about today, with nothing chosen yet. */
export function blankQuestion(office: Office, today: string): WhatIfTexts {
  return {
    course: '',
    byDates: false,
    policy: office.policy,
    category: '',
    termBegins: '',
    termEnds: '',
    starts: '',
    ends: '',
    meetingLine: '',
    channel: 'counter',
    kind: 'drop-form',
    postmarked: '',
    received: today,
    receivedAt: '',
    fee: '',
    paid: '',
    paidOn: '',
    federalAid: false,
    track: null,
  };
}

/** The fee of a course told by its dates, where none is typed: a round sum, so that the answer reads as a percentage. Cents. */
export const roundFee = 10_000;

/** Reads a question. What the policy asks beside the date is taken as there: documents, and who asks for what. Pure and quick. */
export function readQuestion(texts: WhatIfTexts, chosen: WhatIfChosen, context: WhatIfContext): WhatIfRead {
  const { office, days, packs } = context;
  const problems: Record<string, string> = {};
  const day = (field: keyof WhatIfTexts, text: string): string | null => {
    const read = readDay(text, days);
    if (read.kind === 'wrong') problems[field] = read.message;
    if (read.kind === 'ambiguous')
      problems[field] = `This could be ${[read.day, ...read.others].map(sayDay).join(' or ')}. Type it with slashes.`;
    return read.kind === 'day' ? read.day : null;
  };
  const cents = (field: 'fee' | 'paid'): number | null => {
    const read = readMoney(texts[field]);
    if (read.kind === 'wrong') problems[field] = read.message;
    return read.kind === 'cents' ? read.cents : null;
  };
  const received = day('received', texts.received);
  const postmarked = texts.channel === 'mail' ? day('postmarked', texts.postmarked) : null;
  const time = readTime(texts.receivedAt, received === null ? null : hoursOn(office, received));
  if (time.kind === 'wrong') problems['receivedAt'] = time.message;
  const { course, term } = texts.byDates ? toldCourse(texts, context, day, problems) : chosen;
  const assessed = cents('fee') ?? (course === null || course.fee === 0 ? roundFee : course.fee);
  const paid = cents('paid');
  if (paid !== null && paid > assessed) problems['paid'] = 'More was paid than the fee charged. Check both amounts.';
  const paidOn = day('paidOn', texts.paidOn);
  const missing: Problem[] = [];
  if (course === null)
    missing.push(
      texts.byDates
        ? { field: 'category', message: 'The category of the course, and its meetings or its first and last day.' }
        : { field: 'courseId', message: 'The course. Type its number or title, or tell it by its dates.' },
    );
  if (received === null) missing.push({ field: 'received', message: 'The date on which the request comes.' });
  const base = { course, term, received, postmarked, problems, missing };
  if (course === null) return { ...base, pack: null, asked: null, facts: null, bare: null };
  const bare: Facts = {
    ...courseOnlyFacts(course, term, office),
    fees: {
      assessed,
      collected: Math.min(paid ?? assessed, assessed),
      deposit: Math.min(course.deposit, assessed),
      paidOn,
    },
    student: { federalAid: texts.federalAid, track: texts.track },
  };
  const pack = packFor(bare, packs);
  const asked = pack === null ? null : askedOf(pack, bare);
  if (received === null || Object.keys(problems).length > 0) return { ...base, pack, asked, facts: null, bare };
  const facts: Facts = {
    ...bare,
    asOf: pack !== null && dependsOnToday(pack.pack) ? days.today : null,
    notice: {
      kind: texts.kind,
      channel: texts.channel,
      written: null,
      postmarked,
      received: time.kind === 'time' ? `${received}T${time.time}` : received,
      documents: [...(asked?.documents ?? [])],
      identity: asked?.identity == null ? null : { fullName: true, email: true, courseTitle: true, courseStart: true },
    },
  };
  return { ...base, pack, asked, facts, bare };
}

/** The course of the register that was chosen, with its term. */
export type WhatIfChosen = { readonly course: Course | null; readonly term: Term | null };

type ReadDayField = (field: keyof WhatIfTexts, text: string) => string | null;

/** A course told by its dates: a category and its meetings or its first and last day; the term where the category counts from it. */
function toldCourse(
  texts: WhatIfTexts,
  { office, days }: WhatIfContext,
  day: ReadDayField,
  problems: Record<string, string>,
): WhatIfChosen {
  const termBegins = day('termBegins', texts.termBegins);
  const termEnds = day('termEnds', texts.termEnds);
  const starts = day('starts', texts.starts);
  const ends = day('ends', texts.ends);
  if (starts !== null && ends !== null && ends < starts)
    problems['ends'] = 'The course ends before it starts. Check both days.';
  if (termBegins !== null && termEnds !== null && termEnds < termBegins)
    problems['termEnds'] = 'The term ends before it begins. Check both days.';
  const term =
    termBegins === null ? null : { id: told, name: 'The term', begins: termBegins, ends: termEnds ?? termBegins };
  const line = readMeetingsLine(texts.meetingLine, {
    term: termEnds === null ? null : term,
    closures: office.closures,
    near: starts ?? days.near,
  });
  if (!line.ok && line.failure.kind === 'invalid')
    problems['meetingLine'] = line.failure.problems.map((p) => p.message).join(' ');
  if (texts.category === '') return { course: null, term };
  return {
    term,
    course: {
      ...blankCourse(told, { office, terms: [], days }),
      code: 'A course',
      title: 'told by its dates',
      policy: texts.policy,
      category: texts.category,
      starts,
      ends,
      meetingLine: texts.meetingLine,
      meetings: line.ok ? [...line.value.meetings] : [],
    },
  };
}

const told = '00000000-0000-7000-8000-000000000000';
