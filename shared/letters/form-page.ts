import { fill } from './liquid';
import { qrDrawing } from './qr';
import { faces, style } from './style';

/** One box of a form: what it asks, how wide it is (of 12 columns), and what is already filled in. */
export type FormBox = {
  readonly label: string;
  readonly kind: 'line' | 'area' | 'choice';
  readonly width: number;
  readonly value: string;
  /** Whether the value is too wide for one line and is set smaller. */
  readonly small: boolean;
  readonly choices: readonly string[];
};

/** Everything printed on a form, in the student's language. */
export type FormPage = {
  readonly language: 'en' | 'es';
  readonly title: string;
  readonly institution: string;
  readonly office: string;
  readonly contact: string;
  readonly color: string;
  readonly reference: string;
  readonly instructions: readonly string[];
  readonly deadlines: {
    readonly title: string;
    readonly rows: readonly { readonly until: string; readonly what: string }[];
  } | null;
  readonly groups: readonly {
    readonly title: string;
    /** Whether it takes the room that is left on the sheet. */ readonly room: boolean;
    readonly boxes: readonly FormBox[];
  }[];
  readonly statement: string;
  readonly signatures: readonly { readonly who: string; readonly date: string; readonly hint: string | null }[];
  readonly officeUse: {
    readonly title: string;
    readonly boxes: readonly { readonly label: string; readonly width: number; readonly value: string }[];
  };
  readonly footer: string;
};

/** The form as one sheet, ready to print: whole HTML. */
export function formHtml(page: FormPage): string {
  return fill(document, {
    language: page.language,
    title: page.title,
    style: `${faces}\n${style}\n${formStyle}`,
    sheet: formSheet(page),
  });
}

/** The form's sheet alone, for a letter that encloses it. */
export function formSheet(page: FormPage): string {
  return fill(sheet, { ...page, qr: qrDrawing(page.reference) });
}

/** How a form's sheet looks, beside the style that all paper shares. */
export const formStyle = `
.form { font-size: 9.5pt; line-height: 12pt; }
.form .head { position: absolute; left: 0.6in; right: 0.6in; top: 0.45in; height: 1.12in; border-bottom: 1.25pt solid; }
.form .head .who { position: absolute; left: 0; top: 0.02in; right: 1.6in; }
.form .head .institution { font-size: 12pt; line-height: 15pt; font-weight: 600; }
.form .head .contact { color: #333; font-size: 9pt; line-height: 11.5pt; }
.form .head h1 { font-size: 19pt; line-height: 22pt; margin: 5pt 0 0; }
.form .head .code { position: absolute; right: 0; top: -0.08in; width: 1.12in; text-align: center; }
.form .head .code svg { display: block; width: 1.12in; height: 1.12in; }
.form .reference { position: absolute; right: 0.6in; top: 1.6in; max-width: 5in; text-align: right; font-size: 7.5pt; line-height: 9pt; overflow-wrap: anywhere; }
.form main { left: 0.6in; right: 0.6in; top: 1.78in; bottom: 0.66in; display: flex; flex-direction: column; gap: 5pt; overflow: hidden; }
.form main > p, .form main > ul, .form main > ol { margin: 0; }
.form ol { margin: 0; padding-left: 14pt; font-size: 8.5pt; line-height: 10.5pt; }
.form h2 { font-size: 10.5pt; line-height: 13pt; margin-bottom: 2pt; }
.form .grid { display: grid; grid-template-columns: repeat(12, 1fr); border-left: 0.75pt solid #000; border-top: 0.75pt solid #000; margin: 0; }
.form .cell { border-right: 0.75pt solid #000; border-bottom: 0.75pt solid #000; padding: 1.5pt 4pt; min-height: 0.33in; overflow: hidden; }
.form .cell.area { min-height: 0.1in; }
.form main > * { flex: none; }
.form section.room { flex: 1 1 0.7in; display: flex; flex-direction: column; min-height: 0.7in; overflow: hidden; }
.form section.room .grid { flex: 1; display: flex; flex-direction: column; min-height: 0; }
.form section.room .cell.area { flex: 1; }
.form .cell dt { display: block; font-size: 7.5pt; line-height: 9pt; color: #222; }
.form .cell dd { display: block; margin: 0; font-size: 10.5pt; line-height: 12.5pt; overflow-wrap: anywhere; }
.form .cell.small dd { font-size: 8pt; line-height: 9pt; }
.form .cell.choice { min-height: 0; flex: none; }
.form .cell.choice dd { font-size: 9.5pt; display: flex; flex-wrap: wrap; gap: 0 12pt; }
.form .tick { display: inline-block; width: 8pt; height: 8pt; border: 0.75pt solid #000; margin-right: 3pt; vertical-align: -0.5pt; }
.form .two { display: grid; align-items: start; grid-template-columns: 1fr 2.9in; gap: 12pt; }
.form table { border-collapse: collapse; width: 100%; font-size: 8.5pt; line-height: 10.5pt; }
.form table caption { text-align: left; font-weight: 600; font-size: 9.5pt; padding-bottom: 2pt; }
.form td, .form tbody th { border-top: 0.5pt solid #999; padding: 1.5pt 0; text-align: left; font-weight: 400; vertical-align: top; }
.form tbody th { width: 1.85in; padding-right: 6pt; }
.form .signatures { display: grid; grid-template-columns: 1fr 1.7in; gap: 3pt 16pt; margin-top: 2pt; }
.form .signatures .line { border-bottom: 0.75pt solid #000; height: 0.26in; }
.form .signatures .under { font-size: 7.5pt; line-height: 9pt; }
.form .use { background: #eee; border: 1.25pt solid #000; padding: 3pt 6pt 6pt; }
.form .use .grid { background: #fff; }
.form .footer { left: 0.6in; right: 0.6in; bottom: 0.3in; }
`;

const document = `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>{{ sheet | raw }}</body></html>
`;

const sheet = `<div class="sheet form" lang="{{ language }}">
<header class="head" style="border-color: {{ color }}">
<div class="who"><div class="institution" style="color: {{ color }}">{{ institution }}</div>
<div class="contact">{{ office }}<br>{{ contact }}</div>
<h1>{{ title }}</h1></div>
<figure class="code" aria-label="{{ reference }}">{{ qr | raw }}</figure>
</header>
<p class="reference">{{ reference }}</p>
<main>
<div class="{% if deadlines %}two{% else %}one{% endif %}"><ol>{% for line in instructions %}<li>{{ line }}</li>{% endfor %}</ol>
{%- if deadlines %}<table><caption>{{ deadlines.title }}</caption><tbody>{% for row in deadlines.rows %}<tr><th scope="row">{{ row.until }}</th><td>{{ row.what }}</td></tr>{% endfor %}</tbody></table>{% endif %}</div>
{%- for group in groups %}
<section{% if group.room %} class="room"{% endif %}><h2>{{ group.title }}</h2><dl class="grid">
{%- for box in group.boxes %}<div class="cell {{ box.kind }}{% if box.small %} small{% endif %}" style="grid-column: span {{ box.width }}"><dt>{{ box.label }}</dt><dd>{{ box.value }}{% for choice in box.choices %}<span><span class="tick"></span>{{ choice }}</span>{% endfor %}</dd></div>{% endfor -%}
</dl></section>
{%- endfor %}
<section><p>{{ statement }}</p>
<div class="signatures">{% for s in signatures %}<div><div class="line"></div><div class="under">{{ s.who }}{% if s.hint %} · {{ s.hint }}{% endif %}</div></div><div><div class="line"></div><div class="under">{{ s.date }}</div></div>{% endfor %}</div></section>
<section class="use"><h2>{{ officeUse.title }}</h2><dl class="grid">
{%- for box in officeUse.boxes %}<div class="cell line" style="grid-column: span {{ box.width }}"><dt>{{ box.label }}</dt><dd>{{ box.value }}</dd></div>{% endfor -%}
</dl></section>
</main>
<footer class="footer">{{ footer }}</footer>
</div>`;
