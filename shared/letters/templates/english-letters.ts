import { letterTypes, type LetterBody, type LetterTemplate, type LetterType } from '../template';
import { ofForms, ofPetitions } from './english-petitions';
import {
  cameIn,
  choice,
  closing,
  disagree,
  next,
  opening,
  payment,
  received,
  receivedOnly,
  record,
  sum,
  why,
} from './english';

const paragraph = (text: string): string => `<p>${text}</p>`;

const missing = `<ul>{% for item in missing %}<li>{{ item }}</li>{% endfor %}</ul>`;

const identity = `{% if asks == 'request' and identity.size > 0 %}<ul>{% for item in identity %}<li>{{ item }}</li>{% endfor %}</ul>{% endif %}`;

/** After the greeting: the decision first, then the figures, the reason, what happens and what can be done. */
const ofDeterminations = {
  received: {
    title: 'We have received {% if notice %}{{ notice.what }}{% else %}your request{% endif %}',
    body: [
      paragraph(
        `<strong>Nothing has been decided yet</strong>: this letter only confirms what has reached us. ${cameIn}`,
      ),
      '<p><strong>What happens next.</strong> We will decide by the published policy ({{ why.policy }}) and write to you: whether anything is refunded, how much, by which rule, and what you can do if you disagree. If something is missing, we will ask you for it. For now you do not need to do anything.</p>',
      '<p><strong>Until then.</strong> The day on which it came is on record and stays the same however long this takes. Sending it again does not make it faster.</p>',
      '<p><strong>Please check.</strong> If the course or a date in this letter is wrong, tell us now: {{ office.name }}, {{ office.address }}, or {{ office.email }}. Write case {{ case.number }} on it.</p>',
    ],
  },
  duplicate: {
    title: 'Your refund for this course is already decided',
    body: [
      paragraph(
        `Your refund for this course stays <strong>{{ money.refund }}</strong>, as decided on {{ earlier.date }} in case <bdi class="whole">{{ earlier.case }}</bdi>{% if earlier.letter %} (our letter <bdi class="whole">{{ earlier.letter }}</bdi>){% endif %}; nothing more follows from what you sent now. ${cameIn} A course is decided once, and it was decided by what you had sent before.`,
      ),
      '<p><strong>What happens next.</strong> {% if money.nothing %}Nothing: no refund was due, and none follows.{% elsif earlier.paid %}Nothing: that refund was paid on {{ earlier.paid }}. It is not paid again.{% else %}You receive that refund as {% if earlier.letter %}our earlier letter said{% else %}we decided then{% endif %}, once.{% endif %} You do not need to do anything.</p>',
      '<p><strong>The rule that decided.</strong> {{ why.words }} ({{ why.policy }}, clause {{ why.clause }}.)</p>',
      '<p><strong>If you meant something else.</strong> If this was for another course, or asks for something that we have not decided, tell us: {{ office.phone }} or {{ office.email }}.</p>',
      // What is disagreed with is the other case.
      disagree.replaceAll('case.number', 'earlier.case'),
    ],
  },
  'class-cancelled': {
    title: 'Refund decision: {{ money.refund }}',
    body: [
      paragraph(
        `Your refund is <strong>{{ money.refund }}</strong>, all the fees paid, because this class was cancelled{% if course.cancelledOn %} on {{ course.cancelledOn }}{% endif %}. {% if dropFee %}No drop fee is kept, and you{% else %}You{% endif %} do not need to send a form.{% if notice %} ${received}{% endif %}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  full: {
    title: 'Refund decision: {{ money.refund }}',
    body: [
      paragraph(`Your refund is <strong>{{ money.refund }}</strong>, all the fees paid. ${received}`),
      sum,
      why,
      payment,
      choice,
      record,
      disagree,
    ],
  },
  'full-less': {
    title: 'Refund decision: {{ money.refund }}',
    body: [
      paragraph(
        `Your refund is <strong>{{ money.refund }}</strong>: the fees paid, less {{ money.withheld }} ({{ withheld }}). ${received}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  partial: {
    title: 'Refund decision: {{ money.refund }}',
    body: [
      paragraph(
        `Your refund is <strong>{{ money.refund }}</strong>, {% if money.percent %}which is {{ money.percent }} of the fees paid{% else %}the amount that the federal guidelines give{% endif %}. ${received}`,
      ),
      sum,
      why,
      payment,
      choice,
      record,
      disagree,
    ],
  },
  none: {
    title: 'Refund decision: no refund',
    body: [
      paragraph(`No refund is due (<strong>{{ money.refund }}</strong>). ${received}`),
      sum,
      why,
      payment,
      choice,
      record,
      disagree,
    ],
  },
  incomplete: {
    title: 'Your {% if asks == "request" %}refund request{% else %}drop{% endif %} is not complete yet',
    body: [
      paragraph(
        `<strong>We cannot decide your refund yet</strong>, because something is still missing. ${receivedOnly} Please send us:`,
      ),
      missing,
      next,
      why,
      record,
      disagree,
    ],
  },
  'not-official': {
    title: 'You are still enrolled',
    body: [
      paragraph(
        `<strong>You are still enrolled, and no refund is due</strong>: what reached us is not {% if asks == 'request' %}a request for a refund{% else %}an official drop{% endif %}. ${receivedOnly} {% if asks == 'request' %}To ask for a refund, turn to us at {{ office.email }} or {{ office.phone }}{% if identity.size > 0 %}, naming:{% else %}.{% endif %}{% elsif enclosed and asks == 'form' %}To drop, send us the enclosed {{ enclosed }}, completed and signed.{% elsif enclosed %}To drop, tell us in writing, for example on the enclosed {{ enclosed }}, completed and signed: {{ office.name }}, {{ office.address }}, or {{ office.email }}.{% else %}To drop, send us your drop in writing.{% endif %}`,
      ),
      identity,
      why,
      next,
      record,
      disagree,
    ],
  },
  'petition-required': {
    title: 'This drop needs a petition',
    body: [
      paragraph(
        `<strong>You are still enrolled, and no refund is due yet</strong>: a drop this late needs a petition. ${receivedOnly} Please send us{% if enclosed %}, on the enclosed {{ enclosed }}{% endif %}:`,
      ),
      missing,
      next,
      why,
      record,
      disagree,
    ],
  },
  refer: {
    title: 'Your refund is not decided yet',
    body: [
      paragraph(
        `<strong>No refund has been decided, and none has been refused</strong>: our refund schedule has no rule for this case. ${receivedOnly}`,
      ),
      why,
      '<p><strong>What happens next.</strong> A person in our office will look at your request and write to you. You do not need to do anything.</p>',
      disagree,
    ],
  },
  federal: {
    title: 'Your refund is being worked out under federal rules',
    body: [
      paragraph(
        `<strong>Your refund is not decided yet</strong>: because you receive federal aid, it follows the federal guidelines. ${receivedOnly}`,
      ),
      why,
      '<p><strong>What happens next.</strong> We will write to you as soon as the amount is known. You do not need to do anything.</p>',
      disagree,
    ],
  },
  withdrawn: {
    title: 'Please disregard our letter {{ letter.corrects.number }}',
    body: [
      paragraph(
        'Please disregard our letter {{ letter.corrects.number }} of {{ letter.corrects.date }}. It was sent to you by mistake. It changes nothing for you: your enrollment and your fees stand as they did before it, and no refund follows from it.',
      ),
      '<p>We have corrected our records and are sorry for the trouble. If you have already acted on that letter, please tell us.</p>',
    ],
  },
} as const;

const bodies: Record<LetterType, LetterBody> = { ...ofDeterminations, ...ofPetitions, ...ofForms };

/** The English letters, one for each type. */
export const englishLetters: readonly LetterTemplate[] = letterTypes.map((type) => ({
  type,
  language: 'en',
  version: 4,
  review: 'reviewed',
  title: bodies[type].title,
  pieces: [...opening.filter((p) => type !== 'withdrawn' || !p.includes('replaces')), ...bodies[type].body, ...closing],
}));
