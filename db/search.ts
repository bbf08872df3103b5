/** Words as they are compared: without accents, in small letters. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** A search for rows that hold, for each word typed, one that begins with it: `garc mar`, `204-02`. Null where no word was typed. */
export function matchOf(text: string): string | null {
  const words = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}

/** The words under which a row is found: each part, and numbers and codes also written in one, with and without their letters (`EXT 204-02` as `ext20402` and `20402`). */
export function wordsOf(parts: readonly string[], codes: readonly string[] = []): string {
  const joined = codes.flatMap((code) => [foldText(code).replace(/[^\p{L}\p{N}]+/gu, ''), code.replace(/\D+/g, '')]);
  return [...new Set([...parts, ...codes, ...joined].filter((part) => part !== '').map(foldText))].join(' ');
}
