import { frame } from './frame';
import { fieldsOf } from './liquid';
import type { LetterTemplate, LetterType } from './template';

/** What a letter must say, as an office would list it. */
export const mandatoryItems = [
  'letter date',
  'name and mailing address',
  'case number',
  'course number, title, dates and meetings',
  'what came, and when',
  'date received and postmark, and which counted',
  'decision in the first line with the amount',
  'what is not decided yet, in the first line',
  'how things stand, in the first line',
  'table of fees collected, rate, deductions and refund',
  'reason naming the policy clause',
  'to whom, how and when it is paid',
  'consequence for the grade',
  'what is missing',
  'what to do by when',
  'petition and the day it came',
  'day by which it is decided',
  'what is needed and by when to answer',
  'what of the petition is still missing',
  'reason of the decision',
  'earlier decision with its date and amount',
  'last day on which it could have come',
  'earlier case with its letter and date',
  'how to drop later',
  'section changed to, and what becomes of the fees',
  'earlier letter it replaces',
  'how to disagree, where and by what date',
  'contact',
  'signature block',
  'language line',
  'footer with the versions',
] as const;
export type MandatoryItem = (typeof mandatoryItems)[number];

/** The fields that a template must name for each item to be in the letter. */
const proofs: Record<MandatoryItem, readonly string[]> = {
  'letter date': ['letter.date'],
  'name and mailing address': ['student.name', 'box.lines'],
  'case number': ['case.number'],
  'course number, title, dates and meetings': ['course.code', 'course.title', 'course.days', 'course.meetings'],
  'what came, and when': ['notice.what', 'notice.received', 'notice.postmarked'],
  'date received and postmark, and which counted': ['notice.received', 'notice.postmarked', 'notice.counts'],
  'decision in the first line with the amount': [],
  'what is not decided yet, in the first line': [],
  'how things stand, in the first line': [],
  'table of fees collected, rate, deductions and refund': ['sum.rows'],
  'reason naming the policy clause': ['why.words', 'why.clause', 'why.policy'],
  'to whom, how and when it is paid': [
    'payment.to',
    'payment.from',
    'payment.through',
    'money.payable',
    'money.applied',
    'money.stillDue',
  ],
  'consequence for the grade': ['record'],
  'what is missing': ['missing'],
  'what to do by when': ['next.until', 'next.percent'],
  'petition and the day it came': ['petition.what', 'petition.received'],
  'day by which it is decided': ['petition.due'],
  'what is needed and by when to answer': [
    'petition.returned.why',
    'petition.returned.answerBy',
    'petition.returned.on',
  ],
  'what of the petition is still missing': ['petition.missing'],
  'reason of the decision': ['petition.reason', 'petition.decided', 'petition.authority'],
  'earlier decision with its date and amount': [
    'petition.against.date',
    'petition.against.refund',
    'petition.against.more',
    'petition.against.less',
  ],
  'last day on which it could have come': ['petition.limit', 'petition.final'],
  'earlier case with its letter and date': ['earlier.case', 'earlier.letter', 'earlier.date', 'earlier.paid'],
  'how to drop later': ['asks', 'next.until', 'next.percent', 'office.address', 'office.email'],
  'section changed to, and what becomes of the fees': [
    'instead.to.code',
    'instead.to.title',
    'instead.to.days',
    'money.collected',
  ],
  'earlier letter it replaces': ['letter.corrects.number', 'letter.corrects.date'],
  'how to disagree, where and by what date': ['disagree.form', 'disagree.until', 'office.address', 'office.email'],
  contact: ['office.phone', 'office.email', 'office.hours'],
  'signature block': ['signatory.name', 'signatory.title'],
  'language line': ['letter.languageLine'],
  'footer with the versions': ['page.footer'],
};

const every: readonly MandatoryItem[] = [
  'letter date',
  'name and mailing address',
  'case number',
  'course number, title, dates and meetings',
  'earlier letter it replaces',
  'contact',
  'signature block',
  'language line',
  'footer with the versions',
];
const reasoned: readonly MandatoryItem[] = [
  ...every,
  'date received and postmark, and which counted',
  'reason naming the policy clause',
  'how to disagree, where and by what date',
];
const open: readonly MandatoryItem[] = [...reasoned, 'what is not decided yet, in the first line'];
const settling: readonly MandatoryItem[] = [
  ...reasoned,
  'decision in the first line with the amount',
  'table of fees collected, rate, deductions and refund',
  'to whom, how and when it is paid',
  'consequence for the grade',
];

const decided: readonly MandatoryItem[] = ['petition and the day it came', 'reason of the decision'];
const pending: readonly MandatoryItem[] = [
  ...every,
  'what is not decided yet, in the first line',
  'petition and the day it came',
];

const mandatory: Record<LetterType, readonly MandatoryItem[]> = {
  received: [...every, 'what is not decided yet, in the first line', 'what came, and when'],
  'class-cancelled': settling,
  full: settling,
  'full-less': settling,
  partial: settling,
  none: settling,
  incomplete: [...open, 'what is missing', 'what to do by when', 'consequence for the grade'],
  'not-official': [...open, 'what to do by when', 'consequence for the grade'],
  'petition-required': [...open, 'what is missing', 'what to do by when', 'consequence for the grade'],
  'late-drop-granted': [...settling, ...decided],
  'late-drop-denied': [
    ...reasoned,
    ...decided,
    'decision in the first line with the amount',
    'what of the petition is still missing',
    'consequence for the grade',
  ],
  reinstated: [...reasoned, ...decided],
  'not-reinstated': [...reasoned, ...decided],
  'reinstatement-received': [...open, 'petition and the day it came'],
  'petition-received': [...pending, 'day by which it is decided', 'what of the petition is still missing'],
  'petition-returned': [...pending, 'what is needed and by when to answer', 'what of the petition is still missing'],
  'petition-granted': [...settling, ...decided, 'earlier decision with its date and amount'],
  'petition-in-part': [...settling, ...decided, 'earlier decision with its date and amount'],
  'petition-denied': [...settling, ...decided, 'earlier decision with its date and amount'],
  'petition-withdrawn': [...pending, 'how to disagree, where and by what date'],
  refused: [
    ...reasoned,
    'petition and the day it came',
    'decision in the first line with the amount',
    'last day on which it could have come',
    'consequence for the grade',
  ],
  duplicate: [
    ...every,
    'decision in the first line with the amount',
    'what came, and when',
    'earlier case with its letter and date',
    'reason naming the policy clause',
    'how to disagree, where and by what date',
  ],
  refer: open,
  federal: open,
  'drop-withdrawn': [...every, 'how things stand, in the first line', 'how to drop later'],
  'section-changed': [
    ...every,
    'how things stand, in the first line',
    'how to drop later',
    'section changed to, and what becomes of the fees',
  ],
  withdrawn: every,
};

// What stands only once something is decided, and was approved where a second person is asked for.
const amounts = ['money', 'sum', 'payment', 'withheld', 'choice'] as const;
const silent: Readonly<Partial<Record<LetterType, readonly string[]>>> = {
  received: [...amounts, 'why.facts', 'why.words', 'why.clause', 'record', 'notice.counts', 'notice.effective'],
  'petition-received': amounts,
  'petition-returned': amounts,
  'petition-withdrawn': amounts,
  withdrawn: amounts,
};

/** The fields, or groups of fields, that a letter of this type must not name: what is not decided, or may not be told yet. */
export function mustNotName(type: LetterType): readonly string[] {
  return silent[type] ?? [];
}

/** Those of them that a template names all the same; none for every template that the app ships. */
export function wronglyNamed(template: LetterTemplate): readonly string[] {
  const barred = mustNotName(template.type);
  return [...fieldsOf([template.title, ...template.pieces].join('\n'))].filter((field) =>
    barred.some((b) => field === b || field.startsWith(`${b}.`)),
  );
}

/** What a letter of this type must say. */
export function mandatoryFor(type: LetterType): readonly MandatoryItem[] {
  return mandatory[type];
}

/** The fields that a template must name for an item; none where the first sentence proves it. */
export function provedBy(item: MandatoryItem): readonly string[] {
  return proofs[item];
}

/** The mandatory items that a template lacks; none for every template that the app ships. */
export function lacking(template: LetterTemplate): readonly MandatoryItem[] {
  const named = new Set([template.title, ...template.pieces, frame].flatMap((text) => [...fieldsOf(text)]));
  const first = firstSentence(template.pieces);
  return mandatory[template.type].filter((item) => {
    if (item === 'decision in the first line with the amount') return !/\{\{\s*money\.refund\b/.test(first);
    if (item === 'what is not decided yet, in the first line' || item === 'how things stand, in the first line')
      return !/<strong>[^<]+<\/strong>/.test(first);
    return !proofs[item].every((field) => named.has(field));
  });
}

/** What the student reads first: the sentence after the greeting, leaving out which letter is replaced. */
function firstSentence(pieces: readonly string[]): string {
  const greeting = pieces.findIndex((piece) => fieldsOf(piece).has('student.name'));
  const body = pieces.slice(greeting + 1).find((piece) => !fieldsOf(piece).has('letter.corrects'));
  return /^<p>(.*?)(?:\. |<\/p>)/s.exec(body ?? '')?.[1] ?? '';
}
