import type { Printer } from '../contract/printing';
import type { Office } from '../register/office';
import { addressBlock, addressBox, windowOutlines } from './address';
import { fill } from './liquid';
import { faces, style } from './style';

/** The test page: rulers, fold marks, the envelope's window where it can come to lie, and an address where letters have it; for the printer named, with its nudge. Whole HTML. */
export function calibrationPage(
  office: Office,
  printer: Pick<Printer, 'shown' | 'nudgeX' | 'nudgeY'> | null = null,
): { readonly html: string; readonly title: string } {
  const box = addressBox(office.printing);
  const title = 'Test page for window envelopes';
  const outlines = windowOutlines(office.printing.envelope);
  const html = fill(template, {
    title,
    style: `${faces}\n${style}\n${own}`,
    office: { name: office.name, institution: office.institution },
    outlines,
    box: { ...box, ...addressBlock(office.name, office.address, box) },
    folds: office.printing.envelope !== 'none',
    across: marks(8.5),
    down: marks(11),
    nudge: { x: office.printing.nudgeX, y: office.printing.nudgeY },
    printer: printer && { name: printer.shown, x: printer.nudgeX, y: printer.nudgeY },
  });
  return { html, title };
}

/** A mark every eighth of an inch, longer at the half and the whole. */
function marks(
  inches: number,
): readonly { readonly at: number; readonly long: number; readonly number: number | null }[] {
  return Array.from({ length: inches * 8 - 1 }, (_, i) => {
    const eighth = i + 1;
    const whole = eighth % 8 === 0;
    return { at: eighth / 8, long: whole ? 0.18 : eighth % 4 === 0 ? 0.12 : 0.07, number: whole ? eighth / 8 : null };
  });
}

const own = `
.test .mark { position: absolute; background: #000; }
.test .number { position: absolute; font-size: 8pt; line-height: 8pt; }
.test .window { position: absolute; border: 1pt dashed #000; }
.test .window.second { border-style: dotted; }
.test .box { position: absolute; border: 0.5pt solid #000; }
.test .text { position: absolute; left: 1in; right: 1in; top: 4.1in; }
.test .text p, .test .text ol { margin: 0 0 7pt; }
.test .mailing { z-index: 1; }
.test .fold { left: 0; width: 8.5in; border-top: 0.5pt dashed #777; }
`;

const template = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body><div class="sheet test">
<div aria-hidden="true">
{%- for m in across %}<div class="mark" style="left: {{ m.at }}in; top: 0.25in; width: 0.5pt; height: {{ m.long }}in"></div>
{%- if m.number %}<div class="number" style="left: {{ m.at }}in; top: 0.45in">{{ m.number }}</div>{% endif %}{% endfor %}
{%- for m in down %}<div class="mark" style="top: {{ m.at }}in; left: 0.25in; height: 0.5pt; width: {{ m.long }}in"></div>
{%- if m.number %}<div class="number" style="top: {{ m.at }}in; left: 0.46in">{{ m.number }}</div>{% endif %}{% endfor %}
{%- for w in outlines %}<div class="window{% unless forloop.first %} second{% endunless %}" style="left: {{ w.left }}in; top: {{ w.top }}in; width: {{ w.width }}in; height: {{ w.height }}in"></div>{% endfor %}
<div class="box" style="left: {{ box.left }}in; top: {{ box.top }}in; width: {{ box.width }}in; height: {{ box.height }}in"></div>
{% if folds %}<div class="fold" style="top: 3.667in"></div><div class="fold" style="top: 7.333in"></div>{% endif %}
</div>
<address class="mailing" style="left: {{ box.left }}in; top: {{ box.top }}in; width: {{ box.width }}in; height: {{ box.height }}in; font-size: {{ box.size }}pt; line-height: {{ box.leading }}pt">
{%- for line in box.lines %}<span dir="auto">{{ line }}</span>{% endfor -%}
</address>
<main class="text">
<h1>{{ title }}</h1>
<p>{{ office.institution }} · {{ office.name }}</p>
{% if printer %}<p>Printer: {{ printer.name }}. Its own nudge stands at {{ printer.x }} to the right and {{ printer.y }} down; the whole sheet is shifted by it.</p>
{% endif %}<ol>
<li>Print this page at actual size (100 %), not “fit to page”. Lay a ruler along the top and the left edge: the inch marks must agree.</li>
<li>Fold along the two thin lines that cross the page, printed side out, and put the page into a window envelope.</li>
<li>Push the page to each corner of the envelope in turn. The address in the small frame must be readable in all four.</li>
<li>If it is not, set the nudge of this printer in Settings, Printing. It counts in 1/32 of an inch. That of the office’s letters stands at {{ nudge.x }} to the right and {{ nudge.y }} down.</li>
</ol>
{% if folds %}<p>Dashed: the window when the page lies low and to the left. Dotted: when it lies high and to the right.</p>{% endif %}
</main>
</div></body></html>
`;
