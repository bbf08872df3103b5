import type { Language } from '../day';
import { inScope, type OwnScope } from './own-conditions';
import type { LetterType } from './template';
import * as english from './templates/english';
import * as spanish from './templates/spanish';

/** A field that the office can put among its own words. */
export type OwnField = {
  /** Its name, which is kept with the words: a path into the letter's fields, or `say.…` for sentences of the app's own. */
  readonly name: string;
  /** What it prints, in words: `refund amount`. */
  readonly words: string;
  /** Whether a person typed it, so that its direction of writing must not run into the words around it. */
  readonly typed: boolean;
  /** The condition under which there is something to print; null where there always is. */
  readonly given: string | null;
  readonly scope: OwnScope;
};

const field = (
  name: string,
  words: string,
  other: { readonly typed?: true; readonly given?: string; readonly scope?: OwnScope } = {},
): OwnField => ({
  name,
  words,
  typed: other.typed ?? false,
  given: other.given ?? null,
  scope: other.scope ?? 'any',
});
const ofPetition = (name: string, words: string, given?: string, typed?: true): OwnField => ({
  ...field(name, words, { scope: 'petition', given: given ?? 'petition' }),
  typed: typed ?? false,
});
const ofSection = (name: string, words: string, given: string | null, typed?: true): OwnField => ({
  ...field(name, words, { scope: 'instead' }),
  given,
  typed: typed ?? false,
});

/** Every field that the office can use, in the order in which they are offered. */
export const ownFields: readonly OwnField[] = [
  field('money.refund', 'refund amount'),
  field('student.name', 'student’s name', { typed: true }),
  field('student.number', 'student’s number'),
  field('case.number', 'case number'),
  field('course.code', 'course number'),
  field('course.title', 'course title', { typed: true }),
  field('course.term', 'term of the course', { given: 'term' }),
  field('course.days', 'first and last day of the course', { given: 'course-days' }),
  field('course.meetings', 'number of meetings'),
  field('course.cancelledOn', 'day on which the class was cancelled', { given: 'cancelled' }),
  field('say.received', 'when the form came and which date counts'),
  field('say.receivedOnly', 'when the form came'),
  field('notice.what', 'what came', { given: 'notice' }),
  field('notice.received', 'day on which it came', { given: 'notice' }),
  field('notice.postmarked', 'day of the postmark', { given: 'postmarked' }),
  field('notice.effective', 'when the drop took effect', { given: 'effective' }),
  field('money.collected', 'fees paid'),
  field('money.percent', 'percentage refunded', { given: 'percent' }),
  field('money.withheld', 'amount kept', { given: 'withheld' }),
  field('withheld', 'what is kept, in words', { given: 'withheld' }),
  field('money.payable', 'amount paid out'),
  field('money.applied', 'amount that goes toward fees still owed', { given: 'applied' }),
  field('money.stillDue', 'fees still owed', { given: 'still-due' }),
  field('payment.to', 'who is paid and how', { given: 'paid-out', typed: true }),
  field('payment.from', 'first day of the payment', { given: 'paid-from' }),
  field('payment.through', 'last day of the payment', { given: 'paid-through' }),
  field('why.words', 'what the clause says'),
  field('why.clause', 'number of the clause'),
  field('why.policy', 'name of the policy'),
  field('why.facts', 'fact that decided', { given: 'facts' }),
  field('missing', 'what is missing', { given: 'missing' }),
  field('enclosed', 'forms that come with the letter', { given: 'enclosed' }),
  field('dropForm', 'title of the drop form', { given: 'drop-form' }),
  field('next.until', 'next refund deadline', { given: 'deadline-ahead' }),
  field('next.percent', 'percentage until that deadline', { given: 'deadline-ahead' }),
  field('disagree.form', 'title of the petition form', { given: 'can-petition' }),
  field('disagree.until', 'last day for a petition', { given: 'can-petition' }),
  field('office.name', 'name of the office'),
  field('office.address', 'address of the office'),
  field('office.phone', 'telephone of the office'),
  field('office.email', 'e-mail of the office'),
  field('office.hours', 'hours of the office'),
  field('office.website', 'website of the office', { given: 'website' }),
  field('signatory.name', 'who signs', { typed: true }),
  field('signatory.title', 'title of who signs', { given: 'signatory-title' }),
  field('letter.number', 'number of this letter'),
  field('letter.date', 'date of this letter'),
  field('letter.corrects.number', 'number of the letter it replaces', { given: 'corrects' }),
  field('letter.corrects.date', 'date of the letter it replaces', { given: 'corrects' }),
  field('letter.corrects.refund', 'amount in the letter it replaces', { given: 'corrects-amount' }),
  ofPetition('petition.what', 'what kind of petition'),
  ofPetition('petition.heading', 'what kind of petition, as a heading'),
  ofPetition('petition.received', 'day on which the petition came'),
  ofPetition('petition.asked', 'amount asked for', 'asked'),
  ofPetition('petition.authority', 'who decided', 'authority', true),
  ofPetition('petition.decided', 'day of the decision', 'decided'),
  ofPetition('petition.due', 'day by which it is decided', 'petition-due'),
  ofPetition('petition.limit', 'last day on which it could have come', 'petition-limit'),
  ofPetition('petition.reason', 'reason as the office typed it', 'reason', true),
  ofPetition('petition.missing', 'what is still missing of the petition', 'petition-missing', true),
  ofPetition('petition.declined', 'who refused an approval', 'declined'),
  ofPetition('petition.returned.why', 'what the student was asked for', 'returned', true),
  ofPetition('petition.returned.on', 'day on which the student was asked', 'returned'),
  ofPetition('petition.returned.answerBy', 'last day for the answer', 'answer-by'),
  ofPetition('petition.answered', 'day on which the answer came', 'answered'),
  ofPetition('petition.withdrawn', 'day on which it was withdrawn', 'petition-withdrawn'),
  ofPetition('petition.rule.text', 'what the policy says of the petition', 'rule'),
  ofPetition('petition.rule.clause', 'clause about the petition', 'rule'),
  ofPetition('petition.against.date', 'day of the earlier decision', 'against'),
  ofPetition('petition.against.refund', 'refund of the earlier decision', 'against'),
  ofPetition('petition.against.letter', 'letter of the earlier decision', 'against-letter'),
  ofPetition('petition.against.more', 'how much more than before', 'more'),
  ofPetition('petition.against.less', 'how much less than before', 'less'),
  ofSection('instead.on', 'day on which the student asked for it', null),
  ofSection('instead.to.code', 'number of the new section', 'swapped'),
  ofSection('instead.to.title', 'title of the new section', 'swapped', true),
  ofSection('instead.to.term', 'term of the new section', 'new-term'),
  ofSection('instead.to.days', 'first and last day of the new section', 'new-days'),
  ofSection('instead.to.meetings', 'number of meetings of the new section', 'swapped'),
];

const byName = new Map(ownFields.map((known) => [known.name, known]));

/** The field of that name that a letter of this type can have; null where there is none. */
export function ownField(name: string, type: LetterType): OwnField | null {
  const known = byName.get(name);
  return known !== undefined && inScope(known.scope, type) ? known : null;
}

/** The fields that a letter of this type can have. */
export function ownFieldsOf(type: LetterType): readonly OwnField[] {
  return ownFields.filter((known) => inScope(known.scope, type));
}

/** What a field prints, in words, also of one that there is not. */
export function ownFieldWords(name: string): string {
  return byName.get(name)?.words ?? name;
}

const sentences: Record<Language, Readonly<Record<string, string>>> = {
  en: { 'say.received': english.received, 'say.receivedOnly': english.receivedOnly },
  es: { 'say.received': spanish.received, 'say.receivedOnly': spanish.receivedOnly },
};
const joined: readonly string[] = ['missing', 'petition.missing'];
const parts: readonly string[] = ['petition.reason', 'petition.returned.why'];

/** The sentences of the app that a field stands for, by its name. */
export function ownSentences(language: Language): Readonly<Record<string, string>> {
  return sentences[language];
}

/** A field as Liquid text. One that has nothing to print stops the letter, so that no letter has an empty place. */
export function fieldText({ name }: OwnField, language: Language): string {
  const sentence = sentences[language][name];
  if (sentence !== undefined) return sentence;
  const join = joined.includes(name) ? " | join: '; '" : parts.includes(name) ? " | join: ' '" : '';
  return `{{ ${name}${join} | needed: '${name}' }}`;
}
