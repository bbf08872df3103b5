import { formatMoment } from '../day';
import { formatCents, formatPercent } from '../money';
import { explain, missingWords, outcomeLabel } from '../policy/explain';
import type { Course } from '../register/course';
import { listName, type Student } from '../register/student';
import { fill } from './liquid';
import type { LetterSource } from './source';
import { faces, style } from './style';

/** What the worksheet of a determination is made from; a student or course that was since taken out is left blank. */
export type WorksheetSource = Pick<
  LetterSource,
  'caseNumber' | 'facts' | 'determination' | 'hash' | 'pack' | 'office'
> & {
  readonly student: Student | null;
  readonly course: Course | null;
  /** When and by whom it was determined, in words. */
  readonly made: string;
};

/** The worksheet as one sheet in the office's own language: every step with the clause behind it, the result, the policy's limits. Whole HTML. */
export function worksheetPage(source: WorksheetSource): { readonly html: string; readonly title: string } {
  const { determination: d, pack, facts, student, course, office } = source;
  const title = `Refund worksheet ${source.caseNumber}`;
  const fees = facts.fees;
  const html = fill(template, {
    title,
    style: `${faces}\n${style}\n${own}`,
    office: { institution: office.institution, name: office.name },
    caseNumber: source.caseNumber,
    who: student === null ? '' : `${listName(student)} · ${student.number}`,
    course: course === null ? '' : `${course.code} ${course.title}`,
    received: facts.notice == null ? 'Nothing' : formatMoment(facts.notice.received, 'en'),
    postmarked: facts.notice?.postmarked == null ? null : formatMoment(facts.notice.postmarked, 'en'),
    fees: `${formatCents(fees.assessed)} charged, ${formatCents(fees.collected)} paid`,
    steps: explain(d, pack, 'en'),
    outcome: outcomeLabel(d, pack, 'en'),
    results: [
      ['Refund', formatCents(d.refund)],
      ['Percentage of fees paid', d.percent === null ? '–' : formatPercent(d.percent, 'en')],
      ['Withheld', formatCents(d.withheld)],
      ['Fees still due, cancelled', formatCents(d.cancelled)],
      ['Kept', formatCents(d.kept)],
      ['Paid out', formatCents(d.settlement.payable)],
      ['Set off against fees still due', formatCents(d.settlement.appliedToBalance)],
      ['Still due', formatCents(d.settlement.stillDue)],
    ].map(([label, value]) => ({ label, value })),
    missing: d.missing.map((name) => missingWords(name, 'en')).join(', '),
    notation: { none: 'none', W: 'W', 'F-warning': 'failing grade unless officially dropped' }[d.notation],
    deadlines: d.deadlines.map((l) => ({ label: l.label, through: formatMoment(l.through, 'en'), clause: l.clause })),
    readings: d.readings.map((r) => `${r.name}: ${String(r.value)} (${r.clause})`).join(' · '),
    footer: [source.made, `${pack.name.en}, version ${pack.version}`, `Determination ${source.hash.slice(0, 12)}`].join(
      ' · ',
    ),
  });
  return { html, title };
}

const own = `
.worksheet { font-size: 9pt; line-height: 11.5pt; }
.worksheet main { left: 0.7in; right: 0.7in; top: 0.55in; bottom: 0.66in; }
.worksheet h1 { font-size: 16pt; line-height: 20pt; margin: 0; }
.worksheet h2 { font-size: 10.5pt; line-height: 13pt; margin: 9pt 0 2pt; }
.worksheet .facts { display: grid; grid-template-columns: max-content 1fr max-content 1fr; gap: 1pt 10pt; margin: 6pt 0 0; }
.worksheet dt { color: #444; }
.worksheet dd { margin: 0; }
.worksheet table { width: 100%; border-collapse: collapse; }
.worksheet th, .worksheet td { text-align: left; vertical-align: top; border-bottom: 0.5pt solid #bbb; padding: 1.75pt 4pt; font-weight: 400; }
.worksheet table .value { text-align: right; }
.worksheet thead th { font-weight: 600; border-bottom: 1pt solid #000; }
.worksheet .number, .worksheet .clause { width: 1%; white-space: nowrap; }
.worksheet .value { white-space: nowrap; }
.worksheet .quote { display: block; color: #444; font-size: 8pt; line-height: 9.5pt; }
.worksheet .two { display: grid; grid-template-columns: 2.6in 1fr; gap: 22pt; }
.worksheet .result { font-size: 13pt; line-height: 17pt; font-weight: 600; }
.worksheet .footer { left: 0.7in; right: 0.7in; bottom: 0.32in; }
`;

const template = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body><div class="sheet worksheet"><main>
<h1>{{ title }}</h1>
<p>{{ office.institution }} · {{ office.name }}</p>
<dl class="facts"><dt>Student</dt><dd><bdi>{{ who }}</bdi></dd><dt>Received</dt><dd>{{ received }}</dd>
<dt>Course</dt><dd>{{ course }}</dd><dt>Postmarked</dt><dd>{{ postmarked | default: '–' }}</dd>
<dt>Fees</dt><dd>{{ fees }}</dd><dt>Notation</dt><dd>{{ notation }}</dd></dl>
<h2>How it was decided</h2>
<table><thead><tr><th scope="col" class="number">#</th><th scope="col">Step and the policy’s own words</th><th scope="col" class="clause">Clause</th><th scope="col" class="value">Value</th></tr></thead><tbody>
{% assign cited = '|' %}{% for step in steps %}{% assign mark = '|' | append: step.clause | append: '|' %}<tr><td class="number">{{ forloop.index }}</td><td>{{ step.text }}{% unless cited contains mark %}<span class="quote">{{ step.quote }}</span>{% endunless %}</td><td class="clause">{{ step.clause }}</td><td class="value">{{ step.value }}</td></tr>
{% assign cited = cited | append: mark %}{% endfor %}</tbody></table>
<div class="two"><div><h2>Result</h2><p class="result">{{ outcome }}</p>{% if missing != '' %}<p>Missing: {{ missing }}</p>{% endif %}
<table><tbody>{% for row in results %}<tr><th scope="row">{{ row.label }}</th><td class="value">{{ row.value }}</td></tr>{% endfor %}</tbody></table></div>
<div><h2>Limits of this course</h2>{% if deadlines.size > 0 %}<table><tbody>{% for row in deadlines %}<tr><th scope="row">{{ row.label }}</th><td class="value">{{ row.through }}</td><td class="clause">{{ row.clause }}</td></tr>{% endfor %}</tbody></table>{% else %}<p>None.</p>{% endif %}
{% if readings != '' %}<h2>Readings applied</h2><p>{{ readings }}</p>{% endif %}</div></div>
</main><footer class="footer">{{ footer }}</footer></div></body></html>
`;
