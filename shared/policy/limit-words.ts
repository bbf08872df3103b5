import { formatPercent } from '../money';
import type { Language } from '../day';
import type { Anchor, DeadlineExpression } from './expression';

// What a limit is called before any course is known: as a policy's own table says it.

type Limited = DeadlineExpression;

/** A limit in words, as the last day or moment inside it: `3rd day of class`, `Prior to the first session`. `after` is the limit before it, where one stands. */
export function endWords(limit: Limited, language: Language, after: Limited | null = null): string {
  const say = sayings[language];
  switch (limit.kind) {
    case 'begins':
      return say.beforeFirst;
    case 'calendar-day':
      return say.calendarDay(limit.day, say.anchors[limit.from]);
    case 'days-after':
      return say.daysAfter(limit.days, say.anchors[limit.from]);
    case 'working-day':
      return say.workingDay(limit.day, say.anchors[limit.from]);
    case 'working-days-before':
      return say.workingDaysBefore(limit.day, say.anchors[limit.from]);
    case 'months-after':
      return say.monthsAfter(limit.months, say.anchors[limit.from]);
    case 'class-day':
      return say.classDay(limit.day);
    case 'class-week':
      return say.classWeeks(weeks(limit.week, after?.kind === 'class-week' ? after.week : limit.week - 1));
    case 'term-week':
      return say.termWeek(limit.week, say.anchors[limit.from]);
    case 'meeting-day':
      return say.meeting(limit.meeting);
    case 'meeting-starts':
      return say.beforeMeeting(limit.meeting);
    case 'share':
      return say.beforeShare(formatPercent(limit.percent, language));
    case 'window':
      return say.window;
    case 'later-of':
    case 'earlier-of':
      return `${limit.kind === 'later-of' ? say.later : say.earlier}: ${limit.of.map((l) => endWords(l, language)).join('; ')}`;
    case 'first-known':
      return endWords(limit.of[0] ?? { kind: 'begins' }, language);
  }
}

/** What comes after a limit, in words: `After the 26th calendar day`, `On or after the first session`. */
export function afterWords(limit: Limited, language: Language): string {
  const say = sayings[language];
  switch (limit.kind) {
    case 'begins':
      return say.fromFirst;
    case 'share':
      return say.afterShare(formatPercent(limit.percent, language));
    case 'calendar-day':
      return say.after(say.plainDay(limit.day));
    case 'meeting-starts':
      return say.fromMeeting(limit.meeting);
    default:
      return say.after(endWords(limit, language));
  }
}

function weeks(last: number, before: number): readonly number[] {
  return Array.from({ length: Math.max(1, last - before) }, (_, i) => Math.min(before, last - 1) + 1 + i);
}

/** The ordinal of a number in English: 1st, 2nd, 3rd, 11th. */
function nth(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][n % 10]) ?? 'th'}`;
}

const list = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

type Sayings = {
  readonly anchors: Readonly<Record<Anchor, string>>;
  readonly beforeFirst: string;
  readonly fromFirst: string;
  readonly calendarDay: (day: number, from: string) => string;
  readonly plainDay: (day: number) => string;
  readonly daysAfter: (days: number, from: string) => string;
  readonly workingDay: (day: number, from: string) => string;
  readonly workingDaysBefore: (day: number, from: string) => string;
  readonly monthsAfter: (months: number, from: string) => string;
  readonly classDay: (day: number) => string;
  readonly classWeeks: (weeks: readonly number[]) => string;
  readonly termWeek: (week: number, from: string) => string;
  readonly meeting: (meeting: number) => string;
  readonly beforeMeeting: (meeting: number) => string;
  readonly fromMeeting: (meeting: number) => string;
  readonly beforeShare: (percent: string) => string;
  readonly afterShare: (percent: string) => string;
  readonly window: string;
  readonly later: string;
  readonly earlier: string;
  readonly after: (what: string) => string;
};

const sayings: Readonly<Record<Language, Sayings>> = {
  en: {
    anchors: {
      'term-begins': 'classes begin',
      'term-ends': 'the term ends',
      'course-begins': 'the course begins',
      starts: 'the course starts',
      'first-meeting': 'the first meeting',
      'last-day': 'the last day of the course',
      'paid-on': 'payment',
      'refundable-until': 'the session’s refund date',
      'enrollment-deadline': 'the enrollment deadline',
    },
    beforeFirst: 'Prior to the first session',
    fromFirst: 'On or after the first session',
    calendarDay: (day, from) => `Before the close of the ${nth(day)} calendar day after ${from}`,
    plainDay: (day) => `${nth(day)} day`,
    daysAfter: (days, from) => (days < 0 ? `${-days} days before ${from}` : `${days} days after ${from}`),
    workingDay: (day, from) => `${nth(day)} working day after ${from}`,
    workingDaysBefore: (day, from) => `${nth(day)} working day before ${from}`,
    monthsAfter: (months, from) => `${months} months after ${from}`,
    classDay: (day) => `${nth(day)} day of class`,
    classWeeks: (all) => `${list(all.map(nth), 'and')} class week`,
    termWeek: (week, from) => `End of the ${nth(week)} week after ${from}`,
    meeting: (meeting) => `${nth(meeting)} class meeting`,
    beforeMeeting: (meeting) => `Prior to ${nth(meeting)} class`,
    fromMeeting: (meeting) => `From the ${nth(meeting)} class on`,
    beforeShare: (percent) => `Before ${percent} of course time has elapsed`,
    afterShare: (percent) => `After ${percent} of course time elapsed`,
    window: 'Within the refund window the office has set',
    later: 'The later of',
    earlier: 'The earlier of',
    after: (what) => `After the ${what}`,
  },
  es: {
    anchors: {
      'term-begins': 'el inicio de clases',
      'term-ends': 'el final del periodo',
      'course-begins': 'el comienzo del curso',
      starts: 'el inicio del curso',
      'first-meeting': 'la primera sesión',
      'last-day': 'el último día del curso',
      'paid-on': 'el pago',
      'refundable-until': 'la fecha de reembolso de la sesión',
      'enrollment-deadline': 'la fecha límite de inscripción',
    },
    beforeFirst: 'Antes de la primera sesión',
    fromFirst: 'Desde la primera sesión',
    calendarDay: (day, from) => `Antes del cierre del ${day}.º día natural desde ${from}`,
    plainDay: (day) => `${day}.º día`,
    daysAfter: (days, from) => (days < 0 ? `${-days} días antes de: ${from}` : `${days} días después de: ${from}`),
    workingDay: (day, from) => `${day}.º día hábil después de: ${from}`,
    workingDaysBefore: (day, from) => `${day}.º día hábil antes de: ${from}`,
    monthsAfter: (months, from) => `${months} meses después de: ${from}`,
    classDay: (day) => `${day}.º día de clase`,
    classWeeks: (all) =>
      `${list(
        all.map((n) => `${n}.ª`),
        'y',
      )} semana de clase`,
    termWeek: (week, from) => `Final de la ${week}.ª semana desde ${from}`,
    meeting: (meeting) => `${meeting}.ª sesión`,
    beforeMeeting: (meeting) => `Antes de la ${meeting}.ª clase`,
    fromMeeting: (meeting) => `Desde la ${meeting}.ª clase`,
    beforeShare: (percent) => `Antes de que transcurra el ${percent} del curso`,
    afterShare: (percent) => `Transcurrido el ${percent} del curso`,
    window: 'Dentro del plazo que la oficina ha fijado',
    later: 'Lo que ocurra después',
    earlier: 'Lo que ocurra antes',
    after: (what) => `Después: ${what}`,
  },
};
