import type { LetterTemplate, LetterType } from '../template';
import { choice, closing, disagree, next, opening, payment, received, receivedOnly, record, sum, why } from './english';

const paragraph = (text: string): string => `<p>${text}</p>`;

const missing = `<ul>{% for item in missing %}<li>{{ item }}</li>{% endfor %}</ul>`;

const identity = `{% if asks == 'request' and identity.size > 0 %}<ul>{% for item in identity %}<li>{{ item }}</li>{% endfor %}</ul>{% endif %}`;

const decidedBy = `{% if petition.authority %} It was decided by <bdi>{{ petition.authority }}</bdi>.{% endif %}`;

/** After the greeting: the decision first, then the figures, the reason, what happens and what can be done. */
const bodies: Record<LetterType, { readonly title: string; readonly body: readonly string[] }> = {
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
  'late-drop-granted': {
    title: 'Your late drop is granted',
    body: [
      paragraph(`Your late drop is granted; no refund is due (<strong>{{ money.refund }}</strong>). ${received}`),
      record,
      sum,
      why,
      payment,
      disagree,
    ],
  },
  reinstated: {
    title: 'You are enrolled again',
    body: [
      paragraph(
        `<strong>You are enrolled again</strong>: your {{ petition.what }} is granted. We received it on {{ petition.received }}.${decidedBy} No refund follows from it. ${received}`,
      ),
      why,
      disagree,
    ],
  },
  'not-reinstated': {
    title: 'Your request for reinstatement is not granted',
    body: [
      paragraph(
        `<strong>You are not enrolled again</strong>: your {{ petition.what }} is not granted. We received it on {{ petition.received }}.${decidedBy} No refund follows from it. ${received}`,
      ),
      why,
      disagree,
    ],
  },
  'reinstatement-received': {
    title: 'Your request for reinstatement is not decided yet',
    body: [
      paragraph(
        `<strong>Whether you are enrolled again is not decided yet</strong>: we received your {{ petition.what }} on {{ petition.received }}. ${receivedOnly}`,
      ),
      why,
      '<p><strong>What happens next.</strong> A person in our office will look at your request and write to you. You do not need to do anything.</p>',
      disagree,
    ],
  },
  'petition-granted': {
    title: '{{ petition.heading }} decision: {{ money.refund }}',
    body: [
      paragraph(
        `Your {{ petition.what }} is granted: your refund is <strong>{{ money.refund }}</strong>, which is {{ money.percent }} of the fees paid. We received it on {{ petition.received }}.${decidedBy} ${received}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-denied': {
    title: '{{ petition.heading }} decision: no refund',
    body: [
      paragraph(
        `Your {{ petition.what }} was decided: no refund is due (<strong>{{ money.refund }}</strong>). We received it on {{ petition.received }}.${decidedBy} ${received}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  refused: {
    title:
      '{% if petition.final %}The last day for a refund cannot be changed{% else %}Your petition came too late{% endif %}',
    body: [
      paragraph(
        `Your {{ petition.what }} cannot be considered, and no refund is due (<strong>{{ money.refund }}</strong>). We received it on {{ petition.received }}{% if petition.limit %}; the last day {% if petition.final %}for a refund {% endif %}was {{ petition.limit }}{% endif %}. Nobody may extend that day. ${received}`,
      ),
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
};

/** The English letters, one for each type. */
export const englishLetters: readonly LetterTemplate[] = Object.entries(bodies).map(([type, { title, body }]) => ({
  type: type as LetterType,
  language: 'en',
  version: 2,
  review: 'reviewed',
  title,
  pieces: [...opening.filter((p) => type !== 'withdrawn' || !p.includes('replaces')), ...body, ...closing],
}));
