// The typeface comes from the app itself (`/fonts/…`, see the desktop's Page), so that a page breaks alike on every PC.
const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const latinExt =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF';

function face(set: string, weight: number, range: string): string {
  const file = `/fonts/source-sans-3-${set}-${weight}-normal.woff2`;
  return `@font-face { font-family: 'Source Sans 3'; font-weight: ${weight}; unicode-range: ${range}; src: url('${file}') format('woff2'); }`;
}

/** The typeface of everything on paper, as style rules. */
export const faces = [
  face('latin', 400, latin),
  face('latin', 600, latin),
  face('latin-ext', 400, latinExt),
  face('latin-ext', 600, latinExt),
].join('\n');

/**
 * How letters and forms look on US Letter paper, in inches and points, with nothing left to the PC. Page breaks are ours
 * (`paginate`), because a printed page cannot number itself.
 */
export const style = `
@page { size: 8.5in 11in; margin: 0; }
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; background: #fff; }
.sheet { color: #000; font: 10.5pt/13.5pt 'Source Sans 3', 'Liberation Sans', Arial, sans-serif; font-kerning: normal; font-variant-ligatures: none; print-color-adjust: exact; position: relative; width: 8.5in; height: 11in; overflow: hidden; contain: strict; break-after: page; }
.sheet:last-of-type { break-after: auto; }
h1, h2, p, ul, table, figure { margin: 0; }
strong, th, h1, h2, b { font-weight: 600; }
.letterhead { position: absolute; left: 1in; right: 1in; top: 0.5in; max-height: 0.9in; padding-bottom: 6pt; border-bottom: 1.25pt solid; overflow: hidden; }
.letterhead .headline { font-size: 17pt; line-height: 21pt; font-weight: 600; }
.letterhead .line { font-size: 9.5pt; line-height: 12.5pt; color: #333; }
.date { position: absolute; left: 1in; top: 1.55in; line-height: 14pt; }
.mailing { position: absolute; display: flex; flex-direction: column; justify-content: center; overflow: hidden; font-style: normal; text-align: left; }
.mailing span { display: block; white-space: pre; unicode-bidi: isolate; text-align: left; }
.fold { position: absolute; left: 0.2in; width: 0.15in; border-top: 0.5pt solid #888; }
main { position: absolute; left: 1in; right: 1in; overflow: hidden; overflow-wrap: anywhere; }
main.first { top: 3.72in; height: 6.53in; }
main.later { top: 1.05in; height: 9.2in; }
.running { position: absolute; left: 1in; right: 1in; top: 0.6in; font-size: 9.5pt; color: #333; border-bottom: 0.5pt solid #888; padding-bottom: 3pt; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
h1 { font-size: 15pt; line-height: 19pt; margin-bottom: 2pt; }
.letter main > h2 { font-size: 11.5pt; line-height: 15pt; margin-bottom: 3pt; }
main > p.case { margin-bottom: 6pt; color: #222; }
main .whole { white-space: nowrap; }
main > p, main > ul { margin-bottom: 5pt; }
main > ul { padding-left: 16pt; }
table.sum { font-size: 10pt; line-height: 12.5pt; width: 100%; border-collapse: collapse; margin: 1pt 0 6pt; }
table.sum th, table.sum td { padding: 1.25pt 4pt; border-bottom: 0.5pt solid #999; vertical-align: baseline; }
table.sum th { text-align: left; font-weight: 400; }
table.sum thead th { font-size: 9pt; line-height: 10pt; padding: 0 4pt 1pt; color: #333; }
table.sum thead th:last-child { text-align: right; }
table.sum td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 1.3in; }
table.sum tr.total th, table.sum tr.total td { font-weight: 600; border-bottom: 1pt solid #000; }
.close main { font-size: 10pt; line-height: 12.5pt; }
.close main > p, .close main > ul { margin-bottom: 4pt; }
.close table.sum { font-size: 9.5pt; line-height: 11.5pt; }
.sign { margin-top: 2pt; }
.sign .hand { height: 26pt; }
.foot { position: absolute; left: 1in; right: 1in; top: 10.28in; }
.foot .language { min-height: 13pt; line-height: 13pt; }
.foot .trace { border-top: 0.5pt solid #888; margin-top: 2pt; padding-top: 2.5pt; font-size: 7pt; line-height: 9pt; color: #444; }
/* In the margin, where no line of the letter comes and no envelope's window; its own quiet zone keeps it clear of both. */
.letter .code { position: absolute; left: 7.52in; top: 9.62in; width: 0.8in; }
.letter .code svg { display: block; width: 0.8in; height: 0.8in; }
.letter .code path { fill: none; stroke: #000; }
.letter .code figcaption { margin: 0 0.05in; font-size: 6pt; line-height: 7pt; color: #333; text-align: center; }
.footer { position: absolute; left: 1in; right: 1in; bottom: 0.42in; border-top: 0.5pt solid #888; padding-top: 3pt; font-size: 7.5pt; line-height: 9.5pt; color: #444; }
@media screen { body { background: #fff; } .sheet + .sheet { border-top: 1px dashed #888; } }
`;
