import { formatDay } from '../day';
import { fill } from '../letters/liquid';
import { faces, style } from '../letters/style';
import type { Office } from '../register/office';
import type { CourseSheet, SheetRow } from './course-sheet';
import { breakIntoSheets, type Block } from './sheet-breaks';
import { sayPercent, sayThrough } from './sheet-words';

/** What the paper says of itself: the office, what was chosen (`Fall 2026`), when it was made in words, and whether each course begins a page. */
export type SheetPageSource = {
  readonly office: Pick<Office, 'institution' | 'name' | 'phone' | 'email'>;
  readonly about: string;
  readonly made: string;
  readonly layout: 'table' | 'pages';
};

/** The deadlines of some courses on US Letter sheets with their own heads and page numbers: whole HTML, with how many sheets it fills. */
export function sheetPage(
  sheets: readonly CourseSheet[],
  { office, about, made, layout }: SheetPageSource,
): { readonly html: string; readonly title: string; readonly pages: number } {
  const broken =
    layout === 'table'
      ? breakIntoSheets(oneTable(sheets.map(blockOf)))
      : sheets.flatMap((s) => breakIntoSheets([blockOf(s)]));
  const title = `Deadlines${about === '' ? '' : `, ${about}`}`;
  const html = fill(template, {
    title,
    style: `${faces}\n${style}\n${own}`,
    office: `${office.institution} · ${office.name}`,
    contact: [office.phone, office.email].filter((part) => part !== '').join(' · '),
    made,
    sheets: broken,
  });
  return { html, title, pages: broken.length };
}

/** Courses under one another, with the words of all their clauses once, at the end. */
function oneTable(blocks: readonly Block[]): readonly Block[] {
  const clauses = new Map(blocks.flatMap((b) => b.clauses.map((c) => [`${c.clause} ${c.quote}`, c])));
  const words: Block = { name: 'What the clauses say', facts: '', rows: [], notes: [], clauses: [...clauses.values()] };
  return [...blocks.map((b) => ({ ...b, clauses: [] })), ...(clauses.size === 0 ? [] : [words])];
}

/** A course as it stands on paper: its head, its rows, its notes, and the words of the clauses that its rows stand on. */
function blockOf(sheet: CourseSheet): Block {
  const days =
    sheet.first === null || sheet.last === null
      ? ''
      : `${formatDay(sheet.first, 'en')} to ${formatDay(sheet.last, 'en')}`;
  const meetings = sheet.meetings === 0 ? '' : `${sheet.meetings} ${sheet.meetings === 1 ? 'meeting' : 'meetings'}`;
  const clauses = new Map(sheet.rows.filter((r) => r.quote !== '').map((r) => [r.clause, r.quote]));
  return {
    name: `${sheet.code} ${sheet.title}`,
    facts: [sheet.term, days, meetings, sheet.category, sheet.policy].filter((part) => part !== '').join(' · '),
    rows: sheet.rows.map(rowOf),
    notes: sheet.notes,
    clauses: [...clauses].map(([clause, quote]) => ({ clause, quote })),
  };
}

function rowOf(row: SheetRow): Block['rows'][number] {
  return {
    label: row.label,
    through: row.through === null ? 'No date' : sayThrough(row.through),
    percent: sayPercent(row.percent),
    clause: row.clause,
    notes: row.notes,
  };
}

const own = `
.deadlines { font-size: 9.5pt; line-height: 12pt; }
.deadlines main { left: 0.7in; right: 0.7in; top: 1.15in; bottom: 0.75in; }
.deadlines .head { position: absolute; left: 0.7in; right: 0.7in; top: 0.5in; height: 0.5in; border-bottom: 1pt solid #000; display: flex; justify-content: space-between; gap: 0.3in; overflow: hidden; }
.deadlines .head .what { font-size: 13pt; line-height: 16pt; font-weight: 600; margin: 0; }
.deadlines .head .who { text-align: right; font-size: 8.5pt; line-height: 11pt; color: #333; }
.deadlines h2 { font-size: 10.5pt; line-height: 13pt; margin-top: 7pt; }
.deadlines .facts { font-size: 8.5pt; line-height: 11pt; color: #333; }
.deadlines table { width: 100%; border-collapse: collapse; margin-top: 2pt; table-layout: fixed; }
.deadlines th, .deadlines td { text-align: left; vertical-align: top; padding: 1.5pt 4pt; border-bottom: 0.5pt solid #bbb; font-weight: 400; overflow-wrap: anywhere; }
.deadlines thead th { font-weight: 600; border-bottom: 0.75pt solid #000; }
.deadlines .label { width: 2.35in; } .deadlines .through { width: 2.75in; } .deadlines .percent { width: 0.75in; text-align: right; }
.deadlines .note { display: block; font-size: 8.5pt; line-height: 11pt; color: #333; }
.deadlines .notes { margin-top: 3pt; }
.deadlines .clauses { margin-top: 4pt; font-size: 8.5pt; line-height: 11pt; color: #333; }
.deadlines .clauses b { color: #000; }
.deadlines .footer { left: 0.7in; right: 0.7in; display: flex; justify-content: space-between; }
`;

const template = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>
{%- for sheet in sheets %}
<div class="sheet deadlines"><header class="head">{% if forloop.first %}<h1 class="what">{{ title }}</h1>{% else %}<p class="what">{{ title }}</p>{% endif %}
<p class="who">{{ office }}<br>{{ contact }}</p></header>
<main>
{%- for part in sheet.parts %}
<section><h2>{{ part.name }}{% if part.goesOn %} (continued){% endif %}</h2>
{%- unless part.goesOn %}<p class="facts">{{ part.facts }}</p>{% endunless %}
{%- if part.rows.size > 0 %}
<table><thead><tr><th class="label" scope="col">Deadline</th><th class="through" scope="col">Last moment</th><th class="percent" scope="col">Percent</th><th scope="col">Clause</th></tr></thead>
<tbody>{% for row in part.rows %}<tr><th class="label" scope="row">{{ row.label }}</th><td class="through">{{ row.through }}{% for note in row.notes %}<span class="note">{{ note }}</span>{% endfor %}</td><td class="percent">{{ row.percent }}</td><td>{{ row.clause }}</td></tr>
{% endfor %}</tbody></table>
{%- endif %}
{%- for note in part.notes %}<p class="notes">{{ note }}</p>{% endfor %}
{%- for clause in part.clauses %}<p class="clauses"><b>{{ clause.clause }}</b> “{{ clause.quote }}”</p>{% endfor %}
</section>
{%- endfor %}
</main>
<footer class="footer"><span>“Through” a day: all of that day still counts. “Until” a time: from then on it is too late. {{ made }}</span><span>Page {{ forloop.index }} of {{ forloop.length }}</span></footer>
</div>
{%- endfor %}
</body></html>
`;
