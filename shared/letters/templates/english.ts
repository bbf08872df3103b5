/** The pieces that the English letters share, in the order in which they stand. Text with named fields (`fields.ts`), no code. */

export const opening = [
  '<h1>{{ letter.title }}</h1>',
  '<p class="case">Case {{ case.number }} · {{ course.code }} <bdi>{{ course.title }}</bdi>{% if course.term %} · {{ course.term }}{% endif %}<br>{{ course.meetings }}{% if course.days %}, {{ course.days }}{% endif %}</p>',
  '<p>Dear <bdi>{{ student.name }}</bdi>,</p>',
  `{% if letter.corrects %}<p>This letter replaces our letter {{ letter.corrects.number }} of {{ letter.corrects.date }}{% if letter.corrects.refund %}, which gave your refund as {{ letter.corrects.refund }}{% endif %}. Please keep this one instead.</p>{% endif %}`,
];

const took = `{% if asks == 'request' %}your request counts as made{% else %}your drop took effect{% endif %}`;

/** When the form came and which of its dates counts. */
export const received = `{% if notice %}We received {{ notice.what }} on {{ notice.received }}{% if notice.postmarked %} (postmarked {{ notice.postmarked }}){% endif %}.{% if notice.effective %}{% if notice.counts == 'postmarked' %} The postmark counts: ${took} {{ notice.effective }}.{% elsif notice.unusable %} Its postmark would count, but it is missing, cannot be read or is later than the day it came. So the day we received it counts: ${took} {{ notice.effective }}.{% elsif notice.postmarked %} The date we receive a form counts, not its postmark: ${took} {{ notice.effective }}.{% else %} {% if asks == 'request' %}Your request counts as made{% else %}Your drop took effect{% endif %} {{ notice.effective }}.{% endif %}{% endif %}{% endif %}`;

/** The same while nothing has been decided: then no drop has taken effect. */
export const receivedOnly = `{% if notice %}On {{ notice.received }} we received {{ notice.what }}{% if notice.postmarked %} (postmarked {{ notice.postmarked }}; {% if notice.counts == 'postmarked' or next.postmark %}the postmark{% else %}the date we receive it{% endif %} counts){% endif %}.{% endif %}`;

/** What came and when, and no more: a letter that decides nothing of it leaves open which date counts. */
export const cameIn = `{% if notice %}On {{ notice.received }} we received {{ notice.what }}{% if notice.postmarked %} (postmarked {{ notice.postmarked }}){% endif %}.{% endif %}`;

export const sum = `{% if sum.rows.size > 0 %}<table class="sum"><thead><tr><th scope="col">How the amount was worked out</th><th scope="col">Amount or rate</th></tr></thead><tbody>
{% for row in sum.rows %}<tr{% if row.total %} class="total"{% endif %}><th scope="row">{{ row.label }}</th><td>{{ row.value }}</td></tr>
{% endfor %}</tbody></table>{% endif %}`;

export const why = `<p><strong>Why.</strong> {% if why.facts %}{{ why.facts }} {% endif %}{{ why.words }} ({{ why.policy }}, clause {{ why.clause }}.)</p>`;

/** To whom, how and when: or what is still owed. */
export const payment = `{% if payment %}<p><strong>What happens next.</strong> We will return {{ money.payable }} to the original payer, <bdi>{{ payment.to }}</bdi>{% if payment.from %}, between {{ payment.from }} and {{ payment.through }}{% elsif payment.through %}, by {{ payment.through }}{% endif %}. You do not need to do anything.{% if money.applied %} {{ money.applied }} of your refund goes toward fees you still owe for this course.{% endif %}</p>{% elsif money.applied %}<p><strong>What happens next.</strong> Your refund goes toward fees you still owe for this course, so nothing is paid out.{% if money.stillDue %} You still owe {{ money.stillDue }}.{% endif %}</p>{% elsif money.stillDue %}<p><strong>What happens next.</strong> You still owe {{ money.stillDue }} for this course.</p>{% endif %}`;

export const record = `{% if record == 'W' %}<p><strong>Your record.</strong> A grade of “W” (withdrawal) will be recorded for this course.</p>{% elsif record == 'F-warning' %}<p><strong>Your record.</strong> You are still enrolled in this course. If you do not officially drop it, you will receive a failing grade.</p>{% endif %}`;

/** What the student can still do, and until when. */
export const next = `<p><strong>By when.</strong> {% if next.state == 'keeps' %}Send it soon. Your request keeps the day on which it first came, {{ notice.received }}.{% elsif next.until %}It must {% if next.postmark %}be postmarked, or reach us where it does not come by mail,{% else %}reach us{% endif %} <strong>{{ next.until }}</strong>{% if next.officeHours %}, during our office hours{% endif %}, for a refund of up to {{ next.percent }} of the fees paid.{% else %}No refund deadline lies ahead{% if next.state == 'past' %} any more{% endif %}. Send it soon all the same: until we have it, you remain enrolled.{% endif %}</p>`;

const said = `{{ line.text }} ({{ line.clause }})`;

/** What the student chose, what leaving means, what they can do after a refusal, in the policy's own words. */
export const choice = `{% if choice.consequences.size > 0 %}<p><strong>What leaving means.</strong> You asked to be unenrolled.</p><ul>{% for line in choice.consequences %}<li>${said}</li>{% endfor %}</ul>{% elsif choice.made == 'stay' %}<p><strong>Your choice.</strong> You chose to stay enrolled.{% if choice.may %} {{ choice.may.text }} ({{ choice.may.clause }}){% endif %}</p>{% elsif choice.may %}<p><strong>Your choice.</strong> {{ choice.may.text }} ({{ choice.may.clause }}) Please tell us which you choose.</p>{% endif %}{% if choice.options.size > 0 %}<p><strong>What you can do now.</strong></p><ul>{% for line in choice.options %}<li>${said}</li>{% endfor %}</ul>{% endif %}{% if choice.free %}<p><strong>If you only want to stop.</strong> {{ choice.free.text }} ({{ choice.free.clause }})</p>{% endif %}`;

export const disagree = `{% if disagree.state == 'open' %}<p><strong>If you disagree.</strong> Send us the form “{{ disagree.form }}”{% if office.website %} ({{ office.website }}){% endif %} with your reasons and supporting documents. We must receive it by <strong>{{ disagree.until }}</strong>: {{ office.name }}, {{ office.address }}, or {{ office.email }}. Write case {{ case.number }} on it.</p>{% elsif disagree.state == 'closed' %}<p><strong>If you disagree.</strong> The last day for the form “{{ disagree.form }}” was {{ disagree.until }}, and the policy lets nobody extend it. If a date or an amount in this letter is wrong, tell us in writing: {{ office.name }}, {{ office.address }}, or {{ office.email }}.</p>{% elsif disagree.state == 'appeal' %}<p><strong>If you disagree.</strong> {% if disagree.clause != why.clause %}{{ disagree.says }} (Clause {{ disagree.clause }}.) {% endif %}Write to us with your reasons and supporting documents{% if disagree.form %}, for example on the form “{{ disagree.form }}”{% endif %}: {{ office.name }}, {{ office.address }}, or {{ office.email }}. The policy names no last day for this. Write case {{ case.number }} on it.</p>{% elsif disagree.state == 'final' %}<p><strong>If you disagree.</strong> The policy lets nobody extend its date: {{ disagree.says }} (Clause {{ disagree.clause }}.) If a date or an amount in this letter is wrong, tell us in writing: {{ office.name }}, {{ office.address }}, or {{ office.email }}.</p>{% elsif disagree.state == 'none' %}<p><strong>If you disagree.</strong> If a date or an amount in this letter is wrong, tell us in writing: {{ office.name }}, {{ office.address }}, or {{ office.email }}. Write case {{ case.number }} on it.</p>{% else %}<p><strong>If you disagree.</strong> Tell us in writing why, with supporting documents: {{ office.name }}, {{ office.address }}, or {{ office.email }}. Write case {{ case.number }} on it.</p>{% endif %}`;

export const closing = [
  '<p><strong>Questions?</strong> {{ office.phone }} · {{ office.email }} · {{ office.hours }}</p>',
  '<div class="sign"><p>Sincerely,</p><div class="hand"></div><p><bdi>{{ signatory.name }}</bdi>{% if signatory.title %}, {{ signatory.title }}{% endif %}</p></div>',
];
