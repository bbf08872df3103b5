import type { Content } from '../../shared/register/contents';
import type { Subject } from '../../shared/register/entry';
import type { Sql } from '../statements';

/** A case that the office need not keep any longer, with all that goes with it. */
export type Outlived = {
  readonly caseId: string;
  readonly number: string;
  readonly label: string;
  readonly lastAt: string;
  readonly seqs: readonly number[];
  readonly documents: readonly string[];
  readonly subjects: Gone['subjects'];
};

type Gone = Content['records.removed'];
type CaseLine = {
  readonly id: string;
  readonly number: string;
  readonly student_id: string | null;
  readonly course_id: string | null;
} & {
  readonly label: string;
  readonly lastAt: string;
};

/** Reads what is older than the office keeps it, and what was removed before. */
export function retentionReads(sql: Sql) {
  const lastOf = (subject: Subject, id: string): string =>
    sql.one<{ at: string | null }>('SELECT max(at) AS at FROM entry WHERE subject = ? AND subject_id = ?', subject, id)
      ?.at ?? '';

  /** What of a case's student goes along: the place on the roster where no other case rests on it, the student where nothing else is left. */
  function along(cases: readonly CaseLine[], before: string): Map<string, Gone['subjects']> {
    const going = new Set(cases.map((c) => c.id));
    const found = new Map<string, Gone['subjects'][number][]>();
    const places = new Set<string>();
    for (const { id, number, student_id: student, course_id: course } of cases) {
      if (student === null) continue;
      const place = sql.one<{ id: string }>(
        'SELECT id FROM enrolment WHERE student_id = ? AND course_id IS ?',
        student,
        course,
      );
      if (place === null || places.has(place.id) || lastOf('enrolment', place.id) >= before) continue;
      const others = sql.all<{ id: string }>(
        'SELECT id FROM "case" WHERE student_id = ? AND course_id IS ?',
        student,
        course,
      );
      if (others.some((other) => !going.has(other.id)) || isInGroup(student, course)) continue;
      places.add(place.id);
      found.set(id, [{ subject: 'enrolment', subjectId: place.id, label: number }]);
    }
    const seen = new Set<string>();
    for (const { id, number, student_id: student } of cases) {
      if (student === null || seen.has(student)) continue;
      seen.add(student);
      const rests =
        lastOf('student', student) >= before ||
        isInGroup(student, null) ||
        sql.all<{ id: string }>('SELECT id FROM "case" WHERE student_id = ?', student).some((c) => !going.has(c.id)) ||
        sql
          .all<{ id: string }>('SELECT id FROM enrolment WHERE student_id = ?', student)
          .some((place) => !places.has(place.id));
      if (!rests) found.set(id, [...(found.get(id) ?? []), { subject: 'student', subjectId: student, label: number }]);
    }
    return found;
  }

  function isInGroup(student: string, course: string | null): boolean {
    return (
      sql.one(
        'SELECT 1 FROM participant p JOIN "group" g ON g.id = p.group_id WHERE p.student_id = ? AND (? IS NULL OR g.course_id = ?) LIMIT 1',
        student,
        course,
        course,
      ) !== null
    );
  }

  /** Every entry about a subject whose content can go: an undoing says of nobody anything and stays. */
  const seqsOf = (subject: Subject, id: string): number[] =>
    sql
      .all<{ seq: number }>(
        `SELECT e.seq FROM entry e JOIN entry_content c ON c.seq = e.seq
         WHERE e.subject = ? AND e.subject_id = ? AND e.kind NOT IN ('action.undone', 'action.redone') ORDER BY e.seq`,
        subject,
        id,
      )
      .map((r) => r.seq);

  const hashesIn = (seq: number): string[] =>
    sql
      .all<{ hash: string | null }>(
        `SELECT coalesce(json_extract(c.content, '$.pdfHash'), json_extract(c.content, '$.hash')) AS hash
         FROM entry e JOIN entry_content c ON c.seq = e.seq WHERE e.seq = ? AND e.kind IN (${holders})`,
        seq,
      )
      .flatMap((r) => (r.hash === null ? [] : [r.hash]));

  return {
    /**
     * The cases whose last entry, or that of any of their petitions and letters, is older than a day, that nothing waits for: neither held
     * nor with a second person, no petition undecided, no refund still promised for `today` or later, none that was not paid in full. With
     * each all that goes with it.
     */
    outlived: (before: string, today: string): Outlived[] => {
      const cases = sql.all<CaseLine>(
        `SELECT * FROM (
           SELECT c.id, c.number, c.fiscal_year, c.ordinal, c.student_id, c.course_id,
             c.number || CASE c.student_name WHEN '' THEN '' ELSE ' ' || c.student_name END AS label,
             (SELECT max(e.at) FROM entry e WHERE (e.subject = 'case' AND e.subject_id = c.id)
               OR (e.subject = 'petition' AND e.subject_id IN (SELECT id FROM petition p WHERE p.case_id = c.id))
               OR (e.subject = 'letter' AND e.subject_id IN (SELECT id FROM letter l WHERE l.case_id = c.id))) AS lastAt
           FROM "case" c
           WHERE c.entered_at < ? AND c.state NOT IN ('held', 'removed') AND c.approval NOT IN ('waiting', 'returned')
             AND (c.refund_expected_to IS NULL OR c.state <> 'decided' OR c.refund_expected_to < ?)
             AND c.payable <= c.paid AND c.handed <= c.paid
             AND NOT EXISTS (SELECT 1 FROM petition p WHERE p.case_id = c.id AND p.state IN ('open', 'returned')))
         WHERE lastAt < ? ORDER BY fiscal_year, ordinal`,
        before,
        today,
        before,
      );
      const further = along(cases, before);
      const going = cases.map(({ id, number, label, lastAt }) => {
        const subjects: Gone['subjects'] = [
          { subject: 'case', subjectId: id, label: number },
          ...sql
            .all<{ id: string; number: string }>('SELECT id, number FROM petition WHERE case_id = ? ORDER BY row', id)
            .map((p) => ({ subject: 'petition' as const, subjectId: p.id, label: p.number })),
          ...sql
            .all<{ id: string; number: string }>('SELECT id, number FROM letter WHERE case_id = ? ORDER BY ordinal', id)
            .map((l) => ({ subject: 'letter' as const, subjectId: l.id, label: l.number })),
          ...(further.get(id) ?? []),
        ];
        const seqs = subjects.flatMap((s) => seqsOf(s.subject, s.subjectId)).sort((a, b) => a - b);
        return { caseId: id, number, label, lastAt, seqs, subjects, hashes: seqs.flatMap(hashesIn) };
      });
      const kept = hashesKept(new Set(going.flatMap((g) => g.seqs)));
      const taken = new Set<string>();
      return going.map(({ hashes, ...rest }) => {
        const documents = [...new Set(hashes)].filter((hash) => !kept.has(hash) && !taken.has(hash));
        for (const hash of documents) taken.add(hash);
        return { ...rest, documents };
      });
    },
    /** What was removed so far, the newest first. */
    past: (): (Gone & {
      readonly seq: number;
      readonly at: string;
      readonly person: string;
      readonly actionId: string;
    })[] =>
      sql
        .all<{ seq: number; at: string; person: string; actionId: string; content: string }>(
          `SELECT e.seq, e.at, e.person, e.action_id AS actionId, c.content FROM entry e JOIN entry_content c ON c.seq = e.seq
           WHERE e.kind = 'records.removed' AND e.subject = 'office' AND e.subject_id = (SELECT id FROM office) ORDER BY e.seq DESC`,
        )
        .map(({ content, ...entry }) => ({ ...entry, ...(JSON.parse(content) as Gone) })),
  };

  /** The documents that entries other than those going speak of. */
  function hashesKept(going: ReadonlySet<number>): ReadonlySet<string> {
    if (going.size === 0) return new Set();
    return new Set(
      sql
        .all<{ seq: number; hash: string | null }>(
          `SELECT e.seq, coalesce(json_extract(c.content, '$.pdfHash'), json_extract(c.content, '$.hash')) AS hash
           FROM entry e JOIN entry_content c ON c.seq = e.seq WHERE e.kind IN (${holders})`,
        )
        .flatMap(({ seq, hash }) => (hash === null || going.has(seq) ? [] : [hash])),
    );
  }
}

/** The kinds of entry that keep a document. */
const holders = `'letter.made', 'letter.addressed', 'case.attached'`;
