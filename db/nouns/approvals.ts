import { ownWorkKinds } from '../../shared/register/approval';
import type { EntryKind } from '../../shared/register/entry';
import type { Sql, Value } from '../statements';

/** A determination in the queue: which, its hash and what it refunds and cancels, since when, and the last note with which it was put off. */
export type InQueue = {
  readonly caseId: string;
  readonly determinationSeq: number;
  readonly hash: string;
  readonly amount: number;
  readonly since: string;
  readonly deferred: string;
};

/** What somebody did to a case that keeps them from approving it. */
export type Hand = { readonly person: string; readonly kinds: readonly EntryKind[] };

/** A decided case to compare with: who decided it and when, and who approved it where somebody had to. */
type Decided = {
  readonly caseId: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly approvedBy: string | null;
};

/** The determination to which others are compared. */
type Compared = {
  readonly caseId: string;
  readonly studentId: string | null;
  readonly policy: string;
  readonly category: string;
  readonly outcome: string;
  readonly percent: number | null;
  readonly clause: string;
};

const kindMarks = ownWorkKinds.map(() => '?').join(', ');

const queue = `SELECT c.id AS caseId, d.seq AS determinationSeq, d.hash, d.refund + d.cancelled AS amount, e.at AS since,
  coalesce((SELECT json_extract(n.content, '$.note') FROM entry s JOIN entry_content n ON n.seq = s.seq
    WHERE s.subject = 'case' AND s.subject_id = c.id AND s.kind = 'case.deferred'
      AND json_extract(n.content, '$.determinationSeq') = d.seq ORDER BY s.seq DESC LIMIT 1), '') AS deferred
  FROM "case" c JOIN determination d ON d.case_id = c.id AND d.superseded = 0 JOIN entry e ON e.seq = d.seq WHERE c.approval = 'waiting'`;

/** What stands nearest is asked first, each time from the latest determination backwards, so that the search ends with the third that fits. */
const nearest = ({
  clause,
  percent,
}: Compared): readonly { readonly test: string; readonly values: readonly Value[] }[] => [
  { test: 'd.clause = ? AND d.percent IS ?', values: [clause, percent] },
  { test: 'd.clause = ? AND d.percent IS NOT ?', values: [clause, percent] },
  { test: 'd.clause <> ?', values: [clause] },
];

/** Reads what waits for a second person. */
export function approvalReads(sql: Sql) {
  return {
    /** How many determinations wait, and what they refund and cancel, in cents. */
    totals: (): { readonly total: number; readonly amount: number } =>
      sql.one<{ total: number; amount: number }>(
        `SELECT count(*) AS total, coalesce(sum(refund + cancelled), 0) AS amount FROM "case" WHERE approval = 'waiting'`,
      ) ?? { total: 0, amount: 0 },
    /** How many of those somebody may approve: the ones they neither keyed, corrected nor decided. */
    mine: (account: string): number =>
      sql.number(
        `SELECT count(*) FROM "case" c WHERE c.approval = 'waiting' AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.subject = 'case'
         AND e.subject_id = c.id AND e.person = ? AND e.kind IN (${kindMarks}))`,
        account,
        ...ownWorkKinds,
      ),
    /** A part of the queue, what waits longest first. */
    waiting: (offset: number, limit: number): InQueue[] =>
      sql.all<InQueue>(`${queue} ORDER BY d.seq LIMIT ? OFFSET ?`, limit, offset),
    /** A case's place in the queue; null where it does not wait. */
    waitingOf: (caseId: string): InQueue | null => sql.one<InQueue>(`${queue} AND c.id = ?`, caseId),
    /** Who keyed, corrected or decided a case, undone or not, in the order in which they did. */
    hands: (caseId: string): Hand[] => {
      const kinds = new Map<string, EntryKind[]>();
      for (const { person, kind } of sql.all<{ person: string; kind: EntryKind }>(
        `SELECT person, kind FROM entry WHERE subject = 'case' AND subject_id = ? AND kind IN (${kindMarks}) ORDER BY seq`,
        caseId,
        ...ownWorkKinds,
      ))
        kinds.set(person, [...(kinds.get(person) ?? []), kind]);
      return [...kinds].map(([person, of]) => ({ person, kinds: of }));
    },
    /**
     * The latest cases of other students that were decided alike: under the same policy, in the same category, with the same kind of outcome;
     * those of the same clause and band first, then those of the same clause.
     */
    similar: (to: Compared, count: number): Decided[] => {
      const found: Decided[] = [];
      for (const { test, values } of nearest(to)) {
        if (found.length === count) break;
        found.push(
          ...sql.all<Decided>(
            `SELECT c.id AS caseId, e.person AS decidedBy, e.at AS decidedAt,
               (SELECT a.person FROM approval a WHERE a.case_id = c.id AND a.determination_seq = d.seq ORDER BY a.seq DESC LIMIT 1) AS approvedBy
             FROM determination d CROSS JOIN "case" c ON c.id = d.case_id CROSS JOIN course k ON k.id = c.course_id CROSS JOIN entry e ON e.seq = d.seq
             WHERE d.superseded = 0 AND d.outcome = ? AND ${test} AND c.state = 'decided' AND c.approval IN ('not-needed', 'approved')
               AND c.policy = ? AND k.category = ? AND c.id <> ? AND c.student_id IS NOT ? ORDER BY d.seq DESC LIMIT ?`,
            to.outcome,
            ...values,
            to.policy,
            to.category,
            to.caseId,
            to.studentId,
            count - found.length,
          ),
        );
      }
      return found;
    },
  };
}
