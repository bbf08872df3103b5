import { markDigits, type ChainMark } from '../register/chain-mark';

/** What a letter's QR code says, so that its amount can be worked out again: which case, by which determination, and where the register stood. */
export type LetterCode = {
  readonly caseNumber: string;
  /** The determination's hash, 64 hexadecimal digits; null where the letter tells of none. */
  readonly determination: string | null;
  /** The last entry when the letter was made, with the first 16 digits of its MAC; null where the register had none. */
  readonly head: ChainMark | null;
};

const mark = 'RDL1';

/**
 * The code as printed: `RDL1:RD-2026-0417:3F9A…:10417:3F9A0B12C3D4E5F6`, in the few characters that a QR code sets closest. What is not
 * there is left empty between its colons.
 */
export function writeLetterCode({ caseNumber, determination, head }: LetterCode): string {
  const entry = head === null ? ['', ''] : [String(head.seq), head.mac.slice(0, markDigits)];
  return [mark, caseNumber, determination ?? '', ...entry].join(':').toUpperCase();
}

/** The code that was scanned or typed, in any case of letters and with any spaces; null when the text is not one. */
export function readLetterCode(typed: string): LetterCode | null {
  const [first, caseNumber, hash, seq, mac, ...rest] = typed.replace(/\s/g, '').toUpperCase().split(':');
  if (first !== mark || caseNumber === undefined || hash === undefined || seq === undefined || mac === undefined)
    return null;
  if (rest.length > 0 || !/^[A-Z0-9-]+$/.test(caseNumber) || !/^(?:[0-9A-F]{64})?$/.test(hash)) return null;
  const head = readHead(seq, mac);
  if (head === undefined) return null;
  return { caseNumber, determination: hash === '' ? null : hash.toLowerCase(), head };
}

/** Where the register stood; null where it had no entry, undefined where the two are no such place. */
function readHead(seq: string, mac: string): ChainMark | null | undefined {
  if (seq === '' && mac === '') return null;
  const number = Number(seq);
  if (!/^[1-9]\d*$/.test(seq) || !Number.isSafeInteger(number) || !/^[0-9A-F]{16}$/.test(mac)) return undefined;
  return { seq: number, mac: mac.toLowerCase() };
}
