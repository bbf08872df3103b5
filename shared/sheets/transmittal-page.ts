import type { TransmittalView } from '../contract/transmittals';
import { formatDay } from '../day';
import { fill } from '../letters/liquid';
import { faces, style } from '../letters/style';
import { formatCents } from '../money';
import type { Office } from '../register/office';

type Total = TransmittalView['byFund'][number];

/** What a cover sheet says: the batch without anybody's name, the office, whom it was closed by, when it was printed. */
export type TransmittalPageSource = {
  readonly batch: Pick<
    TransmittalView,
    | 'number'
    | 'revision'
    | 'state'
    | 'closedOn'
    | 'person'
    | 'cases'
    | 'cents'
    | 'note'
    | 'mark'
    | 'byFund'
    | 'byCourse'
    | 'reopenings'
  >;
  readonly office: Pick<Office, 'institution' | 'name' | 'phone' | 'email'>;
  readonly made: string;
};

/**
 * The cover sheet of a batch for the Business Office on US Letter: its number, revision and date, control totals by fund and by course, the
 * count and the total, and lines for three signatures. It names no student. Whole HTML, with how many sheets it fills.
 */
export function transmittalPage({ batch, office, made }: TransmittalPageSource): {
  readonly html: string;
  readonly title: string;
  readonly pages: number;
} {
  const title = `Business Office batch ${batch.number}`;
  const sheets = dealt(batch);
  const shared = {
    title,
    office: `${office.institution} · ${office.name}`,
    contact: [office.phone, office.email].filter((part) => part !== '').join(' · '),
    made,
    mark: batch.mark,
    of: sheets.length,
    facts: [
      { name: 'Batch', value: batch.revision === 1 ? batch.number : `${batch.number}, revision ${batch.revision}` },
      { name: 'Closed', value: `${formatDay(batch.closedOn, 'en')}, by ${batch.person}` },
      { name: 'Refunds', value: count(batch.cases) },
      { name: 'Total', value: formatCents(batch.cents) },
    ],
    revised:
      batch.revision === 1
        ? null
        : `This sheet takes the place of revision ${batch.revision - 1}. ${clipped(`Why the batch was reopened: ${batch.reopenings.at(-1)?.why ?? ''}`)}`,
    open: batch.state === 'reopened',
    note: batch.note === '' ? null : clipped(batch.note),
    hands: ['Prepared by', 'Approved by', 'Received in the Business Office by'],
  };
  const head = fill(document, { title, style: `${faces}\n${style}\n${own}` });
  const body = sheets.map((parts, i) =>
    fill(sheet, { ...shared, parts, number: i + 1, first: i === 0, last: i === sheets.length - 1 }),
  );
  return { html: `${head}\n${body.join('\n')}\n</body></html>`, title, pages: sheets.length };
}

type Part = {
  readonly name: string;
  readonly head: string;
  readonly goesOn: boolean;
  readonly ends: boolean;
  readonly rows: readonly { readonly key: string; readonly cases: string; readonly total: string }[];
  readonly cases: string;
  readonly total: string;
};

// Rows of 15 points: what stands on the first sheet, on a further one, and what the signatures and a table's head and foot take.
const firstRoom = 31;
const laterRoom = 40;
const signatures = 13;
const around = 4;

/** Deals both tables of totals onto sheets, so that the signatures stand below the last of them. */
function dealt({ byFund, byCourse, cases, cents }: TransmittalPageSource['batch']): readonly (readonly Part[])[] {
  const sheets: Part[][] = [[]];
  let left = firstRoom;
  const next = (): void => {
    sheets.push([]);
    left = laterRoom;
  };
  const tables = [
    { name: 'Control totals by fund', head: 'Fund', totals: byFund, empty: 'No fund set' },
    { name: 'Control totals by course', head: 'Course', totals: byCourse, empty: 'No course' },
  ];
  for (const { name, head, totals, empty } of tables) {
    let rest: readonly Total[] = totals;
    while (rest.length > 0) {
      if (left < around + 1) next();
      const taken = rest.slice(0, left - around);
      rest = rest.slice(taken.length);
      sheets.at(-1)?.push({
        name,
        head,
        goesOn: taken[0] !== totals[0],
        ends: rest.length === 0,
        rows: taken.map((t) => ({
          key: t.key === '' ? empty : t.key,
          cases: count(t.cases),
          total: formatCents(t.cents),
        })),
        cases: count(cases),
        total: formatCents(cents),
      });
      left -= taken.length + around;
    }
  }
  if (left < signatures) next();
  return sheets;
}

function count(of: number): string {
  return of.toLocaleString('en-US');
}

/** A note as it fits three lines; the whole of it stands in the register. */
function clipped(note: string): string {
  const plain = note.replace(/\s+/g, ' ');
  return plain.length > 240 ? `${plain.slice(0, 239)}…` : plain;
}

const own = `
.transmittal header { position: absolute; left: 1in; right: 1in; top: 0.6in; border-bottom: 1pt solid #000; padding-bottom: 6pt; }
.transmittal header .who { font-size: 9.5pt; line-height: 12.5pt; color: #333; }
.transmittal main { top: 1.5in; height: 8.6in; }
.transmittal dl { display: grid; grid-template-columns: 1.1in 1fr; margin: 0 0 8pt; row-gap: 2pt; }
.transmittal dt { color: #333; }
.transmittal dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
.transmittal p { margin: 0 0 6pt; max-height: 40.5pt; overflow: hidden; }
.transmittal p.open { border: 1pt solid #000; padding: 4pt 6pt; font-weight: 600; }
.transmittal h2 { font-size: 11.5pt; line-height: 15pt; margin: 9pt 0 3pt; }
.transmittal table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10pt; line-height: 12pt; }
.transmittal th, .transmittal td { padding: 1.25pt 4pt; border-bottom: 0.5pt solid #999; text-align: left; font-weight: 400; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.transmittal thead th { font-size: 9pt; color: #333; }
.transmittal .n { text-align: right; width: 1.5in; font-variant-numeric: tabular-nums; }
.transmittal tfoot th, .transmittal tfoot td { font-weight: 600; border-bottom: 1pt solid #000; }
.transmittal .hands { position: absolute; left: 0; right: 0; bottom: 0; display: grid; gap: 26pt; }
.transmittal .hand { display: grid; grid-template-columns: 2.6fr 1fr; column-gap: 0.3in; }
.transmittal .hand span { border-top: 0.75pt solid #000; padding-top: 2pt; font-size: 9pt; line-height: 11pt; color: #333; }
.transmittal .footer { display: flex; justify-content: space-between; }
`;

const document = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>`;

const sheet = `<div class="sheet transmittal">
<header><h1>{{ title }}</h1><p class="who">{{ office }}<br>{{ contact }}</p></header>
<main>
{%- if first %}
<dl>{% for fact in facts %}<dt>{{ fact.name }}</dt><dd>{{ fact.value }}</dd>{% endfor %}</dl>
{%- if open %}<p class="open">This batch is reopened: what stands here is what it was when it was last closed. It is not to be paid from.</p>{% endif %}
{%- if revised %}<p>{{ revised }}</p>{% endif %}
{%- if note %}<p>{{ note }}</p>{% endif %}
{%- endif %}
{%- for part in parts %}
<section><h2>{{ part.name }}{% if part.goesOn %} (continued){% endif %}</h2>
<table><thead><tr><th scope="col">{{ part.head }}</th><th scope="col" class="n">Refunds</th><th scope="col" class="n">Amount</th></tr></thead>
<tbody>{% for row in part.rows %}<tr><th scope="row">{{ row.key }}</th><td class="n">{{ row.cases }}</td><td class="n">{{ row.total }}</td></tr>
{% endfor %}</tbody>{% if part.ends %}<tfoot><tr><th scope="row">Total</th><td class="n">{{ part.cases }}</td><td class="n">{{ part.total }}</td></tr></tfoot>{% endif %}</table></section>
{%- endfor %}
{%- if last %}
<div class="hands">{% for hand in hands %}<div class="hand"><span>{{ hand }} (name and signature)</span><span>Date</span></div>{% endfor %}</div>
{%- endif %}
</main>
<footer class="footer"><span>{{ made }}</span><span>{{ mark }}</span><span>Page {{ number }} of {{ of }}</span></footer>
</div>`;
