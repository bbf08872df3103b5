import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runThrough } from '../../db/check';
import type { Register } from '../../db/register';
import { fail, ok, type Result } from '../../shared/result';
import type { Determination } from '../../shared/policy/determination';
import type { Course } from '../../shared/register/course';
import type { Student } from '../../shared/register/student';
import { courseOnlyFacts } from '../../shared/register/facts';
import { evaluate } from '../../shared/policy/evaluate';
import { shippedPacks } from '../../shared/policy/packs/index';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, aTerm, id } from './records';
import { aRegister, request } from './register-here';

/** One thing that may happen to a register; numbers choose among what is there. */
type Step =
  | {
      readonly does:
        | 'student'
        | 'course'
        | 'term'
        | 'enrol'
        | 'receive'
        | 'hold'
        | 'correct'
        | 'letter'
        | 'print'
        | 'mail'
        | 'void'
        | 'cancel';
      readonly pick: number;
      readonly text: string;
    }
  | { readonly does: 'undo' | 'redo' | 'undo-any' | 'redo-any' | 'fail'; readonly pick: number; readonly text: string };

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(
    'student',
    'course',
    'term',
    'enrol',
    'receive',
    'hold',
    'correct',
    'letter',
    'print',
    'mail',
    'void',
    'cancel',
    'undo',
    'redo',
    'undo-any',
    'redo-any',
    'fail',
  ),
  pick: fc.nat(40),
  text: fc.constantFrom('María', 'Łukasz', 'Ng', "O'Brien", 'de la Cruz', 'Ada "x" \\', '张伟'),
});

/** What was made so far, to be chosen from. */
type Made = {
  readonly students: Student[];
  readonly courses: Course[];
  readonly terms: string[];
  readonly cases: string[];
  readonly letters: string[];
  readonly actions: string[];
};

const choose = <T>(from: readonly T[], pick: number): T | undefined =>
  from.length === 0 ? undefined : from[pick % from.length];

function determinationOf(course: Course): {
  readonly facts: ReturnType<typeof courseOnlyFacts>;
  readonly determination: Determination;
} {
  const facts = courseOnlyFacts(course, null, anOffice());
  const result = evaluate(facts, shippedPacks);
  if ('problems' in result) throw new Error('the test’s course is malformed');
  return { facts, determination: result.determination };
}

/** Does one step; what the register refuses is as much a step as what it does. */
function take(register: Register, made: Made, { does, pick, text }: Step): Result<unknown> {
  const asked = request();
  const student = choose(made.students, pick);
  const course = choose(made.courses, pick);
  const caseId = choose(made.cases, pick);
  const letterId = choose(made.letters, pick);
  const form = aForm(student ?? null, course ?? null, { note: text });
  const result = ((): Result<unknown> => {
    switch (does) {
      case 'undo':
      case 'redo': {
        const last = register.lastActions()[does];
        return last === null ? ok(null) : register[does](asked, last.actionId);
      }
      case 'undo-any':
        return register.undo(asked, choose(made.actions, pick) ?? id());
      case 'redo-any':
        return register.redo(asked, choose(made.actions, pick) ?? id());
      default:
        return register.act(asked, (write) => {
          switch (does) {
            case 'student': {
              const saved =
                pick % 3 === 0 && student !== undefined
                  ? { ...student, lastName: text }
                  : aStudent({ number: `${made.students.length}-${pick}`, lastName: text });
              made.students.push(saved);
              return ok(write.entry('student.saved', saved.id, saved));
            }
            case 'course': {
              const termId = choose(made.terms, pick) ?? null;
              const saved =
                pick % 3 === 0 && course !== undefined
                  ? { ...course, title: text }
                  : aCourse({ code: `EXT ${pick}`, title: text, termId });
              made.courses.push(saved);
              return ok(write.entry('course.saved', saved.id, saved));
            }
            case 'term': {
              const term = aTerm({ name: text });
              made.terms.push(term.id);
              return ok(write.entry('term.saved', term.id, term));
            }
            case 'enrol': {
              if (
                student === undefined ||
                course === undefined ||
                register.enrolments.of(student.id, course.id) !== null
              )
                return fail({ kind: 'cancelled' });
              const enrolment = anEnrolment(student, course);
              return ok(write.entry('enrolment.saved', enrolment.id, enrolment));
            }
            case 'receive': {
              const made2 = id();
              made.cases.push(made2);
              write.entry('case.received', made2, {
                ...write.caseNumber(2026 + (pick % 2)),
                enteredOn: '2026-09-30',
                batchId: null,
                form,
              });
              if (course === undefined || pick % 4 === 0)
                return ok(write.entry('case.held', made2, { why: text, form }));
              return ok(
                write.entry('case.determined', made2, {
                  cause: 'form',
                  why: '',
                  ...determinationOf(course),
                  packHash: write.pack(`pack ${pick % 3}`),
                  engine: '1',
                  label: text,
                }),
              );
            }
            case 'hold':
              return caseId === undefined
                ? fail({ kind: 'cancelled' })
                : ok(write.entry('case.held', caseId, { why: text, form }));
            case 'correct':
              if (caseId === undefined || course === undefined) return fail({ kind: 'cancelled' });
              write.entry('case.corrected', caseId, { corrects: 1, why: text, form });
              return ok(
                write.entry('case.determined', caseId, {
                  cause: 'correction',
                  why: text,
                  ...determinationOf(course),
                  packHash: write.pack('pack 0'),
                  engine: '1',
                  label: text,
                }),
              );
            case 'letter': {
              if (caseId === undefined) return fail({ kind: 'cancelled' });
              const made3 = id();
              made.letters.push(made3);
              const pdfHash = write.document('application/pdf', Buffer.from(text));
              return ok(
                write.entry('letter.made', made3, {
                  ...write.letterNumber(),
                  caseId,
                  determinationSeq: pick,
                  type: 'refund',
                  title: text,
                  language: 'en',
                  name: text,
                  postal: '95521',
                  state: 'ready',
                  pages: 1,
                  pdfHash,
                  facts: {},
                }),
              );
            }
            case 'print':
              return letterId === undefined
                ? fail({ kind: 'cancelled' })
                : ok(write.entry('letter.printed', letterId, {}));
            case 'mail':
              return letterId === undefined
                ? fail({ kind: 'cancelled' })
                : ok(write.entry('letter.mailed', letterId, {}));
            case 'void':
              return letterId === undefined
                ? fail({ kind: 'cancelled' })
                : ok(write.entry('letter.voided', letterId, { why: text }));
            case 'cancel':
              return course === undefined
                ? fail({ kind: 'cancelled' })
                : ok(write.entry('course.cancelled', course.id, { on: '2026-09-29' }));
            case 'fail':
              write.entry('student.saved', id(), aStudent());
              return fail({ kind: 'cancelled' });
          }
        });
    }
  })();
  if (result.ok) made.actions.push(asked.id);
  return result;
}

describe('whatever happens, in whatever order,', () => {
  test('the tables hold what the fold of the entries gives, the chain holds, and numbers have no gap', async () => {
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const register = await aRegister();
        const made: Made = { students: [], courses: [], terms: [], cases: [], letters: [], actions: [] };
        for (const one of steps) {
          const result = take(register, made, one);
          if (result.ok && one.does.startsWith('undo')) undone += 1;
          else if (!result.ok) expect(['cancelled', 'wrong-state', 'not-found']).toContain(result.failure.kind);
        }
        expect(runThrough(register.compareTables())).toBe(0);
        expect(runThrough(register.checkWhole())).toBeNull();
        const before = everything(register, made);
        expect(register.rebuild()).toEqual(ok(null));
        expect(everything(register, made)).toEqual(before);
        expect(runThrough(register.compareTables())).toBe(0);
        for (const year of [2026, 2027]) {
          const numbers = made.cases
            .flatMap((c) => register.cases.row(c)?.number ?? [])
            .filter((n) => n.startsWith(`RD-${year}`));
          expect(numbers).toEqual(numbers.map((_, i) => `RD-${year}-${String(i + 1).padStart(4, '0')}`));
        }
        register.close();
      }),
      { numRuns: 40 },
    );
    // The property is about undoing as much as about doing.
    expect(undone).toBeGreaterThan(40);
  }, 60_000);
});

test('a row that was changed behind the register’s back is counted', async () => {
  const register = await aRegister();
  const student = aStudent();
  register.act(request(), (write) => ok(write.entry('student.saved', student.id, student)));
  const count = register.entryCount();
  expect(runThrough(register.compareTables())).toBe(0);
  register.close();
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(register.files.db);
  db.exec(
    `UPDATE student SET number = 'X'; INSERT INTO term (id, name, begins, ends, record) VALUES ('t', 'n', 'b', 'e', '{}')`,
  );
  db.close();
  const { openRegister } = await import('../../db/open');
  const again = await openRegister(register.files.folder, '2026-09-30T16:00:00.000Z');
  if (!again.ok) throw new Error('not opened');
  expect(runThrough(again.value.compareTables())).toBe(2);
  again.value.rebuild();
  expect(runThrough(again.value.compareTables())).toBe(0);
  expect(again.value.entryCount()).toBe(count);
  again.value.close();
});

/** All that the screens read. */
function everything(register: Register, made: Made): unknown {
  return {
    students: [...register.students.find('', 50, '2026-01-01')].map((s) => s.student.id).sort(),
    found: register.students.find('cruz', 50, '2026-01-01').map((s) => s.student.id),
    courses: register.courses.list('', null, 0, 100),
    cases: made.cases.map((c) => [register.cases.row(c), register.cases.folded(c)]),
    letters: register.letters.list({ text: '', state: null, sort: 'number', offset: 0, limit: 100 }),
    search: register.cases
      .search('ext', 100)
      .map((c) => c.id)
      .sort(),
    last: register.lastActions(),
  };
}
