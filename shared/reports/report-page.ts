import type { Report } from '../contract/reports';
import { fill } from '../letters/liquid';
import { wrap } from '../letters/measure';
import { faces, style } from '../letters/style';
import type { Office } from '../register/office';
import { isFigure, sayCell } from './cell-words';
import { drawingOf } from './picture';
import { paperMeasure, pictureOnPaper, pictureStyle } from './picture-on-paper';
import { cellPadding, printedColumns, type PrintedColumns } from './report-columns';

/** What the paper says of itself: the office, when it was made in words, and where the register ended then. */
export type ReportPageSource = {
  readonly office: Pick<Office, 'institution' | 'name' | 'phone' | 'email'>;
  readonly made: string;
  readonly mark: string;
};

/** A report on US Letter sheets: what it says, its picture, its table with the heads repeated, its notes. Whole HTML, with how many sheets it fills. */
export function reportPage(
  report: Report,
  { office, made, mark }: ReportPageSource,
): { readonly html: string; readonly title: string; readonly pages: number } {
  const { title, scope } = report;
  const columns = printedColumns(report, width);
  const sheets = dealt(report, columns);
  const shared = {
    title,
    scope,
    made,
    mark,
    office: `${office.institution} · ${office.name}`,
    contact: [office.phone, office.email].filter((part) => part !== '').join(' · '),
    of: sheets.length,
    wide: columns.widths.reduce((sum, w) => sum + w, 0),
    size: columns.size,
    leading: leadingOf(columns),
    heads: report.columns.map(({ heading, kind }, at) => ({
      heading,
      figure: isFigure(kind),
      width: columns.widths[at] ?? 0,
    })),
    figures: report.figures.map((f) => ({ label: f.label, value: sayCell(f.kind, f.value) })),
  };
  const head = fill(document, { title, style: `${faces}\n${style}\n${own}\n${pictureStyle}` });
  const body = sheets.map((parts, index) => fill(sheet, { ...shared, ...parts, number: index + 1 }));
  return { html: `${head}\n${body.join('\n')}\n</body></html>`, title, pages: sheets.length };
}

type Cells = readonly { readonly text: string; readonly figure: boolean }[];
type Sheet = {
  readonly sentence: string;
  readonly picture: string;
  readonly drawn: string;
  readonly table: boolean;
  readonly goesOn: boolean;
  readonly rows: readonly Cells[];
  readonly totals: Cells | null;
  readonly notes: readonly string[];
};

// Points, as the page's style has them.
const width = 7.1 * 72;
const room = (11 - 1.15 - 0.85) * 72 - 4;
const pictureSize = 8.5;

function leadingOf({ size }: PrintedColumns): number {
  return size * 1.28;
}

/** Deals a report onto sheets, every row whole; the last row and the totals stay together. */
function dealt(report: Report, columns: PrintedColumns): readonly Sheet[] {
  const sheets: { -readonly [K in keyof Sheet]: Sheet[K] }[] = [];
  let left = 0;
  const turn = (): { -readonly [K in keyof Sheet]: Sheet[K] } => {
    left = room;
    const fresh = {
      sentence: '',
      picture: '',
      drawn: '',
      table: false,
      goesOn: false,
      rows: [],
      totals: null,
      notes: [],
    };
    sheets.push(fresh);
    return fresh;
  };
  let at = turn();
  at.sentence = report.sentence;
  left -= wrap(report.sentence, 10.5, width).length * 13.5 + 6;
  if (report.figures.length > 0) left -= Math.ceil(report.figures.length / 4) * 32 + 6;
  if (report.picture !== null && report.rows.length > 0) {
    const measure = paperMeasure(pictureSize);
    const drawing = drawingOf(report.picture, { width, size: pictureSize, measure });
    at.picture = pictureOnPaper(drawing, pictureSize, report.sentence);
    at.drawn = drawing.note;
    left -= drawing.height + 14 + (drawing.note === '' ? 0 : 12);
  }

  const heading = headHeight(report, columns);
  const rows = report.rows.map((row) => cellsOf(report, row));
  const totals = report.totals === null ? null : cellsOf(report, report.totals);
  const last = totals === null ? 0 : heightOf(totals, columns);
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row, columns) + (index === rows.length - 1 ? last : 0);
    // A table does not begin at the foot of a sheet with a row or two alone.
    const begun = at.table ? 0 : heading + Math.min(2, rows.length - 1) * height;
    if (height + begun > left && (at.table || sheets.length === 1)) at = turn();
    if (!at.table) {
      at.table = true;
      at.goesOn = index > 0;
      left -= heading;
    }
    at.rows = [...at.rows, row];
    left -= height;
  }
  if (rows.length > 0) at.totals = totals;
  for (const note of report.notes) {
    const height = (note === report.notes[0] ? 8 : 3) + wrap(note, 9, width).length * 11.5;
    if (height > left) at = turn();
    at.notes = [...at.notes, note];
    left -= height;
  }
  return sheets;
}

function cellsOf({ columns }: Report, row: Report['rows'][number]): Cells {
  return columns.map(({ kind }, at) => ({ text: sayCell(kind, row[at] ?? null), figure: isFigure(kind) }));
}

function heightOf(cells: Cells, { size, widths }: PrintedColumns): number {
  const lines = cells.map(({ text }, at) => wrap(text, size * 1.03, (widths[at] ?? 24) - cellPadding).length);
  return Math.max(1, ...lines) * size * 1.28 + 3.5;
}

function headHeight({ columns }: Report, { size, widths }: PrintedColumns): number {
  const lines = columns.map(({ heading }, at) => wrap(heading, size * 1.03, (widths[at] ?? 24) - cellPadding).length);
  return 6 + Math.max(1, ...lines) * size * 1.28 + 4;
}

const own = `
.report main { left: 0.7in; right: 0.7in; top: 1.15in; bottom: 0.85in; }
.report .head { position: absolute; left: 0.7in; right: 0.7in; top: 0.5in; height: 0.5in; border-bottom: 1pt solid #000; display: flex; justify-content: space-between; gap: 0.3in; overflow: hidden; }
.report .head .what { font-size: 13pt; line-height: 16pt; font-weight: 600; margin: 0; }
.report .head .scope { font-size: 9pt; line-height: 11.5pt; font-weight: 400; display: block; }
.report .head .who { text-align: right; font-size: 8.5pt; line-height: 11pt; color: #333; flex: none; }
.report .sentence { margin-bottom: 6pt; }
.report dl { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4pt 10pt; margin: 0 0 6pt; }
.report dt { font-size: 8.5pt; line-height: 11pt; color: #333; }
.report dd { margin: 0; font-size: 13pt; line-height: 17pt; font-weight: 600; font-variant-numeric: tabular-nums; }
.report figure { margin: 4pt 0 10pt; }
.report figcaption { font-size: 8.5pt; line-height: 12pt; color: #333; }
.report table { border-collapse: collapse; table-layout: fixed; }
.report caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.report th, .report td { text-align: left; vertical-align: top; padding: 1.5pt 4pt; border-bottom: 0.5pt solid #bbb; font-weight: 400; overflow-wrap: anywhere; }
.report thead th { font-weight: 600; vertical-align: bottom; border-bottom: 0.75pt solid #000; }
.report .figure { text-align: right; font-variant-numeric: tabular-nums; }
.report tfoot th, .report tfoot td { font-weight: 600; border-top: 0.75pt solid #000; border-bottom: 1pt solid #000; }
.report .note { font-size: 9pt; line-height: 11.5pt; margin-top: 3pt; }
.report table + .note { margin-top: 8pt; }
.report .footer { left: 0.7in; right: 0.7in; display: flex; justify-content: space-between; gap: 0.3in; }
`;

const document = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>`;

const sheet = `<div class="sheet report"><header class="head">{% if number == 1 %}<h1 class="what">{{ title }}<span class="scope">{{ scope }}</span></h1>{% else %}<p class="what">{{ title }}<span class="scope">{{ scope }}</span></p>{% endif %}
<p class="who">{{ office }}<br>{{ contact }}</p></header>
<main>
{%- if number == 1 %}<p class="sentence">{{ sentence }}</p>
{%- if figures.size > 0 %}<dl>{% for f in figures %}<div><dt>{{ f.label }}</dt><dd>{{ f.value }}</dd></div>{% endfor %}</dl>{% endif %}
{%- if picture != '' %}<figure>{{ picture | raw }}{% if drawn != '' %}<figcaption>{{ drawn }}</figcaption>{% endif %}</figure>{% endif %}
{%- endif %}
{%- if table %}
<table style="width: {{ wide }}pt; font-size: {{ size }}pt; line-height: {{ leading }}pt"><caption>{{ title }}{% if goesOn %} (continued){% endif %}</caption>
<thead><tr>{% for head in heads %}<th scope="col"{% if head.figure %} class="figure"{% endif %} style="width: {{ head.width }}pt">{{ head.heading }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in rows %}<tr>{% for cell in row %}{% if forloop.first %}<th scope="row">{{ cell.text }}</th>{% else %}<td{% if cell.figure %} class="figure"{% endif %}>{{ cell.text }}</td>{% endif %}{% endfor %}</tr>
{% endfor %}</tbody>{% if totals %}<tfoot><tr>{% for cell in totals %}{% if forloop.first %}<th scope="row">{{ cell.text }}</th>{% else %}<td{% if cell.figure %} class="figure"{% endif %}>{{ cell.text }}</td>{% endif %}{% endfor %}</tr></tfoot>{% endif %}</table>
{%- endif %}
{%- for note in notes %}<p class="note">{{ note }}</p>{% endfor %}
</main>
<footer class="footer"><span>{{ made }}</span><span>{{ mark }}</span><span>Page {{ number }} of {{ of }}</span></footer>
</div>`;
