import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../db/nouns/secrets';
import { inTurn } from './slices';

/** What a passphrase is worth in work: 128 MiB and some tenths of a second for every guess. */
const cost = { n: 2 ** 17, r: 8, p: 1 };
const mostMemory = 256 * 2 ** 20;
const length = 32;

// Each try takes 128 MiB, so that they are worked on one after the other.
const turn = inTurn();

/** What no passphrase fits. It is worked on for those who are nobody here, so that a guesser learns nothing from how long it takes. */
const nobody: Secret = { salt: randomBytes(16), hash: randomBytes(length), ...cost };

/** What is kept of a passphrase: enough to know it again, and nothing to read it from. */
export async function secretOf(text: string): Promise<Secret> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(text, { salt, ...cost }), ...cost };
}

/** Whether a passphrase is the one of which the secret was made; null fits none, and takes as long. */
export async function fits(text: string, secret: Secret | null): Promise<boolean> {
  const against = secret ?? nobody;
  const same = timingSafeEqual(await turn(() => derive(text, against)), against.hash);
  return same && secret !== null;
}

function derive(text: string, { salt, n, r, p }: Omit<Secret, 'hash'>): Promise<Buffer> {
  return new Promise((done, failed) => {
    // One passphrase, however a keyboard composes its letters.
    scrypt(text.normalize('NFKC'), salt, length, { N: n, r, p, maxmem: mostMemory }, (error, key) => {
      if (error === null) done(key);
      else failed(error);
    });
  });
}
