/**
 * The office's own policies: drafts, and the versions it published. Their texts stand in `pack`, under their hash. What an office chose among
 * the readings was of its one policy, and now names it.
 */
export const sql = `
CREATE TABLE policy (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
  policy TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Both null while it is a draft.
  version TEXT,
  effective_from TEXT,
  pack_hash TEXT NOT NULL,
  cases_hash TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (policy, version)
) STRICT;
CREATE INDEX policy_by_state ON policy (state, saved_at);
CREATE INDEX determination_by_pack ON determination (pack_hash);

UPDATE office SET record = json_set(record, '$.readings',
  json_object(json_extract(record, '$.policy'), json_extract(record, '$.readings')))
  WHERE json_extract(record, '$.readings') <> '{}';
`;
