import Database from 'better-sqlite3';
import { createChance } from '../../../electron/sample/chance';
import { dayNumber, dayText, monthsAfter } from '../../../shared/day';
import { channels, emptyForm } from '../../../shared/register/case';
import { petitionKinds } from '../../../shared/register/petition';

type Row = Record<string, string | number | null>;

/** The office's day up to which the register reaches; ten years of forms lie before it. */
export const lastDay = '2026-09-30';
const years = 10;

const policies = [
  {
    id: 'humboldt-extended-education',
    share: 60,
    bands: [
      ['Full less $10', 'H7', 100],
      ['65%', 'H14', 65],
      ['No refund', 'H14', 0],
    ],
  },
  {
    id: 'wou-extended-programs',
    share: 25,
    bands: [
      ['100%', 'W1', 100],
      ['50%', 'W1', 50],
      ['No refund', 'W1', 0],
    ],
  },
  {
    id: 'mit-xpro',
    share: 15,
    bands: [
      ['Full refund', 'X1', 100],
      ['No refund', 'X1', 0],
    ],
  },
] as const;

/**
 * Fills the tables of a register with so many cases, straight into the present state by SQL: there are no entries behind them, which reports
 * never read. The spread is that of an office: three terms a year of 200 courses, twelve clerks, two of three cases with a refund, most
 * refunds paid within five weeks, a petition with every twentieth case, both dates with every third.
 */
export function fillCases(file: string, cases: number): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -200000');
  // Made again at the end as they were: it is quicker to sort once than to place every row.
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('case', 'petition')`,
    )
    .all();
  db.transaction(() => {
    for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
    fill(db, cases);
    for (const { sql } of indexes) db.exec(sql);
  })();
  db.close();
}

function fill(db: Database.Database, cases: number): void {
  const chance = createChance(7);
  const put = (table: string) => {
    let statement: Database.Statement | null = null;
    return (row: Row): void => {
      const columns = Object.keys(row);
      statement ??= db.prepare(
        `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map((c) => `@${c}`).join(', ')})`,
      );
      statement.run(row);
    };
  };
  const [putTerm, putCourse, putCase, putPetition] = [put('term'), put('course'), put('case'), put('petition')];
  const first = monthsAfter(dayNumber(lastDay), -12 * years);
  const terms = Array.from({ length: years * 3 + 1 }, (_, i) => {
    const begins = monthsAfter(first, i * 4);
    const term = { id: chance.id(), name: `Term ${i + 1}`, begins: dayText(begins), ends: dayText(begins + 110) };
    putTerm({ ...term, record: JSON.stringify(term) });
    return { ...term, begins };
  });
  const courses = terms.map((term) =>
    Array.from({ length: 200 }, (_, i) => {
      const drawn = chance.int(1, 100);
      const policy =
        policies.find((_p, at) => drawn <= policies.slice(0, at + 1).reduce((s, p) => s + p.share, 0)) ?? policies[0];
      const course = { id: chance.id(), code: `EXT ${100 + i}-${term.name.slice(5)}`, title: `Course ${i}`, policy };
      const none = { first_on: null, last_on: null, cancelled_on: null };
      putCourse({
        ...none,
        id: course.id,
        code: course.code,
        title: course.title,
        policy: policy.id,
        category: '',
        term_id: term.id,
        fee: 40_000,
        deposit: 0,
        words: '',
        record: '{}',
      });
      return course;
    }),
  );
  const clerks = Array.from({ length: 12 }, (_, i) => `clerk${i + 1}`);
  const studentIds = Array.from({ length: 40_000 }, () => chance.id());
  const today = dayNumber(lastDay);
  const span = today - first;
  const ordinals = new Map<number, number>();
  for (let i = 0; i < cases; i++) {
    const received = Math.min(today, first + Math.floor((i * span) / cases) + chance.int(0, 2));
    const at = Math.max(
      0,
      terms.findLastIndex((t) => t.begins <= received),
    );
    const course = chance.pick(courses[at] ?? []);
    const term = terms[at];
    const year = Number(dayText(received).slice(0, 4));
    const ordinal = (ordinals.get(year) ?? 0) + 1;
    ordinals.set(year, ordinal);
    const luck = chance.int(1, 100);
    const state = luck <= 2 ? 'held' : luck === 3 ? 'withdrawn' : luck === 4 ? 'undone' : 'decided';
    const decided = state === 'decided';
    const [label, clause, percent] = chance.pick<readonly [string, string, number]>(course.policy.bands);
    const outcome = !decided
      ? null
      : luck === 5
        ? 'not-official'
        : luck === 6
          ? 'refer'
          : percent === 0
            ? 'none'
            : 'refund';
    const money = outcome === 'refund' || outcome === 'none';
    const refund = outcome === 'refund' ? Math.round((40_000 * percent) / 100) - 10 * chance.int(0, 100) : 0;
    const channel = chance.percent(45) ? 'mail' : chance.pick(channels);
    const both = channel === 'mail' && chance.percent(75);
    const promised = refund > 0 && course.policy.id === 'humboldt-extended-education';
    const paidOn = received + chance.int(6, 35);
    const paid = refund > 0 && paidOn <= today && chance.percent(99) ? refund : 0;
    const handed = refund > 0 && received + 5 <= today ? refund : 0;
    const day = dayText(received);
    const form = {
      ...emptyForm,
      studentId: chance.pick(studentIds),
      courseId: course.id,
      channel,
      received: day,
      note: 'As it came.',
    };
    const id = chance.id();
    const number = `RD-${year}-${String(ordinal).padStart(4, '0')}`;
    putCase({
      id,
      number,
      fiscal_year: year,
      ordinal,
      state,
      student_id: form.studentId,
      student_name: 'Student, Some',
      student_number: '0098-4417',
      student_fold: 'student, some',
      course_id: course.id,
      course_code: course.code,
      course_title: course.title,
      term_id: term?.id ?? null,
      policy: course.policy.id,
      outcome,
      percent: money ? percent : null,
      refund,
      cancelled: 0,
      clause: decided ? clause : '',
      received: day,
      received_on: day,
      postmarked: both ? dayText(received - 3) : null,
      effective: decided ? day : null,
      label: money ? label : decided ? 'Needs review' : '',
      refund_expected_to: promised ? dayText(received + 28) : null,
      letter: 'mailed',
      batch_id: null,
      person: chance.pick(clerks),
      entered_at: `${day}T17:00:00.000Z`,
      entered_on: day,
      words: `student some project management ${ordinal}`,
      approval: 'not-needed',
      reason: chance.percent(80) ? chance.int(1, 6) : null,
      kept: decided ? 40_000 - refund : 0,
      fund: '',
      payable: refund,
      handed,
      paid,
      transmittal_id: null,
      handed_on: handed > 0 ? dayText(received + 5) : null,
      paid_on: paid > 0 ? dayText(paidOn) : null,
      payment_reference: paid > 0 ? String(100_000 + i) : '',
      refund_expected_from: promised ? dayText(received + 14) : null,
      determination_seq: decided ? i + 10 : null,
      channel,
      counted_on: day,
      refund_since: refund > 0 ? day : null,
      policy_version: decided ? '1' : null,
      other_date: decided && both ? 'postmarked' : null,
      other_refund: decided && both ? (chance.percent(90) ? refund : 39_000) : null,
      record: JSON.stringify({ form, formSeq: i + 10, heldWhy: '' }),
    });
    if (decided && chance.percent(5)) {
      const kind = chance.pick(petitionKinds);
      const done = received + chance.int(3, 40) <= today;
      putPetition({
        id: chance.id(),
        number: `${number}-${kind === 'appeal' ? 'A' : 'P'}1`,
        case_id: id,
        kind,
        state: done ? chance.pick(['granted', 'in-part', 'denied', 'late']) : 'open',
        received_on: day,
        due_on: null,
        decided_on: done ? dayText(Math.min(today, received + chance.int(3, 40))) : null,
        against_seq: null,
        entered_at: `${day}T17:00:00.000Z`,
        person: 'clerk1',
        record: '{}',
      });
    }
  }
}
