import { randomBytes } from 'node:crypto';

/** Digits and letters without those that are taken for one another (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 25;

/** A new recovery code of 125 bits, in groups of five as it is printed: `7K2QD-0XM4T-…`. */
export function newRecoveryCode(): string {
  // 32 goes into 256 without a rest: every letter is as likely as every other.
  return grouped([...randomBytes(length)].map((byte) => alphabet[byte % 32]).join(''));
}

/** A recovery code as somebody typed it from paper, in the way it was printed; null where it is none. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? grouped(code) : null;
}

function grouped(code: string): string {
  return code.match(/.{5}/g)?.join('-') ?? '';
}
