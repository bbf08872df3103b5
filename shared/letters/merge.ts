import { dayNumber, dayOf, dayText, type Language } from '../day';
import { formatCents, formatPercent } from '../money';
import { noticeKinds } from '../register/case';
import { courseDays } from '../register/course';
import { fullName } from '../register/student';
import { decidingFacts } from './deciding';
import { enclosuresOf } from './enclosure';
import type { LetterFields } from './fields';
import { missingWords } from './missing';
import { meetingWords, noticeWords, payerWords } from './phrases';
import type { LetterSource } from './source';
import { sumRows, withheldOf } from './sum';
import { disagreeFields } from './disagree';
import { insteadFields, petitionFields } from './petition';
import { asksOf, choiceFields, identityAsked, nextFields } from './open-ways';
import { sayDate, sayDay, sayHours, sayList, sayStretch, sayWhen } from './words';

/** The words and amounts of a letter, all taken from the determination as stored and the records it is about. Its title is filled in last. */
export function mergeFields(source: LetterSource): LetterFields {
  const { language, student, pack, determination: d, corrects } = source;
  return {
    letter: {
      number: source.number,
      title: '',
      date: sayDate(source.madeOn, language),
      language,
      languageLine: languageLineOf(source),
      corrects: corrects && {
        number: corrects.number,
        date: sayDate(corrects.madeOn, language),
        refund: corrects.refund === null || corrects.refund === d.refund ? null : formatCents(corrects.refund),
      },
    },
    case: { number: source.caseNumber },
    office: officeFields(source),
    student: { name: fullName(student), number: student.number },
    course: courseFields(source),
    notice: noticeFields(source),
    money: {
      collected: formatCents(source.facts.fees.collected),
      refund: formatCents(d.refund),
      nothing: d.refund === 0,
      percent: percentOf(source),
      withheld: amount(d.withheld),
      payable: formatCents(d.settlement.payable),
      applied: amount(d.settlement.appliedToBalance),
      stillDue: amount(d.settlement.stillDue),
    },
    withheld: d.withheld > 0 ? withheldOf(d, language) : null,
    sum: { rows: sumRows(source) },
    why: {
      clause: d.clause,
      policy: pack.name[language],
      words: pack.clauses[d.clause]?.says[language] ?? '',
      facts: decidingFacts(d, language),
    },
    payment: d.settlement.payable > 0 ? paymentFields(source) : null,
    record: d.notation === 'none' ? null : d.notation,
    missing: missingWords(d.missing, pack, language).student,
    enclosed: sayListOrNull(
      enclosuresOf(source).map((form) => `“${form.title[language]}”`),
      language,
    ),
    asks: asksOf(source),
    dropForm: dropFormOf(source),
    identity: identityAsked(source),
    next: nextFields(source),
    dropFee: pack.schedules.some((s) => s.bands.some((b) => b.withhold !== undefined)),
    choice: choiceFields(source),
    petition: petitionFields(source),
    instead: insteadFields(source),
    earlier: earlierFields(source),
    disagree: disagreeFields(source),
    signatory: { name: source.office.signatory.name, title: orNull(source.office.signatory.title) },
  };
}

/** The percentage that decided; null where an amount did. */
function percentOf({ determination: { percent }, petition, language }: LetterSource): string | null {
  return percent === null || petition?.decision?.byAmount === true ? null : formatPercent(percent, language);
}

/** In which other language the letter can be had: in the office's own words, and on a letter in Spanish, whose reader needs none of those, in English. */
export function languageLineOf({ office, language }: Pick<LetterSource, 'office' | 'language'>): string | null {
  if (office.languageLine === '') return null;
  return language === 'en' ? office.languageLine : `This notice is available in English: ${office.phone}.`;
}

/** The office as its letters name it. */
export function officeFields({ office, language }: Pick<LetterSource, 'office' | 'language'>): LetterFields['office'] {
  const { line1, line2, city, state, postal } = office.address;
  const street = [line1, line2].filter((l) => l !== '').join(', ');
  const address = `${street}, ${city}, ${state} ${postal}`.trim();
  return {
    name: office.name,
    headline: office.letterhead.headline || office.institution,
    line: office.letterhead.line || [office.name, address, office.phone].join(' · '),
    color: office.letterhead.color,
    address,
    phone: office.phone,
    email: office.email,
    website: orNull(office.website),
    hours: sayHours(office.hours, language),
  };
}

function courseFields({ course, term, facts, language }: LetterSource): LetterFields['course'] {
  const { first, last } = courseDays(course);
  return {
    code: course.code,
    title: course.title,
    term: term?.name ?? null,
    days: first !== null && last !== null ? sayStretch(first, last, language) : null,
    meetings: meetingWords(facts.course.meetings?.length ?? 0, language),
    cancelledOn: facts.course.cancelledOn == null ? null : sayDay(facts.course.cancelledOn, language),
  };
}

function noticeFields({ facts, determination: d, pack, language }: LetterSource): LetterFields['notice'] {
  const { notice } = facts;
  if (notice == null) return null;
  const postmark = d.steps.some((s) => s.rule === 'effective-postmarked');
  return {
    what: noticeWords(notice.kind, pack, language),
    received: sayDay(dayOf(notice.received), language),
    postmarked: notice.postmarked == null ? null : sayDay(notice.postmarked, language),
    counts: postmark ? 'postmarked' : 'received',
    unusable: d.steps.some((s) => s.rule === 'effective-received' && s.values['unusable'] === true),
    effective: d.effective === null ? null : sayWhen(d.effective, language),
  };
}

/** The original payers, each with how they paid, and the days between which the policy promises the refund. */
function paymentFields(source: LetterSource): LetterFields['payment'] {
  const { enrolment, student, language } = source;
  const methods = new Map<string, Set<string>>();
  for (const { payer, method } of enrolment?.payments ?? []) {
    const name = payer.kind === 'other' ? payer.name : fullName(student);
    const of = methods.get(name) ?? new Set();
    if (method !== '') of.add(method.toLowerCase());
    methods.set(name, of);
  }
  if (methods.size === 0) methods.set(fullName(student), new Set());
  const to = [...methods].map(([name, by]) => payerWords(name, [...by], language));
  return { to: sayList(to, language), ...promised(source) };
}

/** Between which days it is paid: as determined, less what has passed; counted anew from the letter's day where all of it has. */
function promised({ determination: d, pack, madeOn, language }: LetterSource): {
  readonly from: string | null;
  readonly through: string | null;
} {
  let window = d.refundExpected;
  if (window !== null && window.to < madeOn && pack.promise !== null) {
    const today = dayNumber(madeOn);
    window = { from: dayText(today + pack.promise.fromDays), to: dayText(today + pack.promise.toDays) };
  }
  if (window === null) return { from: null, through: null };
  return { from: window.from < madeOn ? null : sayDate(window.from, language), through: sayDate(window.to, language) };
}

/** The case that decided before, in words. */
function earlierFields({ earlier, language }: LetterSource): LetterFields['earlier'] {
  return (
    earlier && {
      case: earlier.caseNumber,
      date: sayDate(earlier.on, language),
      letter: earlier.letter,
      paid: earlier.paidOn === null ? null : sayDate(earlier.paidOn, language),
    }
  );
}

function dropFormOf({ pack, language }: LetterSource): string | null {
  return pack.forms.find((form) => noticeKinds.some((kind) => kind === form.document))?.title[language] ?? null;
}

function sayListOrNull(items: readonly string[], language: Language): string | null {
  return items.length === 0 ? null : sayList(items, language);
}

function amount(cents: number): string | null {
  return cents > 0 ? formatCents(cents) : null;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
