import type { DeterminedContent, Kept } from '../../shared/register/contents';
import { storedText } from '../../shared/register/determined-text';
import { foldCase, type Determined, type FoldedCase } from '../../shared/register/fold-case';
import { sumsOf } from '../../shared/register/fold-payment';
import { sha256 } from '../chain';
import { countedColumns, nothingCounted } from '../reports/case-columns';
import type { Present } from '../rows';
import { wordsOf } from '../search';
import type { Row, Sql } from '../statements';
import { moneyLines } from './refunds';

/** The hash that letters carry: SHA-256 of the stored text, hex. */
export function determinationHash(content: DeterminedContent): string {
  return sha256(storedText(content)).toString('hex');
}

/** What the tables hold of a case; the names of its student and course are read from theirs, so that lists need no joins. */
export function presentCase(sql: Sql, id: string, kept: readonly Kept[]): Present {
  const folded = foldCase(kept);
  return {
    table: 'case',
    searched: true,
    row: folded === null ? removedRow(sql, id) : rowOf(sql, id, folded),
    lines: [
      {
        table: 'determination',
        key: 'case_id',
        order: 'seq',
        rows: (folded?.determinations ?? []).map((d) => determinationRow(id, d)),
      },
      {
        table: 'approval',
        key: 'case_id',
        order: 'seq',
        rows: (folded?.said ?? [])
          .filter((s) => s.what === 'approved')
          .map(({ determinationSeq, seq, person }) => ({
            case_id: id,
            determination_seq: determinationSeq,
            seq,
            person,
          })),
      },
      {
        table: 'attachment',
        key: 'case_id',
        order: 'line',
        rows: (folded?.attachments ?? []).map((a, line) => ({
          case_id: id,
          line,
          hash: a.hash,
          petition_id: a.petitionId,
          record: JSON.stringify(a),
        })),
      },
      ...moneyLines(id, folded),
    ],
  };
}

type StudentNames = {
  readonly name: string;
  readonly number: string;
  readonly name_fold: string;
  readonly email_fold: string;
};
type CourseNames = {
  readonly code: string;
  readonly title: string;
  readonly term_id: string | null;
  readonly policy: string;
  readonly fund: string;
};

function rowOf(sql: Sql, id: string, folded: FoldedCase): Row {
  const { form, present } = folded;
  const student =
    form.studentId === null
      ? null
      : sql.one<StudentNames>('SELECT name, number, name_fold, email_fold FROM student WHERE id = ?', form.studentId);
  const course =
    form.courseId === null
      ? null
      : sql.one<CourseNames>('SELECT code, title, term_id, policy, fund FROM course WHERE id = ?', form.courseId);
  const letter = ownLetter(sql, id, folded);
  const result = present?.determination;
  const good = folded.payments.findLast((p) => p.failed === null);
  const lying = folded.handed.at(-1);
  return {
    id,
    number: folded.number,
    fiscal_year: folded.fiscalYear,
    ordinal: folded.ordinal,
    state: folded.state,
    student_id: form.studentId,
    student_name: student?.name ?? '',
    student_number: student?.number ?? '',
    student_fold: student?.name_fold ?? '',
    course_id: form.courseId,
    course_code: course?.code ?? '',
    course_title: course?.title ?? '',
    term_id: course?.term_id ?? null,
    policy: present?.facts.policy ?? course?.policy ?? '',
    outcome: result?.outcome ?? null,
    percent: result?.percent ?? null,
    refund: result?.refund ?? 0,
    cancelled: result?.cancelled ?? 0,
    clause: result?.clause ?? '',
    received:
      form.received === null ? null : form.receivedAt === null ? form.received : `${form.received}T${form.receivedAt}`,
    received_on: form.received,
    postmarked: form.postmarked,
    effective: result?.effective ?? null,
    label: present?.label ?? '',
    refund_expected_to: result?.refundExpected?.to ?? null,
    letter: letter?.state ?? null,
    batch_id: folded.batchId,
    person: folded.person,
    entered_at: folded.enteredAt,
    entered_on: folded.enteredOn,
    words: wordsOf(
      [
        student?.name ?? '',
        student?.email_fold ?? '',
        course?.title ?? '',
        String(folded.ordinal),
        String(folded.ordinal).padStart(4, '0'),
      ],
      [student?.number ?? '', course?.code ?? '', folded.number],
    ),
    approval: folded.approval,
    ...countedColumns(folded),
    fund: course?.fund ?? '',
    ...sumsOf(folded),
    transmittal_id: lying?.transmittalId ?? null,
    handed_on: lying?.on ?? null,
    paid_on: good?.on ?? null,
    payment_reference: good?.reference ?? '',
    refund_expected_from: result?.refundExpected?.from ?? null,
    determination_seq: present?.seq ?? null,
    record: JSON.stringify({ form, formSeq: folded.formSeq, heldWhy: folded.heldWhy }),
  };
}

/**
 * The letter that tells of what counts now, a void one after the others: of the determination, or of what the student did with the form instead.
 * While a petition of the case is open, the letter that tells of its last step is as good; and so is one that names the case which decided already.
 */
function ownLetter(sql: Sql, id: string, { present, state }: FoldedCase): { readonly state: string } | null {
  const telling =
    present !== null
      ? `AND (about_seq IS NULL OR type = 'duplicate' OR EXISTS (SELECT 1 FROM petition p WHERE p.case_id = letter.case_id AND p.state IN ('open', 'returned')))
         AND type <> 'withdrawn' AND determination_seq = ${present.seq}`
      : state === 'withdrawn' || state === 'swapped'
        ? `AND type IN ('drop-withdrawn', 'section-changed')`
        : '';
  return sql.one<{ state: string }>(
    `SELECT state FROM letter WHERE case_id = ? ${telling} ORDER BY state = 'voided', about_seq IS NOT NULL, ordinal DESC LIMIT 1`,
    id,
  );
}

/** What is left of a case that retention took away: its number, its fiscal year, who entered it when. */
function removedRow(sql: Sql, id: string): Row | null {
  const left = sql.one<{ label: string; person: string; at: string }>(
    `SELECT r.label, e.person, e.at FROM removed r JOIN entry e ON e.subject = 'case' AND e.subject_id = r.subject_id
     WHERE r.subject = 'case' AND r.subject_id = ? ORDER BY e.seq LIMIT 1`,
    id,
  );
  if (left === null) return null;
  const [, year = '', ordinal = ''] = left.label.split('-');
  return {
    ...nothingLeft,
    id,
    number: left.label,
    fiscal_year: Number(year),
    ordinal: Number(ordinal),
    person: left.person,
    entered_at: left.at,
    entered_on: left.at.slice(0, 10),
    words: wordsOf([String(Number(ordinal)), ordinal], [left.label]),
  };
}

const nothingLeft = {
  state: 'removed',
  student_id: null,
  student_name: '',
  student_number: '',
  student_fold: '',
  course_id: null,
  course_code: '',
  course_title: '',
  term_id: null,
  policy: '',
  outcome: null,
  percent: null,
  refund: 0,
  cancelled: 0,
  clause: '',
  received: null,
  received_on: null,
  postmarked: null,
  effective: null,
  label: '',
  refund_expected_to: null,
  letter: null,
  batch_id: null,
  approval: 'not-needed',
  ...nothingCounted,
  fund: '',
  handed: 0,
  paid: 0,
  transmittal_id: null,
  handed_on: null,
  paid_on: null,
  payment_reference: '',
  refund_expected_from: null,
  determination_seq: null,
  record: '{}',
} as const;

function determinationRow(caseId: string, d: Determined): Row {
  const { outcome, percent, refund, cancelled, kept, clause } = d.determination;
  return {
    seq: d.seq,
    case_id: caseId,
    cause: d.cause,
    pack_hash: d.packHash,
    engine: d.engine,
    outcome,
    percent,
    refund,
    cancelled,
    kept,
    clause,
    hash: determinationHash(d),
    superseded: d.superseded ? 1 : 0,
    petition_id: d.petitionId ?? null,
  };
}
