import { fill } from '../letters/liquid';
import { wrap } from '../letters/measure';
import { faces, style } from '../letters/style';
import type { Office } from '../register/office';

/** A table of a record on paper: its name, its columns as parts of the width (a head may be empty), its rows, and what is said where it has none. */
export type Section = {
  readonly name: string;
  /** A section inside the one before it is set smaller. */
  readonly inner?: boolean;
  /** Whether it begins a sheet of its own. */
  readonly fresh?: boolean;
  readonly columns: readonly { readonly head: string; readonly part: number }[];
  readonly rows: readonly (readonly string[])[];
  readonly empty?: string;
};

/** What the paper says of itself: the office, its title, whom or what it is about, when it was made, and where the register ended then. */
export type RecordPageSource = {
  readonly office: Pick<Office, 'institution' | 'name' | 'phone' | 'email'>;
  readonly title: string;
  readonly about: string;
  readonly made: string;
  /** The end of the chain of entries in words: it stands at the foot of every sheet. */
  readonly mark: string;
};

/** Records as tables on US Letter sheets, each with its head, its number and the end of the register at its foot: whole HTML, with how many sheets it fills. */
export function recordPage(
  sections: readonly Section[],
  source: RecordPageSource,
): { readonly html: string; readonly title: string; readonly pages: number } {
  const sheets = dealt(sections);
  const { office, title, about, made, mark } = source;
  const shared = {
    title,
    about,
    made,
    mark,
    office: `${office.institution} · ${office.name}`,
    contact: [office.phone, office.email].filter((part) => part !== '').join(' · '),
    of: sheets.length,
  };
  const head = fill(document, { title, style: `${faces}\n${style}\n${own}` });
  const body = sheets.map((parts, index) => fill(sheet, { ...shared, parts, number: index + 1 }));
  return { html: `${head}\n${body.join('\n')}\n</body></html>`, title, pages: sheets.length };
}

type Part = Omit<Section, 'columns'> & {
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly goesOn: boolean;
  readonly heads: boolean;
  readonly cells: readonly Cells[];
};
type Cells = readonly { readonly text: string; readonly width: number }[];

// Points, as the page's style has them.
const room = (11 - 1.15 - 0.85) * 72 - 4;
const width = 7.1 * 72;
const size = 9;
const leading = 11.5;
const padding = 8;
/** A row taller than this is parted: nothing that was typed may run off a sheet. */
const mostLines = 24;

/** Deals the rows of all sections onto sheets: a section begins where its name and first row still fit, and its heads are repeated. */
function dealt(sections: readonly Section[]): readonly (readonly Part[])[] {
  const sheets: Part[][] = [[]];
  let left = room;
  for (const section of sections) {
    const rows = section.rows.flatMap((row) => parted(row, section));
    const all = rows.length > 0 ? rows : [[section.empty ?? '']];
    const heads = section.columns.some((c) => c.head !== '') && rows.length > 0;
    const top = (section.inner === true ? 20 : 26) + (heads ? leading + 6 : 0);
    if (section.fresh === true && (sheets.at(-1)?.length ?? 0) > 0) {
      sheets.push([]);
      left = room;
    }
    let part: { -readonly [K in keyof Part]: Part[K] } | null = null;
    for (const row of all) {
      const height = heightOf(row, section);
      if (height + (part === null ? top : 0) > left && (sheets.at(-1)?.length ?? 0) > 0) {
        sheets.push([]);
        left = room;
        part = null;
      }
      if (part === null) {
        const columns = section.columns.map(({ head }, i) => ({ head, width: percentOf(section, i) }));
        part = { ...section, columns, inner: section.inner === true, heads, goesOn: row !== all[0], cells: [] };
        sheets.at(-1)?.push(part);
        left -= top;
      }
      part.cells = [...part.cells, rows.length === 0 ? [{ text: row[0] ?? '', width: 100 }] : cellsOf(row, section)];
      left -= height;
    }
  }
  return sheets;
}

function cellsOf(row: readonly string[], section: Section): Cells {
  return row.map((text, i) => ({ text, width: percentOf(section, i) }));
}

function percentOf({ columns }: Section, index: number): number {
  return Math.round(shareOf(columns, index) * 1000) / 10;
}

function shareOf(columns: Section['columns'], index: number): number {
  const all = columns.reduce((sum, c) => sum + c.part, 0);
  return (columns[index]?.part ?? all) / all;
}

/** A row whose cells run over more lines than a part of a sheet holds, as several rows. */
function parted(row: readonly string[], { columns }: Section): readonly (readonly string[])[] {
  const lines = row.map((text, i) => wrap(text, size, shareOf(columns, i) * width - padding));
  const count = Math.max(1, ...lines.map((l) => Math.ceil(l.length / mostLines)));
  if (count === 1) return [row];
  return Array.from({ length: count }, (_, n) =>
    lines.map((l) => l.slice(n * mostLines, (n + 1) * mostLines).join(' ')),
  );
}

function heightOf(row: readonly string[], { columns }: Section): number {
  const lines = row.map(
    (text, i) => wrap(text, size, (row.length === 1 ? 1 : shareOf(columns, i)) * width - padding).length,
  );
  return Math.max(1, ...lines) * leading + 4;
}

const own = `
.record { font-size: 9pt; line-height: 11.5pt; }
.record main { left: 0.7in; right: 0.7in; top: 1.15in; bottom: 0.85in; }
.record .head { position: absolute; left: 0.7in; right: 0.7in; top: 0.5in; height: 0.5in; border-bottom: 1pt solid #000; display: flex; justify-content: space-between; gap: 0.3in; overflow: hidden; }
.record .head .what { font-size: 13pt; line-height: 16pt; font-weight: 600; margin: 0; }
.record .head .whom { font-size: 9pt; line-height: 11.5pt; font-weight: 400; display: block; }
.record .head .who { text-align: right; font-size: 8.5pt; line-height: 11pt; color: #333; flex: none; }
.record h2 { font-size: 11.5pt; line-height: 14pt; margin-top: 9pt; }
.record h3 { font-size: 9.5pt; line-height: 12pt; font-weight: 600; margin: 6pt 0 0; }
.record table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 2pt; }
.record th, .record td { text-align: left; vertical-align: top; padding: 1.5pt 4pt; border-bottom: 0.5pt solid #bbb; font-weight: 400; overflow-wrap: anywhere; }
.record thead th { font-weight: 600; border-bottom: 0.75pt solid #000; }
.record .footer { left: 0.7in; right: 0.7in; display: flex; justify-content: space-between; gap: 0.3in; }
`;

const document = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>`;

const sheet = `<div class="sheet record"><header class="head">{% if number == 1 %}<h1 class="what">{{ title }}<span class="whom">{{ about }}</span></h1>{% else %}<p class="what">{{ title }}<span class="whom">{{ about }}</span></p>{% endif %}
<p class="who">{{ office }}<br>{{ contact }}</p></header>
<main>
{%- for part in parts %}
<section>{% if part.inner %}<h3>{{ part.name }}{% if part.goesOn %} (continued){% endif %}</h3>{% else %}<h2>{{ part.name }}{% if part.goesOn %} (continued){% endif %}</h2>{% endif %}
<table>{% if part.heads %}<thead><tr>{% for column in part.columns %}<th scope="col" style="width: {{ column.width }}%">{{ column.head }}</th>{% endfor %}</tr></thead>{% endif %}
<tbody>{% for row in part.cells %}<tr>{% for cell in row %}{% if forloop.first %}<th scope="row" style="width: {{ cell.width }}%">{{ cell.text }}</th>{% else %}<td style="width: {{ cell.width }}%">{{ cell.text }}</td>{% endif %}{% endfor %}</tr>
{% endfor %}</tbody></table></section>
{%- endfor %}
</main>
<footer class="footer"><span>{{ made }}</span><span>{{ mark }}</span><span>Page {{ number }} of {{ of }}</span></footer>
</div>`;
