import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Register } from '../../db/register';
import { runThrough } from '../../db/check';
import { ok } from '../../shared/result';
import { aCourse, aForm, anEnrolment, aStudent, id } from './records';
import { act, aRegister, reopened, request, valueOf } from './register-here';

const old = '2020-03-01T17:00:00.000Z';
const late = '2029-03-01T17:00:00.000Z';
const before = '2025-01-01';
const today = '2030-01-01';

/** A case of a student in a course of its own, held or not, with whatever else its action says. */
function aCase(register: Register, at: string, given: { readonly student?: ReturnType<typeof aStudent> } = {}) {
  const student = given.student ?? aStudent({ number: id().slice(-12) });
  const course = aCourse({ code: `EXT ${id().slice(-6)}` });
  const enrolment = anEnrolment(student, course);
  const caseId = id();
  const actionId = act(
    register,
    (write) => {
      write.entry('student.saved', student.id, student);
      write.entry('course.saved', course.id, course);
      write.entry('enrolment.saved', enrolment.id, enrolment);
      const numbered = write.caseNumber(2020);
      const form = aForm(student, course);
      write.entry('case.received', caseId, { ...numbered, enteredOn: at.slice(0, 10), batchId: null, form });
      write.entry('case.withdrawn', caseId, { on: at.slice(0, 10), channel: null, note: '' });
    },
    { at },
  );
  return { student, course, enrolment, caseId, actionId };
}

/** Keeps a paper with a case. */
function attach(register: Register, caseId: string, text: string, at: string): string {
  let hash = '';
  act(
    register,
    (write) => {
      hash = write.document('application/pdf', new TextEncoder().encode(text));
      write.entry('case.attached', caseId, {
        hash,
        name: 'scan.pdf',
        media: 'application/pdf',
        bytes: text.length,
        what: 'form',
        petitionId: null,
      });
    },
    { at },
  );
  return hash;
}

/** Removes all that may go. */
function remove(register: Register) {
  const found = register.retention.outlived(before, today);
  const gone = {
    before,
    why: 'Old',
    seqs: found.flatMap((f) => f.seqs),
    documents: found.flatMap((f) => f.documents),
    subjects: found.flatMap((f) => f.subjects),
  };
  valueOf(
    register.act(request({ at: '2030-01-01T17:00:00.000Z' }), (write) => {
      write.entry('records.removed', register.office.id() ?? '', gone);
      write.remove(gone);
      return ok(null);
    }),
  );
  expect(register.wipe()).toBeNull();
  return gone;
}

const differing = (register: Register) => runThrough(register.compareTables());

describe('what goes with an old case', () => {
  test('is its place on the roster and its student, where nothing else of theirs is left', async () => {
    const register = await aRegister();
    const alone = aCase(register, old);
    const again = aCase(register, old);
    const second = aCase(register, late, { student: again.student });
    const [first, other] = register.retention.outlived(before, today);
    expect(first?.subjects.map((s) => s.subject)).toEqual(['case', 'enrolment', 'student']);
    expect(other?.subjects.map((s) => [s.subject, s.subjectId])).toEqual([
      ['case', again.caseId],
      ['enrolment', again.enrolment.id],
    ]);
    remove(register);
    expect(register.students.get(alone.student.id)).toBeNull();
    expect(register.enrolments.ofStudent(alone.student.id)).toEqual([]);
    expect(register.students.get(again.student.id)?.number).toBe(again.student.number);
    expect(register.cases.ofStudent(again.student.id).map((r) => r.id)).toEqual([second.caseId]);
    expect(register.courses.get(alone.course.id)?.code).toBe(alone.course.code);
    expect(register.cases.row(alone.caseId)).toMatchObject({ state: 'removed', number: 'RD-2020-0001' });
  });

  test('is not a student about whom something was entered since, nor one whose place was changed since', async () => {
    const register = await aRegister();
    const asked = aCase(register, old);
    act(
      register,
      (write) =>
        write.entry('disclosure.made', asked.student.id, {
          on: '2029-03-01',
          to: 'The student',
          purpose: 'Asked for it',
          what: 'The whole file',
          how: 'print',
          refused: false,
          note: '',
        }),
      { at: late },
    );
    const paid = aCase(register, old);
    act(register, (write) => write.entry('enrolment.saved', paid.enrolment.id, { ...paid.enrolment, payments: [] }), {
      at: late,
    });
    remove(register);
    expect(register.students.disclosures(asked.student.id)).toHaveLength(1);
    expect(register.enrolments.ofStudent(asked.student.id)).toEqual([]);
    expect(register.enrolments.ofStudent(paid.student.id)).toHaveLength(1);
    expect(register.students.get(paid.student.id)).not.toBeNull();
    expect(differing(register)).toBe(0);
  });

  test('is a document that no other case has, once, whoever of the old ones has it', async () => {
    const register = await aRegister();
    const [one, two, three] = [aCase(register, old), aCase(register, old), aCase(register, late)];
    const shared = attach(register, one.caseId, 'of the first and the last', old);
    attach(register, three.caseId, 'of the first and the last', late);
    const both = attach(register, one.caseId, 'of the first two', old);
    attach(register, two.caseId, 'of the first two', old);
    const gone = remove(register);
    expect(gone.documents).toEqual([both]);
    expect(register.kept.document(both)).toBeNull();
    expect(register.kept.document(shared)).not.toBeNull();
    // It may come again, and go again.
    expect(attach(register, three.caseId, 'of the first two', late)).toBe(both);
    expect(register.kept.document(both)).not.toBeNull();
  });
});

describe('a register from which something was removed', () => {
  test('holds together: the chain, the tables, and the tables made anew; numbers are not given twice', async () => {
    const register = await aRegister();
    const first = aCase(register, old);
    valueOf(register.undo(request({ at: old }), first.actionId));
    valueOf(register.redo(request({ at: old }), first.actionId));
    const second = aCase(register, old);
    remove(register);
    expect(differing(register)).toBe(0);
    expect(runThrough(register.checkWhole())).toBeNull();
    valueOf(register.rebuild());
    expect(differing(register)).toBe(0);
    expect(register.cases.row(second.caseId)).toMatchObject({ number: 'RD-2020-0002', state: 'removed' });
    expect(register.cases.row(aCase(register, late).caseId)?.number).toBe('RD-2020-0003');
    expect(register.retention.outlived(before, today)).toEqual([]);
    register.close();

    const again = await reopened(register.files.folder);
    expect(again.readOnly()).toBeNull();
    expect(runThrough(again.checkWhole())).toBeNull();
    expect(again.cases.search('RD-2020-0001', 5).map((r) => r.state)).toEqual(['removed']);
  });

  test('lets nothing go that the removal did not name', async () => {
    const register = await aRegister();
    aCase(register, old);
    remove(register);
    const { db } = register.files;
    register.close();
    const outside = new Database(db);
    expect(() => outside.exec('DELETE FROM entry_content WHERE seq = 1')).toThrow('never deleted');
    expect(outside.prepare('SELECT count(*) AS n FROM removal').get()).toEqual({ n: 0 });
    outside.close();
  });
});
