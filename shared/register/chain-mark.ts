import type { Language } from '../day';

/** Where the chain of entries ends, as it is printed on what leaves the office: the last entry's number and the first 16 digits of its MAC. */
export type ChainMark = { readonly seq: number; readonly mac: string };

/** How many hexadecimal digits of a MAC are printed: more than anybody can hit by trying. */
export const markDigits = 16;

/** The mark in words: `Register entry 10,417 · 3f9a0b12c3d4e5f6`. Nothing where the register has no entry. */
export function sayMark(mark: ChainMark | null, language: Language = 'en'): string {
  if (mark === null) return '';
  const word = language === 'es' ? 'Asiento del registro' : 'Register entry';
  return `${word} ${mark.seq.toLocaleString('en-US')} · ${mark.mac.slice(0, markDigits)}`;
}

/** Reads a mark as somebody typed it from paper: the number with or without its commas, then the 16 digits in any grouping. Null where it is none. */
export function readMark(text: string): ChainMark | null {
  const found = /^(.*[^0-9a-f]|)((?:[0-9a-f]\s*){16})$/i.exec(text.replace('…', '').trim());
  const number = /(\d[\d,.\s]*)\D*$/.exec(found?.[1] ?? '')?.[1] ?? '';
  const seq = Number(number.replace(/[,.\s]/g, ''));
  const mac = (found?.[2] ?? '').replace(/\s/g, '').toLowerCase();
  if (found === null || !Number.isSafeInteger(seq) || seq < 1) return null;
  return { seq, mac };
}
