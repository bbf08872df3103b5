import { formatDay, type Language } from '../day';

/**
 * A letter's page as it is printed once more: every sheet says that it is a copy, and from which day. The words stand at the right of the
 * date on the first sheet and above the head of the later ones, never where an envelope's window could show them; nothing else moves.
 */
export function asCopy(html: string, language: Language, day: string): string {
  const mark = `<p class="copy-mark">${copyWords[language]} · ${formatDay(day, language)}</p>`;
  return html
    .replace('</style>', `${style}</style>`)
    .replace(/<div class="sheet\b[^>]*>/g, (sheet) => `${sheet}${mark}`);
}

const copyWords: Record<Language, string> = { en: 'Copy', es: 'Copia' };

const style = `
.copy-mark { position: absolute; z-index: 1; right: 1in; top: 1.53in; margin: 0; padding: 1pt 6pt; border: 1pt solid #000; background: #fff; font-size: 10.5pt; line-height: 13pt; font-weight: 600; }
.sheet + .sheet .copy-mark { top: 0.25in; }
`;
