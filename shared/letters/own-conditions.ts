import type { LetterType } from './template';

/** About what a field or a condition is: every letter, those of petitions and appeals, or those of a changed section. */
export type OwnScope = 'any' | 'petition' | 'instead';

/** A condition under which a part of a letter stands: its words after “only when”, and the tests it comes to, each inside the one before. */
export type OwnCondition = {
  readonly name: string;
  readonly words: string;
  readonly tests: readonly string[];
  readonly scope: OwnScope;
};

function of(scope: OwnScope, name: string, words: string, ...tests: readonly string[]): OwnCondition {
  return { name, words, tests, scope };
}

/** Every condition that the office can choose, in the order in which they are offered. */
export const ownConditions: readonly OwnCondition[] = [
  of('any', 'refunded', 'something is refunded', 'money.nothing == false'),
  of('any', 'not-refunded', 'nothing is refunded', 'money.nothing'),
  of('any', 'paid-out', 'money is paid out', 'payment'),
  of('any', 'paid-from', 'money is paid out and its first day lies ahead', 'payment', 'payment.from'),
  of('any', 'paid-through', 'money is paid out by a promised day', 'payment', 'payment.through'),
  of('any', 'applied', 'a part of the refund goes toward fees still owed', 'money.applied'),
  of('any', 'still-due', 'fees are still owed', 'money.stillDue'),
  of('any', 'withheld', 'a fee or deposit is kept', 'money.withheld'),
  of('any', 'percent', 'a percentage decided', 'money.percent'),
  of('any', 'cancelled', 'the class was cancelled', 'course.cancelledOn'),
  of('any', 'notice', 'a form or notice came', 'notice'),
  of('any', 'postmarked', 'what came bears a postmark', 'notice', 'notice.postmarked'),
  of('any', 'postmark-counted', 'a postmark counted', 'notice', "notice.counts == 'postmarked'"),
  of('any', 'receipt-counted', 'the day of receipt counted', 'notice', "notice.counts == 'received'"),
  of('any', 'postmark-unusable', 'the postmark would count but cannot be used', 'notice', 'notice.unusable'),
  of('any', 'effective', 'the drop took effect', 'notice', 'notice.effective'),
  of('any', 'facts', 'a fact of the course decided', 'why.facts'),
  of('any', 'grade-w', 'a W is recorded', "record == 'W'"),
  of('any', 'grade-f', 'a failing grade threatens', "record == 'F-warning'"),
  of('any', 'missing', 'the student has something to send', 'missing.size > 0'),
  of('any', 'enclosed', 'a form comes with the letter', 'enclosed'),
  of('any', 'drop-form', 'the policy has a form for a drop', 'dropForm'),
  of('any', 'deadline-ahead', 'a refund deadline lies ahead', 'next.until'),
  of('any', 'deadline-past', 'all refund deadlines have passed', "next.state == 'past'"),
  of('any', 'can-petition', 'a petition’s deadline lies ahead', "disagree.state == 'open'"),
  of('any', 'petition-closed', 'a petition’s deadline has passed', "disagree.state == 'closed'"),
  of('any', 'can-appeal', 'the policy allows an appeal', "disagree.state == 'appeal'"),
  of('any', 'final', 'the policy lets nobody extend its date', "disagree.state == 'final'"),
  of('any', 'by-form', 'a drop needs the policy’s form', "asks == 'form'"),
  of('any', 'by-writing', 'a drop needs to be in writing', "asks == 'writing'"),
  of('any', 'by-request', 'a request in any form is enough', "asks == 'request'"),
  of('any', 'stays', 'the student chose to stay', "choice.made == 'stay'"),
  of('any', 'leaves', 'the student chose to leave', "choice.made == 'unenroll'"),
  of('any', 'corrects', 'the letter replaces an earlier one', 'letter.corrects'),
  of('any', 'corrects-amount', 'it replaces a letter with another amount', 'letter.corrects', 'letter.corrects.refund'),
  of('any', 'term', 'the course belongs to a term', 'course.term'),
  of('any', 'course-days', 'the days of the course are known', 'course.days'),
  of('any', 'website', 'the office has a website', 'office.website'),
  of('any', 'signatory-title', 'whoever signs has a title', 'signatory.title'),
  of('petition', 'petition', 'it tells of a petition or appeal', 'petition'),
  of('petition', 'asked', 'the student asked for an amount', 'petition', 'petition.asked'),
  of('petition', 'authority', 'it is known who decided', 'petition', 'petition.authority'),
  of('petition', 'decided', 'the day of the decision is known', 'petition', 'petition.decided'),
  of('petition', 'petition-due', 'there is a day by which it is decided', 'petition', 'petition.due'),
  of('petition', 'petition-limit', 'there was a last day for it', 'petition', 'petition.limit'),
  of('petition', 'reason', 'the office gave a reason', 'petition', 'petition.reason.size > 0'),
  of('petition', 'petition-missing', 'something is missing of the petition', 'petition', 'petition.missing.size > 0'),
  of('petition', 'declined', 'an approval was refused', 'petition', 'petition.declined'),
  of('petition', 'returned', 'the student was asked for something', 'petition', 'petition.returned'),
  of(
    'petition',
    'answer-by',
    'the answer has a last day',
    'petition',
    'petition.returned',
    'petition.returned.answerBy',
  ),
  of('petition', 'answered', 'the student has answered', 'petition', 'petition.answered'),
  of('petition', 'petition-withdrawn', 'the day of its withdrawal is known', 'petition', 'petition.withdrawn'),
  of('petition', 'rule', 'the policy speaks of such a petition', 'petition', 'petition.rule'),
  of('petition', 'against', 'there is an earlier decision', 'petition', 'petition.against'),
  of(
    'petition',
    'against-letter',
    'the earlier decision was told by letter',
    'petition',
    'petition.against',
    'petition.against.letter',
  ),
  of(
    'petition',
    'more',
    'it gives more than the earlier decision',
    'petition',
    'petition.against',
    'petition.against.more',
  ),
  of(
    'petition',
    'less',
    'it gives less than the earlier decision',
    'petition',
    'petition.against',
    'petition.against.less',
  ),
  of('instead', 'swapped', 'the student changed to another section', 'instead', 'instead.to'),
  of('instead', 'new-term', 'the new section belongs to a term', 'instead', 'instead.to', 'instead.to.term'),
  of('instead', 'new-days', 'the days of the new section are known', 'instead', 'instead.to', 'instead.to.days'),
];

const byName = new Map(ownConditions.map((condition) => [condition.name, condition]));

/** The condition of that name; null where there is none. */
export function ownCondition(name: string): OwnCondition | null {
  return byName.get(name) ?? null;
}

/** Whether letters of this type tell of a petition or an appeal. */
export function isOfPetitions(type: LetterType): boolean {
  return /petition|late-drop|reinstate|refused/.test(type) && type !== 'petition-required';
}

/** Whether a letter of this type can tell of that. */
export function inScope(scope: OwnScope, type: LetterType): boolean {
  switch (scope) {
    case 'any':
      return true;
    case 'petition':
      return isOfPetitions(type);
    case 'instead':
      return type === 'drop-withdrawn' || type === 'section-changed';
  }
}

/** The Liquid text where the condition holds, and nothing else. */
export function under(condition: OwnCondition | null, text: string): string {
  const tests = condition?.tests ?? [];
  return `${tests.map((test) => `{% if ${test} %}`).join('')}${text}${'{% endif %}'.repeat(tests.length)}`;
}
