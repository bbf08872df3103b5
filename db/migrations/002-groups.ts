/** Groups registered for a course by a company, their participants and their invoices. */
export const sql = `
CREATE TABLE "group" (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  course_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  code TEXT NOT NULL,
  participants INTEGER NOT NULL CHECK (participants >= 0),
  record TEXT NOT NULL
) STRICT;
CREATE INDEX group_by_course ON "group" (course_id, name_fold);

CREATE TABLE participant (
  group_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  student_id TEXT NOT NULL,
  PRIMARY KEY (group_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_by_student ON participant (student_id);

CREATE TABLE invoice (
  group_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  id TEXT NOT NULL,
  number TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  paid_on TEXT,
  PRIMARY KEY (group_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_by_number ON invoice (number);
CREATE INDEX invoice_unpaid ON invoice (issued_on) WHERE paid_on IS NULL;
`;
