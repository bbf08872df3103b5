/**
 * What leaves the office: the office's own words for its letters, refunds that go to the Business Office in batches and come back paid, letters
 * that the post office brings back, and columns that reports count by.
 */
export const sql = `
ALTER TABLE course ADD COLUMN fund TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN exchange TEXT;

ALTER TABLE "case" ADD COLUMN reason INTEGER;
ALTER TABLE "case" ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept >= 0);
ALTER TABLE "case" ADD COLUMN fund TEXT NOT NULL DEFAULT '';
-- What the determination that counts pays out, what of it lies with the Business Office, and what was paid; in cents.
ALTER TABLE "case" ADD COLUMN payable INTEGER NOT NULL DEFAULT 0 CHECK (payable >= 0);
ALTER TABLE "case" ADD COLUMN handed INTEGER NOT NULL DEFAULT 0 CHECK (handed >= 0);
ALTER TABLE "case" ADD COLUMN paid INTEGER NOT NULL DEFAULT 0 CHECK (paid >= 0);
ALTER TABLE "case" ADD COLUMN transmittal_id TEXT;
ALTER TABLE "case" ADD COLUMN handed_on TEXT;
ALTER TABLE "case" ADD COLUMN paid_on TEXT;
ALTER TABLE "case" ADD COLUMN payment_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE "case" ADD COLUMN refund_expected_from TEXT;
ALTER TABLE "case" ADD COLUMN determination_seq INTEGER;
-- What would be refunded if the other of the form's two dates counted, and which date that is; 'unknown' where nobody has worked it out.
ALTER TABLE "case" ADD COLUMN other_date TEXT;
ALTER TABLE "case" ADD COLUMN other_refund INTEGER;

-- How it came; the day on which reports count it; the day from which the age of its refund is counted; the version of its policy.
ALTER TABLE "case" ADD COLUMN channel TEXT;
ALTER TABLE "case" ADD COLUMN counted_on TEXT NOT NULL DEFAULT '';
ALTER TABLE "case" ADD COLUMN refund_since TEXT;
ALTER TABLE "case" ADD COLUMN policy_version TEXT;

UPDATE "case" SET reason = json_extract(record, '$.form.reason'), fund = '', channel = json_extract(record, '$.form.channel'),
  counted_on = coalesce(received_on, entered_on);
UPDATE "case" SET (determination_seq, kept, payable, refund_expected_from, policy_version, refund_since, counted_on, other_date) = (
  SELECT d.seq, d.kept, coalesce(json_extract(c.content, '$.determination.settlement.payable'), 0), json_extract(c.content, '$.determination.refundExpected.from'),
    json_extract(c.content, '$.determination.version'),
    iif(json_extract(c.content, '$.determination.settlement.payable') > 0,
      coalesce(substr(effective, 1, 10), json_extract(c.content, '$.facts.course.cancelledOn')), NULL),
    coalesce(received_on, json_extract(c.content, '$.facts.course.cancelledOn'), entered_on),
    iif(json_extract(c.content, '$.facts.notice.channel') = 'mail'
      AND json_extract(c.content, '$.facts.notice.postmarked') < substr(json_extract(c.content, '$.facts.notice.received'), 1, 10), 'unknown', NULL)
  FROM determination d JOIN entry_content c ON c.seq = d.seq
  WHERE d.case_id = "case".id AND d.superseded = 0 ORDER BY d.seq DESC LIMIT 1)
WHERE state = 'decided' AND EXISTS (SELECT 1 FROM determination d JOIN entry_content c ON c.seq = d.seq WHERE d.case_id = "case".id AND d.superseded = 0);

CREATE INDEX case_to_hand_over ON "case" (refund_expected_to, row) WHERE payable > handed;
CREATE INDEX case_unpaid ON "case" (refund_expected_to, row) WHERE payable > paid;
CREATE INDEX case_handed_over ON "case" (refund_expected_to, row) WHERE handed > paid;
CREATE INDEX case_paid ON "case" (refund_expected_to, row, paid, payable) WHERE paid > 0;
CREATE INDEX case_overpaid ON "case" (refund_expected_to, row) WHERE payable < max(handed, paid);
CREATE INDEX case_refunded ON "case" (refund_expected_to, row, payable) WHERE max(payable, handed, paid) > 0;
CREATE INDEX case_by_state ON "case" (state, row);
-- Reports go through the cases day by day and read this index alone.
CREATE INDEX case_for_reports ON "case" (counted_on, state, policy, policy_version, term_id, outcome, course_id, reason, person, channel, label, clause,
  percent, refund, cancelled, kept, payable, handed, paid, paid_on, received_on, refund_since, refund_expected_from, refund_expected_to, other_date, other_refund);
CREATE INDEX petition_for_reports ON petition (received_on, state, kind, decided_on, case_id);
CREATE INDEX case_by_transmittal ON "case" (transmittal_id) WHERE transmittal_id IS NOT NULL;

CREATE TABLE letter_coming_back (
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
  state TEXT NOT NULL CHECK (state IN ('needs-address', 'ready', 'printed', 'mailed', 'came-back', 'voided')),
  pages INTEGER NOT NULL,
  pdf_hash TEXT,
  made_at TEXT NOT NULL,
  printed_at TEXT,
  mailed_at TEXT,
  copies INTEGER NOT NULL,
  record TEXT NOT NULL,
  about_seq INTEGER,
  came_back_on TEXT
) STRICT;
INSERT INTO letter_coming_back SELECT row, id, number, ordinal, case_id, determination_seq, type, title, language, name, name_fold, postal, state, pages,
  pdf_hash, made_at, printed_at, mailed_at, copies, json_set(record, '$.cameBack', NULL), about_seq, NULL FROM letter;
DROP TABLE letter;
ALTER TABLE letter_coming_back RENAME TO letter;
CREATE INDEX letter_by_case ON letter (case_id, ordinal);
CREATE INDEX letter_by_state ON letter (state, ordinal);
CREATE INDEX letter_by_name ON letter (name_fold, ordinal);
CREATE INDEX letter_by_postal ON letter (postal, ordinal);
CREATE INDEX letter_by_copies ON letter (ordinal) WHERE copies > 1;
CREATE INDEX letter_by_about ON letter (about_seq) WHERE about_seq IS NOT NULL;

-- The office's own words for a kind of letter in a language; no row where the standard words are used.
CREATE TABLE template (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  version INTEGER NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  record TEXT NOT NULL,
  UNIQUE (type, language)
) STRICT;

CREATE TABLE transmittal (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  fiscal_year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  state TEXT NOT NULL CHECK (state IN ('closed', 'reopened')),
  revision INTEGER NOT NULL CHECK (revision > 0),
  closed_on TEXT NOT NULL,
  person TEXT NOT NULL,
  cases INTEGER NOT NULL CHECK (cases > 0),
  cents INTEGER NOT NULL CHECK (cents > 0),
  reconciled_on TEXT,
  record TEXT NOT NULL,
  UNIQUE (fiscal_year, ordinal)
) STRICT;

CREATE TABLE transmittal_line (
  transmittal_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  determination_seq INTEGER NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  fund TEXT NOT NULL,
  course_code TEXT NOT NULL,
  PRIMARY KEY (transmittal_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX transmittal_line_by_case ON transmittal_line (case_id);

-- What of a case lies with the Business Office or was paid by it, and every payment; one that came to nothing says why.
CREATE TABLE handed_over (
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  transmittal_id TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  handed_on TEXT NOT NULL,
  PRIMARY KEY (case_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX handed_over_by_transmittal ON handed_over (transmittal_id, case_id);

CREATE TABLE paid_out (
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  transmittal_id TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  failed TEXT CHECK (failed IN ('uncashed', 'returned', 'stopped', 'mistake')),
  PRIMARY KEY (case_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX paid_out_by_transmittal ON paid_out (transmittal_id, case_id);
`;
