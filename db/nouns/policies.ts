import type { Kept } from '../../shared/register/contents';
import { foldPolicy, type StandingPolicy } from '../../shared/register/fold';
import { recordOf, type Present } from '../rows';
import type { Sql } from '../statements';

/** What the tables hold of a draft or a published version of a policy. */
export function presentPolicy(id: string, kept: readonly Kept[]): Present {
  const folded = foldPolicy(kept);
  return {
    table: 'policy',
    searched: false,
    row:
      folded === null
        ? null
        : {
            id,
            state: folded.published === null ? 'draft' : 'published',
            policy: folded.published?.policy ?? folded.policy,
            name: folded.published?.name ?? folded.name,
            version: folded.published?.version ?? null,
            effective_from: folded.published?.effectiveFrom ?? null,
            pack_hash: folded.packHash,
            cases_hash: folded.casesHash,
            saved_at: folded.savedAt,
            record: JSON.stringify(folded),
          },
    lines: [],
  };
}

/** A draft or a published version with its identifier. */
export type KeptPolicy = StandingPolicy & { readonly id: string };

/** Determinations counted by the text of the policy that made them. */
export type Used = {
  readonly packHash: string;
  readonly policy: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly count: number;
};

/** Reads the office's own policies: drafts and published versions; their texts are kept under their hash. */
export function policyReads(sql: Sql) {
  const keptOf = (rows: readonly { readonly id: string; readonly record: string }[]): KeptPolicy[] =>
    rows.map(({ id, record }) => ({ ...(JSON.parse(record) as StandingPolicy), id }));
  return {
    get: (id: string): KeptPolicy | null => {
      const folded = recordOf<StandingPolicy>(sql.one('SELECT record FROM policy WHERE id = ?', id));
      return folded === null ? null : { ...folded, id };
    },
    /** The published versions in the order in which they were published. */
    published: (): KeptPolicy[] =>
      keptOf(
        sql.all(
          `SELECT p.id, p.record FROM policy p WHERE p.state = 'published' ORDER BY
           (SELECT max(seq) FROM entry e WHERE e.subject = 'policy' AND e.subject_id = p.id AND e.kind = 'policy.published')`,
        ),
      ),
    /** The hashes of the published versions' texts, in the same order: all that changes when something is published or undone. */
    publishedHashes: (): string[] =>
      sql
        .all<{ hash: string }>(
          `SELECT p.pack_hash AS hash FROM policy p WHERE p.state = 'published' ORDER BY
           (SELECT max(seq) FROM entry e WHERE e.subject = 'policy' AND e.subject_id = p.id AND e.kind = 'policy.published')`,
        )
        .map((row) => row.hash),
    /** The drafts, the one saved last first. */
    drafts: (): KeptPolicy[] =>
      keptOf(sql.all(`SELECT id, record FROM policy WHERE state = 'draft' ORDER BY saved_at DESC, row DESC`)),
    /** How many determinations each version made, superseded ones too. */
    used: (): Used[] =>
      sql.all<Used>(
        `SELECT d.pack_hash AS packHash, json_extract(p.text, '$.id') AS policy, json_extract(p.text, '$.version') AS version,
         json_extract(p.text, '$.effectiveFrom') AS effectiveFrom, d.count
         FROM (SELECT pack_hash, count(*) AS count FROM determination GROUP BY pack_hash) d JOIN pack p ON p.hash = d.pack_hash`,
      ),
  };
}
