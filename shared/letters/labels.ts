import type { AddressBlock } from './address';
import { blockOf } from './address';
import { fill } from './liquid';
import { faces, style } from './style';

/** A sheet of thirty labels on US Letter paper, each 1 by 2⅝ inches, in inches: ten rows of three. */
export const labelSheet = {
  across: 3,
  down: 10,
  width: 2.625,
  height: 1,
  left: 3 / 16,
  top: 0.5,
  /** From the left edge of one column to that of the next. */
  pitch: 2.75,
} as const;

/** So much of a label stays free at each side, in inches: printers do not take labels in exactly. */
const margin = { across: 0.15, down: 0.12 } as const;

/** Addresses on labels, from the first free place (1 to 30) on; whole HTML and how many sheets it fills. */
export function labelsPage(
  addresses: readonly (readonly string[])[],
  from: number,
): { readonly html: string; readonly title: string; readonly pages: number; readonly tooLong: number } {
  const { across, down, width, height, left, top, pitch } = labelSheet;
  const perSheet = across * down;
  const pages = Math.ceil((from - 1 + addresses.length) / perSheet);
  const size = { width: width - 2 * margin.across, height: height - 2 * margin.down };
  let tooLong = 0;
  const labels = addresses.map((lines, index) => {
    const place = from - 1 + index;
    const within = place % perSheet;
    const block: AddressBlock = blockOf(lines, size);
    if (!block.readable) tooLong += 1;
    return {
      ...block,
      ...size,
      sheet: Math.floor(place / perSheet),
      left: left + (within % across) * pitch + margin.across,
      top: top + Math.floor(within / across) * height + margin.down,
    };
  });
  const title = addresses.length === 1 ? 'Label' : `${addresses.length} labels`;
  const html = fill(template, {
    title,
    style: `${faces}\n${style}`,
    sheets: Array.from({ length: pages }, (_, sheet) => labels.filter((label) => label.sheet === sheet)),
  });
  return { html, title, pages, tooLong };
}

const template = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body>
{%- for labels in sheets %}
<div class="sheet">
{%- for label in labels %}
<address class="mailing" style="left: {{ label.left }}in; top: {{ label.top }}in; width: {{ label.width }}in; height: {{ label.height }}in; font-size: {{ label.size }}pt; line-height: {{ label.leading }}pt">
{%- for line in label.lines %}<span dir="auto">{{ line }}</span>{% endfor -%}
</address>
{%- endfor %}
</div>
{%- endfor %}
</body></html>
`;
