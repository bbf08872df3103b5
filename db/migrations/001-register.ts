/**
 * The first register. `entry` is the truth; `entry_content` its contents, which alone may one day be erased; everything below them is the
 * present state, which can be rebuilt from the entries at any time. `pack` and `document` hold texts and PDFs once, under their SHA-256.
 */
export const sql = `
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  action_id TEXT NOT NULL,
  request_hash BLOB NOT NULL CHECK (length(request_hash) = 32),
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  person TEXT NOT NULL,
  at TEXT NOT NULL,
  content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
  mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;
CREATE INDEX entry_by_subject ON entry (subject, subject_id, seq);
CREATE INDEX entry_by_action ON entry (action_id, seq);

CREATE TABLE entry_content (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq),
  content TEXT NOT NULL
) STRICT;

CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
  BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
  BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
CREATE TRIGGER entry_only_follows BEFORE INSERT ON entry
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry) OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'an entry only follows the last'); END;
CREATE TRIGGER entry_content_never_changes BEFORE UPDATE ON entry_content
  BEGIN SELECT RAISE(ABORT, 'the content of an entry is never changed'); END;
CREATE TRIGGER entry_content_never_goes BEFORE DELETE ON entry_content
  BEGIN SELECT RAISE(ABORT, 'the content of an entry is never deleted'); END;
CREATE TRIGGER entry_content_only_follows BEFORE INSERT ON entry_content
  WHEN NEW.seq <> (SELECT max(seq) FROM entry) OR EXISTS (SELECT 1 FROM entry_content WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'content is written once, with its entry'); END;

CREATE TABLE pack (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  text TEXT NOT NULL
) STRICT;
CREATE TRIGGER pack_never_changes BEFORE UPDATE ON pack
  BEGIN SELECT RAISE(ABORT, 'a pack is never edited after use'); END;
CREATE TRIGGER pack_never_goes BEFORE DELETE ON pack
  BEGIN SELECT RAISE(ABORT, 'a pack is never deleted after use'); END;
CREATE TRIGGER pack_once BEFORE INSERT ON pack WHEN EXISTS (SELECT 1 FROM pack WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'a pack is kept once'); END;

CREATE TABLE document (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  media TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER document_never_changes BEFORE UPDATE ON document
  BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER document_never_goes BEFORE DELETE ON document
  BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;
CREATE TRIGGER document_once BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM document WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'a document is kept once'); END;

-- The present state. Every row carries its whole record as JSON beside the columns that lists and reports need.
CREATE TABLE action (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('made', 'undone', 'redone')),
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  -- The entry by which it was last undone, where it is undone now.
  undone_seq INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX action_by_seq ON action (last_seq);
CREATE INDEX action_by_undoing ON action (undone_seq) WHERE undone_seq IS NOT NULL;

CREATE TABLE office (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE term (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  begins TEXT NOT NULL,
  ends TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX term_by_begins ON term (begins);

CREATE TABLE student (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  email_fold TEXT NOT NULL,
  postal TEXT NOT NULL,
  words TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX student_by_number ON student (number);
CREATE INDEX student_by_name ON student (name_fold);
CREATE VIRTUAL TABLE student_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');

CREATE TABLE course (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  policy TEXT NOT NULL,
  category TEXT NOT NULL,
  term_id TEXT,
  first_on TEXT,
  last_on TEXT,
  fee INTEGER NOT NULL CHECK (fee >= 0),
  deposit INTEGER NOT NULL CHECK (deposit BETWEEN 0 AND fee),
  cancelled_on TEXT,
  words TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX course_by_code ON course (code, row);
CREATE INDEX course_by_term ON course (term_id, code);
CREATE VIRTUAL TABLE course_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');

CREATE TABLE meeting (
  course_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  date TEXT NOT NULL,
  begins TEXT,
  ends TEXT,
  PRIMARY KEY (course_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_by_date ON meeting (date);

CREATE TABLE enrolment (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  student_id TEXT NOT NULL,
  course_id TEXT NOT NULL,
  enrolled_on TEXT,
  assessed INTEGER NOT NULL CHECK (assessed > 0),
  collected INTEGER NOT NULL CHECK (collected BETWEEN 0 AND assessed),
  deposit INTEGER NOT NULL CHECK (deposit >= 0),
  record TEXT NOT NULL,
  UNIQUE (student_id, course_id)
) STRICT;
CREATE INDEX enrolment_by_course ON enrolment (course_id);

CREATE TABLE payment (
  enrolment_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  paid_on TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  payer TEXT,
  method TEXT NOT NULL,
  PRIMARY KEY (enrolment_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_by_day ON payment (paid_on);

CREATE TABLE batch (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  channel TEXT NOT NULL,
  received_on TEXT NOT NULL,
  opened_seq INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX batch_by_opening ON batch (opened_seq);

CREATE TABLE "case" (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  fiscal_year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  state TEXT NOT NULL CHECK (state IN ('held', 'decided', 'undone')),
  student_id TEXT,
  student_name TEXT NOT NULL,
  student_number TEXT NOT NULL,
  student_fold TEXT NOT NULL,
  course_id TEXT,
  course_code TEXT NOT NULL,
  course_title TEXT NOT NULL,
  term_id TEXT,
  policy TEXT NOT NULL,
  outcome TEXT,
  -- A percentage; money is never REAL.
  percent REAL,
  refund INTEGER NOT NULL CHECK (refund >= 0),
  cancelled INTEGER NOT NULL CHECK (cancelled >= 0),
  clause TEXT NOT NULL,
  received TEXT,
  received_on TEXT,
  postmarked TEXT,
  effective TEXT,
  label TEXT NOT NULL,
  refund_expected_to TEXT,
  letter TEXT,
  batch_id TEXT,
  person TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  words TEXT NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (fiscal_year, ordinal)
) STRICT;
CREATE INDEX case_by_student ON "case" (student_id, course_id);
CREATE INDEX case_by_course ON "case" (course_id);
CREATE INDEX case_by_term ON "case" (term_id);
CREATE INDEX case_by_batch ON "case" (batch_id);
CREATE INDEX case_by_name ON "case" (student_fold, row);
CREATE INDEX case_by_code ON "case" (course_code, row);
CREATE INDEX case_by_receipt ON "case" (received, row);
CREATE INDEX case_by_effective ON "case" (effective, row);
CREATE INDEX case_by_outcome ON "case" (outcome, row);
CREATE INDEX case_by_refund ON "case" (refund, row);
CREATE INDEX case_by_entry ON "case" (entered_at, row);
CREATE INDEX case_by_promise ON "case" (refund_expected_to) WHERE refund_expected_to IS NOT NULL;
CREATE VIRTUAL TABLE case_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');

CREATE TABLE determination (
  seq INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  pack_hash TEXT NOT NULL,
  engine TEXT NOT NULL,
  outcome TEXT NOT NULL,
  percent REAL,
  refund INTEGER NOT NULL CHECK (refund >= 0),
  cancelled INTEGER NOT NULL CHECK (cancelled >= 0),
  kept INTEGER NOT NULL CHECK (kept >= 0),
  clause TEXT NOT NULL,
  hash TEXT NOT NULL,
  superseded INTEGER NOT NULL CHECK (superseded IN (0, 1))
) STRICT;
CREATE INDEX determination_by_case ON determination (case_id, seq);

CREATE TABLE letter (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  ordinal INTEGER NOT NULL UNIQUE CHECK (ordinal > 0),
  case_id TEXT NOT NULL,
  determination_seq INTEGER NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  postal TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('needs-address', 'ready', 'printed', 'mailed', 'voided')),
  pages INTEGER NOT NULL,
  pdf_hash TEXT,
  made_at TEXT NOT NULL,
  printed_at TEXT,
  mailed_at TEXT,
  copies INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX letter_by_case ON letter (case_id, ordinal);
CREATE INDEX letter_by_state ON letter (state, ordinal);
CREATE INDEX letter_by_name ON letter (name_fold, ordinal);
CREATE INDEX letter_by_postal ON letter (postal, ordinal);

-- What is half typed; no entry, and gone once the form is saved.
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
