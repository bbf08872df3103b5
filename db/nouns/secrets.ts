import { sha256 } from '../chain';
import type { Sql } from '../statements';

/** What is kept of a passphrase or of the recovery code: salt, scrypt's hash, and the cost at which it was made. */
export type Secret = {
  readonly salt: Buffer;
  readonly hash: Buffer;
  readonly n: number;
  readonly r: number;
  readonly p: number;
};

/** Whose secret the recovery code's is. */
export const recovery = 'recovery';

type Row = Secret & { readonly setAt: string };

/** Keeps a secret in place of its owner's former one; gives the SHA-256 of its row (hex), which stands in the chain. */
export function keepSecret(sql: Sql, owner: string, secret: Secret, setAt: string): string {
  const { salt, hash, n, r, p } = secret;
  sql.run(
    `INSERT INTO secret (person_id, salt, hash, cost_n, cost_r, cost_p, set_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, cost_n = excluded.cost_n,
       cost_r = excluded.cost_r, cost_p = excluded.cost_p, set_at = excluded.set_at`,
    owner,
    salt,
    hash,
    n,
    r,
    p,
    setAt,
  );
  return hashOf(owner, { ...secret, setAt });
}

/** The secret of an owner with the SHA-256 of its row; null where there is none. */
export function secretAt(sql: Sql, owner: string): { readonly secret: Secret; readonly hash: string } | null {
  const row = sql.one<Row>(
    'SELECT salt, hash, cost_n AS n, cost_r AS r, cost_p AS p, set_at AS setAt FROM secret WHERE person_id = ?',
    owner,
  );
  if (row === null) return null;
  const { salt, hash, n, r, p } = row;
  return { secret: { salt, hash, n, r, p }, hash: hashOf(owner, row) };
}

/** Keeps how many wrong tries in a row there were under a name; none is forgotten. */
export function keepTries(sql: Sql, name: string, failures: number, at: string): void {
  if (failures === 0) sql.run('DELETE FROM throttle WHERE account_fold = ?', name);
  else
    sql.run(
      `INSERT INTO throttle (account_fold, failures, last_at) VALUES (?, ?, ?)
       ON CONFLICT (account_fold) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at`,
      name,
      failures,
      at,
    );
}

/** The wrong tries in a row under a name; null where there were none. */
export function triesAt(sql: Sql, name: string): { readonly failures: number; readonly lastAt: string } | null {
  return sql.one<{ failures: number; lastAt: string }>(
    'SELECT failures, last_at AS lastAt FROM throttle WHERE account_fold = ?',
    name,
  );
}

function hashOf(owner: string, { salt, hash, n, r, p, setAt }: Row): string {
  return sha256(JSON.stringify([owner, salt.toString('hex'), hash.toString('hex'), n, r, p, setAt])).toString('hex');
}
