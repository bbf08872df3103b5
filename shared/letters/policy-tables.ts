import type { Language } from '../day';
import type { Pack } from '../policy/pack';
import { policyTables, type PrintedTable, type TableRow } from '../policy/tables';
import type { Office } from '../register/office';
import { fill } from './liquid';
import { wrap } from './measure';
import { faces, style } from './style';

/** The policy, whose office prints it, and in which language. */
export type PolicyTablesSource = {
  readonly pack: Pack;
  readonly office: Pick<Office, 'institution' | 'name' | 'phone' | 'email'>;
  readonly language: Language;
  /** Where the register's chain ended when they were printed, in words. */
  readonly mark?: string;
};

/** The tables that a policy publishes, on US Letter sheets with their own heads and page numbers: whole HTML, with how many sheets it fills. */
export function policyTablesPage({ pack, office, language, mark = '' }: PolicyTablesSource): {
  readonly html: string;
  readonly title: string;
  readonly pages: number;
} {
  const said = words[language];
  const title = `${said.tables}: ${pack.name[language]}`;
  const sheets = breakIntoSheets(policyTables(pack, language));
  const html = fill(template, {
    language,
    title,
    style: `${faces}\n${style}\n${own}`,
    office: `${office.institution} · ${office.name}`,
    contact: [office.phone, office.email].filter((part) => part !== '').join(' · '),
    of: pack.institution,
    made: `${said.made} ${pack.version}.${mark === '' ? '' : ` ${mark}`}`,
    said,
    sheets,
  });
  return { html, title, pages: sheets.length };
}

const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    tables: 'Refund tables',
    made: 'Printed from the rules that decide every case, version',
    clause: 'Clause',
    continued: '(continued)',
    ask: '* Check with the office: the policy’s own words leave this row open to doubt.',
    page: 'Page',
    pages: 'of',
  },
  es: {
    tables: 'Tablas de reembolso',
    made: 'Impreso a partir de las reglas que deciden cada caso, versión',
    clause: 'Cláusula',
    continued: '(continuación)',
    ask: '* Consulte con la oficina: el texto de la política deja dudas sobre esta fila.',
    page: 'Página',
    pages: 'de',
  },
};

type Column = 'length' | 'begins' | 'register' | 'when' | 'refund' | 'gradeFree';
type Part = PrintedTable & {
  readonly goesOn: boolean;
  readonly uncertain: boolean;
  /** The width of each column, in hundredths. */
  readonly widths: readonly number[];
};

// Points, as the page's style has them: the room of a sheet, the share of its width that each column takes, the padding of a cell.
const room = (11 - 1.25 - 0.75) * 72;
const width = 7.1 * 72;
const shares: Readonly<Record<Column, number>> = {
  length: 3,
  begins: 3,
  register: 4,
  when: 6,
  refund: 2,
  gradeFree: 4,
};
const padding = 8;
const leading = 11.5;

/** Parts tables among sheets, every row whole: a table that fits one sheet is not broken, and one that goes on has its head again. */
function breakIntoSheets(tables: readonly PrintedTable[]): readonly { readonly parts: readonly Part[] }[] {
  const sheets: { parts: Part[] }[] = [{ parts: [] }];
  let left = room;
  const turn = (): void => {
    if (sheets.at(-1)?.parts.length !== 0) sheets.push({ parts: [] });
    left = room;
  };
  for (const table of tables) {
    const heights = table.rows.map((row) => rowHeight(table, row));
    const whole = headHeight(table) + heights.reduce((sum, height) => sum + height, 0);
    if (whole > left && whole <= room) turn();
    let rows: TableRow[] = [];
    const close = (goesOn: boolean): void => {
      const uncertain = rows.some((r) => r.uncertain);
      const widths = columnsOf(table).map((column) => Math.round(shareOf(table, column) * 10_000) / 100);
      if (rows.length > 0) sheets.at(-1)?.parts.push({ ...table, rows, goesOn, uncertain, widths });
      rows = [];
    };
    let goesOn = false;
    left -= headHeight(table);
    for (const [i, row] of table.rows.entries()) {
      const height = heights[i] ?? 0;
      if (height > left && rows.length > 0) {
        close(goesOn);
        goesOn = true;
        turn();
        left -= headHeight(table);
      }
      rows.push(row);
      left -= height;
    }
    close(goesOn);
  }
  return sheets;
}

/** The columns that a table has, in their order. */
function columnsOf({ heads }: PrintedTable): readonly Column[] {
  const all: readonly Column[] = ['length', 'begins', 'register', 'when', 'refund', 'gradeFree'];
  return all.filter((name) => name === 'when' || heads[name === 'refund' ? 'percent' : name] !== null);
}

/** The part of the width that a column takes. */
function shareOf(table: PrintedTable, column: Column): number {
  return shares[column] / columnsOf(table).reduce((sum, name) => sum + shares[name], 0);
}

function lines(table: PrintedTable, column: Column, text: string | null): number {
  return text === null ? 0 : Math.max(1, wrap(text, 9.5, shareOf(table, column) * width - padding).length);
}

function rowHeight(table: PrintedTable, row: TableRow): number {
  const stages = row.stages.map(
    (s) => Math.max(lines(table, 'when', s.when), lines(table, 'refund', s.refund)) * leading + 4,
  );
  const beside = [
    lines(table, 'length', `${row.length} *`),
    lines(table, 'begins', row.begins),
    lines(table, 'register', row.register),
    lines(table, 'gradeFree', row.gradeFree),
  ];
  return Math.max(
    stages.reduce((sum, height) => sum + height, 0),
    Math.max(...beside) * leading + 4,
  );
}

/** The title with its clause, the head row, the note below and the space before the next table. */
function headHeight(table: PrintedTable): number {
  const { heads } = table;
  const head = [
    lines(table, 'length', heads.length),
    lines(table, 'begins', heads.begins),
    lines(table, 'register', heads.register),
    lines(table, 'when', heads.refund),
    lines(table, 'refund', heads.percent),
    lines(table, 'gradeFree', heads.gradeFree),
  ];
  const title = wrap(`${table.title} (continued)`, 11, width).length * 14;
  return title + leading + Math.max(...head) * leading + 6 + leading + 14;
}

const own = `
.tables { font-size: 9.5pt; line-height: 11.5pt; }
.tables main { left: 0.7in; right: 0.7in; top: 1.25in; bottom: 0.75in; }
.tables .head { position: absolute; left: 0.7in; right: 0.7in; top: 0.5in; height: 0.62in; border-bottom: 1pt solid #000; display: flex; justify-content: space-between; gap: 0.3in; overflow: hidden; }
.tables .head .what { font-size: 13pt; line-height: 16pt; font-weight: 600; margin: 0; }
.tables .head .of { font-size: 8.5pt; line-height: 11pt; color: #333; }
.tables .head .who { text-align: right; font-size: 8.5pt; line-height: 11pt; color: #333; }
.tables section { margin-bottom: 14pt; }
.tables h2 { font-size: 11pt; line-height: 14pt; }
.tables .clause, .tables .ask { font-size: 8.5pt; color: #333; }
.tables table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 2pt; }
.tables th, .tables td { text-align: left; vertical-align: top; padding: 2pt 4pt; border: 0.5pt solid #888; font-weight: 400; overflow-wrap: anywhere; }
.tables thead th { font-weight: 600; background: #eee; }
.tables .footer { left: 0.7in; right: 0.7in; display: flex; justify-content: space-between; }
`;

const template = `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>
{%- for sheet in sheets %}
<div class="sheet tables"><header class="head"><div>{% if forloop.first %}<h1 class="what">{{ title }}</h1>{% else %}<p class="what">{{ title }}</p>{% endif %}<p class="of">{{ of }}</p></div>
<p class="who">{{ office }}<br>{{ contact }}</p></header>
<main>
{%- for part in sheet.parts %}
<section><h2>{{ part.title }}{% if part.goesOn %} {{ said.continued }}{% endif %}</h2><p class="clause">{{ said.clause }} {{ part.clause }}</p>
<table><colgroup>{% for w in part.widths %}<col style="width: {{ w }}%">{% endfor %}</colgroup><thead><tr><th scope="col">{{ part.heads.length }}</th>{% if part.heads.begins %}<th scope="col">{{ part.heads.begins }}</th>{% endif %}{% if part.heads.register %}<th scope="col">{{ part.heads.register }}</th>{% endif %}<th scope="col">{{ part.heads.refund }}</th><th scope="col">{{ part.heads.percent }}</th>{% if part.heads.gradeFree %}<th scope="col">{{ part.heads.gradeFree }}</th>{% endif %}</tr></thead>
{%- for row in part.rows %}<tbody>{% assign many = row.stages.size %}{% for stage in row.stages %}<tr>
{%- if forloop.first %}<th scope="rowgroup" rowspan="{{ many }}">{{ row.length }}{% if row.uncertain %} *{% endif %}</th>{% if part.heads.begins %}<td rowspan="{{ many }}">{{ row.begins }}</td>{% endif %}{% if part.heads.register %}<td rowspan="{{ many }}">{{ row.register }}</td>{% endif %}{% endif -%}
<td>{{ stage.when }}</td><td>{{ stage.refund }}</td>
{%- if forloop.first %}{% if part.heads.gradeFree %}<td rowspan="{{ many }}">{{ row.gradeFree }}</td>{% endif %}{% endif -%}
</tr>
{% endfor %}</tbody>{% endfor %}</table>
{%- if part.uncertain %}<p class="ask">{{ said.ask }}</p>{% endif %}
</section>
{%- endfor %}
</main>
<footer class="footer"><span>{{ made }}</span><span>{{ said.page }} {{ forloop.index }} {{ said.pages }} {{ forloop.length }}</span></footer>
</div>
{%- endfor %}
</body></html>
`;
