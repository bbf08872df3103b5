/**
 * People, petitions and approvals. A case can be taken back or changed into another section, and waits for a second person where the office's
 * rules ask for one; a student's record can be confidential; what retention takes away is named first, so that nothing else can go.
 */
export const sql = `
CREATE TABLE person (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  account_fold TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'auditor', 'administrator')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  record TEXT NOT NULL
) STRICT;

-- What proves a person: never in an entry, so that no history, export or copy of it shows one. 'recovery' stands for the printed code.
CREATE TABLE secret (
  person_id TEXT PRIMARY KEY,
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  hash BLOB NOT NULL CHECK (length(hash) >= 32),
  cost_n INTEGER NOT NULL,
  cost_r INTEGER NOT NULL,
  cost_p INTEGER NOT NULL,
  set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Wrong tries to sign in, so that a restart does not shorten the wait: by account (folded), and for what is none by a little of its hash.
CREATE TABLE throttle (
  account_fold TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures > 0),
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE office ADD COLUMN rules TEXT;

CREATE TABLE petition (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('late-drop', 'retroactive', 'reinstatement', 'appeal')),
  state TEXT NOT NULL CHECK (state IN ('open', 'returned', 'granted', 'in-part', 'denied', 'late', 'withdrawn', 'undone')),
  received_on TEXT NOT NULL,
  -- By when the office wants it decided; null once it is, and while it lies with the student.
  due_on TEXT,
  decided_on TEXT,
  against_seq INTEGER,
  entered_at TEXT NOT NULL,
  person TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX petition_by_case ON petition (case_id, row);
CREATE INDEX petition_by_state ON petition (state, received_on);
CREATE INDEX petition_by_due ON petition (due_on) WHERE due_on IS NOT NULL;

-- The petition or appeal whose decision made a determination.
ALTER TABLE determination ADD COLUMN petition_id TEXT;
CREATE INDEX determination_by_petition ON determination (petition_id) WHERE petition_id IS NOT NULL;

-- Papers kept with a case are sealed under a key that lies outside the database; letters are not.
ALTER TABLE document ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1));

CREATE TABLE attachment (
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  hash TEXT NOT NULL,
  petition_id TEXT,
  record TEXT NOT NULL,
  PRIMARY KEY (case_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_by_hash ON attachment (hash);

CREATE TABLE approval (
  case_id TEXT NOT NULL,
  determination_seq INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;
-- Nobody approves what they keyed, corrected or determined themselves, whatever the program above it does.
CREATE TRIGGER approval_by_another BEFORE INSERT ON approval
  WHEN EXISTS (SELECT 1 FROM entry WHERE subject = 'case' AND subject_id = NEW.case_id AND person = NEW.person AND seq <= NEW.determination_seq
    AND kind IN ('case.received', 'case.held', 'case.completed', 'case.corrected', 'case.determined'))
  BEGIN SELECT RAISE(ABORT, 'nobody approves their own entry'); END;
CREATE TRIGGER approval_entry_by_another BEFORE INSERT ON entry
  WHEN NEW.kind = 'case.approved' AND EXISTS (SELECT 1 FROM entry WHERE subject = 'case' AND subject_id = NEW.subject_id AND person = NEW.person
    AND kind IN ('case.received', 'case.held', 'case.completed', 'case.corrected', 'case.determined'))
  BEGIN SELECT RAISE(ABORT, 'nobody approves their own entry'); END;
CREATE TRIGGER approval_has_its_entries BEFORE INSERT ON approval
  WHEN NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'case.approved' AND subject_id = NEW.case_id AND person = NEW.person)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.determination_seq AND kind = 'case.determined' AND subject_id = NEW.case_id)
  BEGIN SELECT RAISE(ABORT, 'an approval stands on its entry and its determination'); END;
CREATE TRIGGER approval_never_changes BEFORE UPDATE ON approval
  BEGIN SELECT RAISE(ABORT, 'an approval is never changed'); END;

-- A letter can tell of a step of a petition, or of a form that was taken back: the entry that it tells of.
ALTER TABLE letter ADD COLUMN about_seq INTEGER;
CREATE INDEX letter_by_about ON letter (about_seq) WHERE about_seq IS NOT NULL;

CREATE TABLE disclosure (
  student_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  made_on TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (student_id, line)
) STRICT, WITHOUT ROWID;

ALTER TABLE student ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1));
CREATE INDEX student_confidential ON student (id) WHERE confidential = 1;

-- What retention may take away, named inside the transaction that takes it; the triggers let nothing else go.
CREATE TABLE removal (
  seq INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE removal_document (
  hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
-- What is left of what retention took: numbers, so that none is given twice and the list still shows that there was one.
CREATE TABLE removed (
  office_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  label TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (office_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_by_subject ON removed (subject, subject_id);
DROP TRIGGER entry_content_never_goes;
CREATE TRIGGER entry_content_never_goes BEFORE DELETE ON entry_content
  WHEN NOT EXISTS (SELECT 1 FROM removal WHERE seq = OLD.seq)
  BEGIN SELECT RAISE(ABORT, 'the content of an entry is never deleted'); END;
DROP TRIGGER document_never_goes;
CREATE TRIGGER document_never_goes BEFORE DELETE ON document
  WHEN NOT EXISTS (SELECT 1 FROM removal_document WHERE hash = OLD.hash)
  BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TABLE case_with_approval (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  fiscal_year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  state TEXT NOT NULL CHECK (state IN ('held', 'decided', 'withdrawn', 'swapped', 'undone', 'removed')),
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
  approval TEXT NOT NULL DEFAULT 'not-needed' CHECK (approval IN ('not-needed', 'waiting', 'returned', 'approved')),
  UNIQUE (fiscal_year, ordinal)
) STRICT;
INSERT INTO case_with_approval SELECT row, id, number, fiscal_year, ordinal, state, student_id, student_name, student_number, student_fold,
  course_id, course_code, course_title, term_id, policy, outcome, percent, refund, cancelled, clause, received, received_on, postmarked,
  effective, label, refund_expected_to, letter, batch_id, person, entered_at, entered_on, words, record, 'not-needed' FROM "case";
DROP TABLE "case";
ALTER TABLE case_with_approval RENAME TO "case";
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
CREATE TRIGGER case_approved_by_entry BEFORE UPDATE ON "case"
  WHEN NEW.approval = 'approved' AND NOT EXISTS (SELECT 1 FROM entry WHERE subject = 'case' AND subject_id = NEW.id AND kind = 'case.approved')
  BEGIN SELECT RAISE(ABORT, 'a case is approved by an entry'); END;
CREATE INDEX case_by_approval ON "case" (approval, row) WHERE approval <> 'not-needed';

-- The history is looked through by who did a thing and by what was done.
CREATE INDEX entry_by_person ON entry (person, seq);
CREATE INDEX entry_by_kind ON entry (kind, seq);
`;
