import type { LetterBody } from '../template';
import { disagree, payment, received, receivedOnly, record, sum, why } from './english';

const paragraph = (text: string): string => `<p>${text}</p>`;

const came = `We received it on {{ petition.received }}.`;

const decidedBy = `{% if petition.decided %} It was decided on {{ petition.decided }}{% if petition.authority %} by <bdi>{{ petition.authority }}</bdi>{% endif %}.{% elsif petition.authority %} It was decided by <bdi>{{ petition.authority }}</bdi>.{% endif %}`;

const asked = `{% if petition.asked %} You asked for {{ petition.asked }}.{% endif %}`;

/** The determination that it is about, and whether it still counts. */
const against = `{% if petition.against %}<p><strong>The earlier decision.</strong> On {{ petition.against.date }} we decided on a refund of {{ petition.against.refund }}{% if petition.against.letter %} (our letter <bdi class="whole">{{ petition.against.letter }}</bdi>){% endif %}. {% if petition.against.more %}The new decision takes its place and gives {{ petition.against.more }} more; what we have already returned counts toward it.{% elsif petition.against.less %}The new decision takes its place and gives {{ petition.against.less }} less.{% else %}That amount stays as it is.{% endif %}</p>{% endif %}`;

const againstOpen = `{% if petition.against %}<p><strong>What it is about.</strong> On {{ petition.against.date }} we decided on a refund of {{ petition.against.refund }}{% if petition.against.letter %} (our letter <bdi class="whole">{{ petition.against.letter }}</bdi>){% endif %}. That decision stands until this one is made.</p>{% endif %}`;

/** The office's own reason, as it was typed. */
const reason = `{% for part in petition.reason %}<p>{% if forloop.first %}<strong>The reason.</strong> {% endif %}<bdi>{{ part }}</bdi></p>
{% endfor %}`;

const rule = `{% if petition.rule %}<p><strong>What the policy says.</strong> {{ petition.rule.text }} ({{ why.policy }}, clause {{ petition.rule.clause }}.)</p>{% endif %}`;

const missingItems = `<ul>{% for item in petition.missing %}<li><bdi>{{ item }}</bdi></li>{% endfor %}</ul>`;

const missing = `{% if petition.missing.size > 0 %}<p><strong>What is still missing.</strong> Please send us:</p>
${missingItems}{% endif %}`;

const declined = `{% if petition.declined %}<p><strong>Approval refused.</strong> A drop this late needs the approval of the instructor and of the department chair. It was refused by {{ petition.declined }}.</p>{% endif %}`;

const stillEnrolled = `{% if record == 'F-warning' %}${record}{% endif %}`;

const where = `{{ office.name }}, {{ office.address }}, or {{ office.email }}. Write case {{ case.number }} on it.`;

/** After the greeting of letters about petitions and appeals: the decision first, or what is not decided yet. */
export const ofPetitions = {
  'late-drop-granted': {
    title: 'Your late drop is granted',
    body: [
      paragraph(
        `Your late drop is granted; no refund is due (<strong>{{ money.refund }}</strong>).{% if petition %} We received your {{ petition.what }} on {{ petition.received }}.${decidedBy}{% endif %} ${received}`,
      ),
      record,
      sum,
      reason,
      why,
      payment,
      disagree,
    ],
  },
  'late-drop-denied': {
    title: 'Your late drop is not granted',
    body: [
      paragraph(
        `Your late drop is not granted: <strong>you are still enrolled</strong>, and no refund is due ({{ money.refund }}). We received your {{ petition.what }} on {{ petition.received }}.${decidedBy} ${receivedOnly}`,
      ),
      declined,
      `{% if petition.missing.size > 0 %}<p><strong>What was missing.</strong> We did not have:</p>
${missingItems}{% endif %}`,
      reason,
      why,
      record,
      disagree,
    ],
  },
  reinstated: {
    title: 'You are enrolled again',
    body: [
      paragraph(
        `<strong>You are enrolled again</strong>: your {{ petition.what }} is granted. ${came}${decidedBy} No refund follows from it. ${received}`,
      ),
      reason,
      why,
      disagree,
    ],
  },
  'not-reinstated': {
    title: 'Your request for reinstatement is not granted',
    body: [
      paragraph(
        `<strong>You are not enrolled again</strong>: your {{ petition.what }} is not granted. ${came}${decidedBy} No refund follows from it. ${received}`,
      ),
      reason,
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
  'petition-received': {
    title: 'We have received your {{ petition.what }}',
    body: [
      paragraph(
        `<strong>Your {{ petition.what }} is not decided yet.</strong> ${came}${asked}{% if petition.answered %} Your answer to our question came on {{ petition.answered }}.{% endif %} ${receivedOnly}`,
      ),
      againstOpen,
      missing,
      `<p><strong>What happens next.</strong> We will decide{% if petition.due %} by <strong>{{ petition.due }}</strong>{% endif %} and write to you. {% if petition.missing.size > 0 %}Please send what is missing before then: ${where}{% else %}You do not need to do anything.{% endif %}</p>`,
      rule,
      stillEnrolled,
    ],
  },
  'petition-returned': {
    title: 'We need more to decide your {{ petition.what }}',
    body: [
      paragraph(
        `<strong>We cannot decide your {{ petition.what }} yet</strong>, because we need something more from you. ${came} ${receivedOnly}`,
      ),
      `{% for part in petition.returned.why %}<p>{% if forloop.first %}<strong>What we need.</strong> {% endif %}<bdi>{{ part }}</bdi></p>
{% endfor %}`,
      missing,
      `<p><strong>By when.</strong> {% if petition.returned.answerBy %}We must have your answer by <strong>{{ petition.returned.answerBy }}</strong>{% else %}Please answer soon{% endif %}: ${where} The time in which we decide has stood still since {{ petition.returned.on }} and goes on when your answer comes. Your {{ petition.what }} keeps the day on which it came.</p>`,
      againstOpen,
      rule,
      stillEnrolled,
    ],
  },
  'petition-granted': {
    title: '{{ petition.heading }} decision: {{ money.refund }}',
    body: [
      paragraph(
        `Your {{ petition.what }} is granted: your refund is <strong>{{ money.refund }}</strong>{% if money.percent %}, which is {{ money.percent }} of the fees paid{% endif %}. ${came}${decidedBy} ${received}`,
      ),
      against,
      sum,
      reason,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-in-part': {
    title: '{{ petition.heading }} decision: {{ money.refund }}',
    body: [
      paragraph(
        `Your {{ petition.what }} is granted in part: your refund is <strong>{{ money.refund }}</strong>{% if money.percent %}, which is {{ money.percent }} of the fees paid{% endif %}. ${came}${asked}${decidedBy} ${received}`,
      ),
      against,
      sum,
      reason,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-denied': {
    title:
      '{{ petition.heading }} decision: {% if money.nothing %}no refund{% else %}your refund stays {{ money.refund }}{% endif %}',
    body: [
      paragraph(
        `Your {{ petition.what }} is not granted: {% if money.nothing %}no refund is due (<strong>{{ money.refund }}</strong>){% else %}your refund stays <strong>{{ money.refund }}</strong>{% endif %}. ${came}${asked}${decidedBy} ${received}`,
      ),
      against,
      sum,
      reason,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-withdrawn': {
    title: 'Your {{ petition.what }} is withdrawn',
    body: [
      paragraph(
        `<strong>Your {{ petition.what }} is not decided any more</strong>, because you withdrew it{% if petition.withdrawn %} on {{ petition.withdrawn }}{% endif %}. ${came} ${receivedOnly}`,
      ),
      `{% if petition.against %}<p><strong>What stands.</strong> On {{ petition.against.date }} we decided on a refund of {{ petition.against.refund }}{% if petition.against.letter %} (our letter <bdi class="whole">{{ petition.against.letter }}</bdi>){% endif %}. That decision stands.</p>{% endif %}`,
      stillEnrolled,
      disagree,
    ],
  },
  refused: {
    title:
      '{% if petition.final %}The last day for a refund cannot be changed{% else %}Your {{ petition.what }} came too late{% endif %}',
    body: [
      paragraph(
        `Your {{ petition.what }} cannot be considered, and {% if money.nothing %}no refund is due (<strong>{{ money.refund }}</strong>){% else %}your refund stays <strong>{{ money.refund }}</strong>{% endif %}. ${came}{% if petition.limit %} The last day {% if petition.final %}for a refund {% endif %}was {{ petition.limit }}.{% endif %} {% if petition.final %}No petition and no appeal can extend that day.{% else %}Nobody may extend that day.{% endif %} ${received}`,
      ),
      reason,
      why,
      `{% if petition.final == false and petition.rule %}{% if petition.rule.clause != why.clause %}${rule}{% endif %}{% endif %}`,
      record,
      disagree,
    ],
  },
} as const satisfies Record<string, LetterBody>;

const how = `{% if asks == 'form' and dropForm %}send us the form “{{ dropForm }}”, completed and signed: ${where}{% elsif asks == 'request' %}ask us for it at {{ office.email }} or {{ office.phone }}.{% else %}tell us in writing: ${where}{% endif %}`;

const nextDay = `{% if next.until %} For a refund of up to {{ next.percent }} of the fees paid, it must {% if next.postmark %}be postmarked, or reach us where it does not come by mail,{% else %}reach us{% endif %} <strong>{{ next.until }}</strong>{% if next.officeHours %}, during our office hours{% endif %}.{% elsif next.state == 'past' %} The last day for a refund has passed.{% else %} The policy sets no further day for a refund.{% endif %}`;

/** The same of letters about what a student did with the form instead of dropping. */
export const ofForms = {
  'drop-withdrawn': {
    title: 'Your drop is withdrawn',
    body: [
      paragraph(
        `<strong>You are still enrolled</strong>: you withdrew your drop on {{ instead.on }}, and it counts no more. ${receivedOnly} Your fees stand as they did before, and no refund follows from it.`,
      ),
      `<p><strong>If you want to drop later.</strong> Please ${how}${nextDay}</p>`,
      '<p><strong>If this is not what you asked for.</strong> Please tell us at once: {{ office.phone }} or {{ office.email }}.</p>',
    ],
  },
  'section-changed': {
    title: 'You have changed to {{ instead.to.code }}',
    body: [
      paragraph(
        `<strong>You are enrolled in {{ instead.to.code }}</strong>, <bdi>{{ instead.to.title }}</bdi>, in place of {{ course.code }}. You asked for this on {{ instead.on }}. ${receivedOnly}`,
      ),
      '<p><strong>Your new section.</strong> {{ instead.to.meetings }}{% if instead.to.days %}, {{ instead.to.days }}{% endif %}{% if instead.to.term %} ({{ instead.to.term }}){% endif %}.</p>',
      '<p><strong>Your fees.</strong> What you paid, {{ money.collected }}, has moved to the new section. Nothing is refunded, and nothing is kept for the change.</p>',
      `<p><strong>If you want to drop it later.</strong> Please ${how}${nextDay}</p>`,
      '<p><strong>If this is not what you asked for.</strong> Please tell us at once: {{ office.phone }} or {{ office.email }}.</p>',
    ],
  },
} as const satisfies Record<string, LetterBody>;
