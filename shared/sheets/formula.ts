/** What Excel, LibreOffice or Sheets might take for a formula, also in full-width signs or behind white space. */
export const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

/** A cell's text as a spreadsheet shows it and never computes it: an apostrophe stands before what could be a formula. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
