import type { Office } from '../register/office';
import { addressLines, blockOf, type Rectangle } from './address';
import { fill } from './liquid';
import { faces, style } from './style';

/** A #10 envelope, in inches. */
export const envelope = { width: 9.5, height: 4.125 } as const;

// The sorting machine looks for the address in the middle of the right part, clear of the bar code at the bottom; the return address
// stands at the top left, where nothing else is read.
const sender: Rectangle = { left: 0.4, top: 0.35, width: 3.3, height: 0.85 };
const recipient: Rectangle = { left: 4.25, top: 1.75, width: 4.25, height: 1.2 };

/** Addresses on #10 envelopes without a window, one each, under the office's own; whole HTML, the paper's size, and how many there are. */
export function envelopesPage(addresses: readonly (readonly string[])[], office: Office) {
  const from = { ...sender, ...blockOf(addressLines(office.name, office.address), sender) };
  let tooLong = 0;
  const envelopes = addresses.map((lines) => {
    const block = blockOf(lines, recipient);
    if (!block.readable) tooLong += 1;
    return { ...recipient, ...block };
  });
  const title = addresses.length === 1 ? 'Envelope' : `${addresses.length} envelopes`;
  const own = `@page { size: ${envelope.width}in ${envelope.height}in; margin: 0; }
.sheet { width: ${envelope.width}in; height: ${envelope.height}in; }
.mailing.recipient { justify-content: flex-start; }
.mailing.sender { justify-content: flex-start; }`;
  const html = fill(template, { title, style: `${faces}\n${style}\n${own}`, from, envelopes });
  return { html, title, pages: addresses.length, size: envelope, tooLong };
}

const block = (name: string, kind: string): string =>
  `<address class="mailing ${kind}" style="left: {{ ${name}.left }}in; top: {{ ${name}.top }}in; width: {{ ${name}.width }}in; height: {{ ${name}.height }}in; font-size: {{ ${name}.size }}pt; line-height: {{ ${name}.leading }}pt">
{%- for line in ${name}.lines %}<span dir="auto">{{ line }}</span>{% endfor -%}
</address>`;

const template = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>
{%- for to in envelopes %}
<div class="sheet">
${block('from', 'sender')}
${block('to', 'recipient')}
</div>
{%- endfor %}
</body></html>
`;
