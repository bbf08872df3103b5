import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Papers kept with a case are sealed: AES-256-GCM under a key derived from the register's own, which lies outside the database. Whoever has
 * the database alone, or a copy of it, reads none of them. What is kept is nonce, tag and text, one after the other.
 */
const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

function sealingKey(key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'refund-desk papers kept with a case', 32));
}

/** Seals the bytes of a document under its hash: it opens under no other. */
export function seal(key: Buffer, hash: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, sealingKey(key), nonce, { authTagLength: tagLength });
  sealing.setAAD(Buffer.from(hash, 'hex'));
  const text = Buffer.concat([sealing.update(bytes), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), text]);
}

/** Opens what was sealed; null where it was changed, belongs to another hash, or was sealed under another key. */
export function unseal(key: Buffer, hash: string, sealed: Buffer): Buffer | null {
  if (sealed.length < nonceLength + tagLength) return null;
  const nonce = sealed.subarray(0, nonceLength);
  const opening = createDecipheriv(cipher, sealingKey(key), nonce, { authTagLength: tagLength });
  opening.setAAD(Buffer.from(hash, 'hex'));
  opening.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  try {
    return Buffer.concat([opening.update(sealed.subarray(nonceLength + tagLength)), opening.final()]);
  } catch {
    // The tag does not fit: these are not the bytes that were sealed here.
    return null;
  }
}
