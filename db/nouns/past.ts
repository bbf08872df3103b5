import type { DeterminedContent } from '../../shared/register/contents';
import type { Sql } from '../statements';

/** A determination that counts, with its case as lists show it. */
export type StoredCase = Pick<DeterminedContent, 'facts' | 'packHash' | 'determination'> & {
  readonly seq: number;
  readonly caseId: string;
  readonly number: string;
  readonly student: string;
  readonly course: string;
};

/** Some determinations in the order in which they were made: up to which one, how many were looked at, and those of them that count. */
export type Page = { readonly last: number | null; readonly count: number; readonly cases: readonly StoredCase[] };

type Line = Omit<StoredCase, 'facts' | 'determination' | 'packHash'> & { readonly content: string };

/** Reads past determinations page by page, so that nobody holds the whole register in memory. */
export function pastReads(sql: Sql) {
  return {
    total: (): number => sql.number('SELECT count(*) FROM determination'),
    /** The next determinations after an entry; `last` is null after the last. Those superseded or of cases undone are passed over. */
    after: (seq: number, limit: number): Page => {
      const window = sql.one<{ last: number | null; count: number }>(
        'SELECT max(seq) AS last, count(*) AS count FROM (SELECT seq FROM determination WHERE seq > ? ORDER BY seq LIMIT ?)',
        seq,
        limit,
      );
      const last = window?.last ?? null;
      if (window === null || last === null) return { last: null, count: 0, cases: [] };
      const lines = sql.all<Line>(
        `SELECT d.seq, k.id AS caseId, k.number, k.student_name AS student, k.course_code AS course, c.content
         FROM determination d JOIN entry_content c ON c.seq = d.seq JOIN "case" k ON k.id = d.case_id
         WHERE d.seq > ? AND d.seq <= ? AND d.superseded = 0 AND k.state = 'decided' ORDER BY d.seq`,
        seq,
        last,
      );
      const cases = lines.map(({ content, ...line }): StoredCase => {
        const { facts, packHash, determination } = JSON.parse(content) as DeterminedContent;
        return { ...line, facts, packHash, determination };
      });
      return { last, count: window.count, cases };
    },
  };
}
