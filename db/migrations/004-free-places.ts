/** A place in a course that costs nothing: a learner on the free track was charged nothing and paid nothing. */
export const sql = `
CREATE TABLE enrolment_with_free_places (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  student_id TEXT NOT NULL,
  course_id TEXT NOT NULL,
  enrolled_on TEXT,
  assessed INTEGER NOT NULL CHECK (assessed >= 0),
  collected INTEGER NOT NULL CHECK (collected BETWEEN 0 AND assessed),
  deposit INTEGER NOT NULL CHECK (deposit >= 0),
  record TEXT NOT NULL,
  UNIQUE (student_id, course_id)
) STRICT;
INSERT INTO enrolment_with_free_places SELECT row, id, student_id, course_id, enrolled_on, assessed, collected, deposit, record FROM enrolment;
DROP TABLE enrolment;
ALTER TABLE enrolment_with_free_places RENAME TO enrolment;
CREATE INDEX enrolment_by_course ON enrolment (course_id);
`;
