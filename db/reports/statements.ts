import type { ReportAsked, ReportKind } from '../../shared/contract/reports';
import { channels } from '../../shared/register/case';
import type { Value } from '../statements';

/**
 * What each report asks of the register, of the cases received from one day to another; the answers for days that follow one another are added
 * up. They name the index that they read, so that no report ever goes through the whole table.
 */

/** What is never counted is undone or removed; a case that is not decided counts under its state. */
const counted = `FROM "case" INDEXED BY case_for_reports
  WHERE counted_on BETWEEN ? AND ? AND state NOT IN ('undone', 'removed') AND term_id IS ifnull(?, term_id) AND policy = ifnull(?, policy)`;
const came = `coalesce(outcome, state) AS came`;
const version = `policy, policy_version AS version`;
const sums = `count(*) AS cases, sum(refund) AS refund, sum(cancelled) AS cancelled, sum(kept) AS kept, sum(received_on IS NULL) AS unreceived`;

const by = (key: string): string =>
  `SELECT ${key} AS key, ${version}, ${came}, ${sums} ${counted} GROUP BY key, policy, version, came`;

/** The statement on which each report stands. */
export const reportStatements: Readonly<Record<ReportKind, string>> = {
  terms: by('term_id'),
  outcomes: by('NULL'),
  bands: `SELECT ${version}, label, clause, percent, ${came}, ${sums} ${counted} GROUP BY policy, version, label, clause, percent, came`,
  courses: by('course_id'),
  reasons: by('reason'),
  clerks: by('person'),
  turnaround: `SELECT ${version}, CAST(julianday(paid_on) - julianday(counted_on) AS INTEGER) AS days,
      CASE WHEN refund_expected_to IS NULL THEN 'none' WHEN paid_on < refund_expected_from THEN 'early'
        WHEN paid_on <= refund_expected_to THEN 'within' ELSE 'late' END AS promise,
      count(*) AS cases, sum(paid) AS paid, sum(received_on IS NULL) AS unreceived
    ${counted} AND paid_on IS NOT NULL AND paid >= payable GROUP BY policy, version, days, promise`,
  retained: `SELECT term_id AS key, substr(counted_on, 1, 7) AS month, ${version}, ${came}, ${sums} ${counted}
    GROUP BY key, month, policy, version, came`,
  petitions: `SELECT kind, state, CAST(julianday(decided_on) - julianday(received_on) AS INTEGER) AS days, count(*) AS petitions
    FROM petition INDEXED BY petition_for_reports
    WHERE received_on BETWEEN ? AND ? AND state <> 'undone' AND (coalesce(?, ?) IS NULL OR EXISTS (SELECT 1 FROM "case" c
      WHERE c.id = petition.case_id AND c.term_id IS ifnull(?, c.term_id) AND c.policy = ifnull(?, c.policy)))
    GROUP BY kind, state, days`,
  postmark: `SELECT term_id AS key, other_date AS date, ${version}, count(*) AS cases, coalesce(sum(other_refund <> refund), 0) AS changed,
      coalesce(sum(max(other_refund - refund, 0)), 0) AS more, coalesce(sum(max(refund - other_refund, 0)), 0) AS less
    ${counted} AND other_date IS NOT NULL GROUP BY key, date, policy, version`,
  ageing: `SELECT ${version}, CAST(julianday(?) - julianday(coalesce(refund_since, counted_on)) AS INTEGER) AS age,
      coalesce(refund_expected_to < ?, 0) AS late, count(*) AS cases, sum(payable - paid) AS unpaid,
      sum(max(min(handed, payable) - paid, 0)) AS handed, sum(received_on IS NULL) AS unreceived
    ${counted} AND payable > paid GROUP BY policy, version, age, late`,
  // One row a day, in the order of the index: nothing has to be sorted.
  entries: `SELECT counted_on AS day, count(*) AS cases, ${channels.map((c) => `coalesce(sum(channel = '${c}'), 0) AS ${c}`).join(', ')},
      sum(received_on IS NULL) AS unreceived ${counted} GROUP BY counted_on`,
};

/** The values of a report's statement for some of its days; `today` is the office's day. */
export function reportValues(
  { kind, termId, policy }: ReportAsked,
  from: string,
  to: string,
  today: string,
): readonly Value[] {
  if (kind === 'petitions') return [from, to, termId, policy, termId, policy];
  return kind === 'ageing' ? [today, today, from, to, termId, policy] : [from, to, termId, policy];
}

const first = {
  case: 'SELECT counted_on AS day FROM "case" INDEXED BY case_for_reports WHERE counted_on BETWEEN ? AND ? ORDER BY counted_on LIMIT 1',
  petition:
    'SELECT received_on AS day FROM petition INDEXED BY petition_for_reports WHERE received_on BETWEEN ? AND ? ORDER BY received_on LIMIT 1',
};

/** The question for the first of some days on which a report finds anything. */
export function firstDayStatement(kind: ReportKind): string {
  return first[kind === 'petitions' ? 'petition' : 'case'];
}
