import { describe, expect, test } from 'vitest';
import type { Write } from '../../db/actions';
import type { Register } from '../../db/register';
import { fail, ok } from '../../shared/result';
import { aCourse, aForm, anEnrolment, aStudent, aTerm, id } from './records';
import { act, aRegister, reopened, request, someFolder, valueOf } from './register-here';

/** A form received, held: no determination is needed to try the register itself. */
function receive(write: Write, caseId: string, form = aForm(null, null)): void {
  write.entry('case.received', caseId, { ...write.caseNumber(2026), enteredOn: '2026-09-30', batchId: null, form });
  write.entry('case.held', caseId, { why: 'waiting', form });
}

/** A letter made of a case. */
function makeLetter(write: Write, letterId: string, caseId: string, determinationSeq: number): void {
  write.entry('letter.made', letterId, {
    ...write.letterNumber(),
    caseId,
    determinationSeq,
    type: 'refund',
    title: 'Refund',
    language: 'en',
    name: 'Maria Garcia-Lopez',
    postal: '95521',
    state: 'ready',
    pages: 1,
    pdfHash: write.document('application/pdf', Buffer.from('%PDF')),
    facts: {},
  });
}

const undo = (register: Register, actionId: string) => register.undo(request({ call: 'action.undo' }), actionId);
const redo = (register: Register, actionId: string) => register.redo(request({ call: 'action.redo' }), actionId);
const message = (result: ReturnType<typeof undo>): string =>
  result.ok ? 'done' : result.failure.kind === 'wrong-state' ? result.failure.message : result.failure.kind;

describe('a request', () => {
  test('carried out twice makes one thing', async () => {
    const register = await aRegister();
    const student = aStudent();
    const asked = request();
    const work = (write: Write) => ok(write.entry('student.saved', student.id, student));
    expect(valueOf(register.act(asked, work)).replayed).toBe(false);
    const before = register.entryCount();
    const second = valueOf(register.act(asked, work));
    expect(second).toEqual({
      replayed: true,
      touched: [{ subject: 'student', subjectId: student.id, kind: 'student.saved' }],
    });
    expect(register.entryCount()).toBe(before);
  });

  test('with the same id and other contents is refused, and what was saved stays', async () => {
    const register = await aRegister();
    const student = aStudent();
    const asked = request();
    register.act(asked, (write) => ok(write.entry('student.saved', student.id, student)));
    const other = register.act({ ...asked, input: { changed: true } }, (write) =>
      ok(write.entry('student.saved', student.id, { ...student, phone: '1' })),
    );
    expect(other).toMatchObject({ ok: false, failure: { kind: 'wrong-state' } });
    expect(register.students.get(student.id)).toEqual(student);
  });

  test('that is refused half way keeps nothing', async () => {
    const register = await aRegister();
    const before = register.head();
    const refused = register.act(request(), (write) => {
      receive(write, id());
      return fail({ kind: 'cancelled' });
    });
    expect(refused).toEqual(fail({ kind: 'cancelled' }));
    expect(register.head()).toEqual(before);
  });

  test('whose work throws keeps nothing, and the bug is not swallowed', async () => {
    const register = await aRegister();
    const before = register.head();
    const broken = () =>
      register.act(request(), (write) => {
        receive(write, id());
        throw new TypeError('a bug');
      });
    expect(broken).toThrow('a bug');
    expect(register.head()).toEqual(before);
  });
});

describe('numbers', () => {
  test('of cases have no gap, whatever failed in between, and count anew in each fiscal year', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    const numbers: string[] = [];
    const save = (year: number, fate: 'kept' | 'refused' | 'thrown'): void => {
      const caseId = id();
      try {
        register.act(request(), (write) => {
          const number = write.caseNumber(year);
          write.entry('case.received', caseId, {
            ...number,
            enteredOn: '2026-09-30',
            batchId: null,
            form: aForm(null, null),
          });
          if (fate === 'thrown') throw new Error('a bug');
          if (fate === 'refused') return fail({ kind: 'cancelled' });
          numbers.push(number.number);
          return ok(null);
        });
      } catch {
        // The bug above.
      }
    };
    save(2026, 'kept');
    save(2026, 'refused');
    save(2026, 'kept');
    save(2026, 'thrown');
    save(2027, 'kept');
    register.close();
    const again = await reopened(folder);
    act(again, (write) => {
      numbers.push(write.caseNumber(2026).number, write.caseNumber(2026).number, write.caseNumber(2027).number);
    });
    expect(numbers).toEqual([
      'RD-2026-0001',
      'RD-2026-0002',
      'RD-2027-0001',
      'RD-2026-0003',
      'RD-2026-0004',
      'RD-2027-0002',
    ]);
  });

  test('of an undone case are never given again', async () => {
    const register = await aRegister();
    const caseId = id();
    const saved = act(register, (write) => receive(write, caseId));
    valueOf(undo(register, saved));
    expect(register.cases.row(caseId)).toMatchObject({ number: 'RD-2026-0001', state: 'undone' });
    const second = id();
    act(register, (write) => receive(write, second));
    expect(register.cases.row(second)?.number).toBe('RD-2026-0002');
  });

  test('of letters have six digits and no gap, also for one that was voided by undoing', async () => {
    const register = await aRegister();
    const caseId = id();
    act(register, (write) => receive(write, caseId));
    const [first, second] = [id(), id()];
    valueOf(
      undo(
        register,
        act(register, (write) => makeLetter(write, first, caseId, 1)),
      ),
    );
    act(register, (write) => makeLetter(write, second, caseId, 1));
    expect(register.letters.ofCase(caseId).map((l) => [l.number, l.state])).toEqual([
      ['L-000001', 'voided'],
      ['L-000002', 'ready'],
    ]);
  });
});

describe('undoing', () => {
  test('gives back what was there before, and redoing what was undone', async () => {
    const register = await aRegister();
    const student = aStudent();
    const first = act(register, (write) => write.entry('student.saved', student.id, student));
    const second = act(register, (write) =>
      write.entry('student.saved', student.id, { ...student, phone: '555-0100' }),
    );
    expect(register.lastActions()).toMatchObject({
      undo: { actionId: second, label: 'saving the student García-López, María' },
      redo: null,
    });

    valueOf(undo(register, second));
    expect(register.students.get(student.id)).toEqual(student);
    expect(register.lastActions()).toMatchObject({ undo: { actionId: first }, redo: { actionId: second } });

    valueOf(undo(register, first));
    expect(register.students.get(student.id)).toBeNull();
    expect(register.students.find('garc mar', 10, '2026-01-01')).toEqual([]);
    expect(register.lastActions()).toMatchObject({ undo: null, redo: { actionId: first } });

    valueOf(redo(register, first));
    valueOf(redo(register, second));
    expect(register.students.get(student.id)?.phone).toBe('555-0100');
    expect(register.students.find('garc mar', 10, '2026-01-01')).toHaveLength(1);
    expect(register.entries('student', student.id).map((e) => e.kind)).toEqual([
      'student.saved',
      'student.saved',
      'action.undone',
      'action.undone',
      'action.redone',
      'action.redone',
    ]);
  });

  test('is an entry of its own: the history keeps both, the undone one marked', async () => {
    const register = await aRegister();
    const caseId = id();
    const saved = act(register, (write) => receive(write, caseId));
    valueOf(undo(register, saved));
    expect(register.entries('case', caseId).map((e) => [e.kind, e.undone])).toEqual([
      ['case.received', true],
      ['case.held', true],
      ['action.undone', false],
    ]);
  });

  test('twice with the same request undoes once', async () => {
    const register = await aRegister();
    const student = aStudent();
    const saved = act(register, (write) => write.entry('student.saved', student.id, student));
    const asked = request({ call: 'action.undo' });
    valueOf(register.undo(asked, saved));
    const count = register.entryCount();
    expect(valueOf(register.undo(asked, saved)).replayed).toBe(true);
    expect(register.entryCount()).toBe(count);
    expect(message(undo(register, saved))).toBe('That was undone already.');
  });

  test('is refused while something later stands on it, naming that', async () => {
    const register = await aRegister();
    const [student, course, term] = [aStudent(), aCourse(), aTerm()];
    const named = act(register, (write) => write.entry('student.saved', student.id, student));
    const termSaved = act(register, (write) => write.entry('term.saved', term.id, term));
    const courseSaved = act(register, (write) =>
      write.entry('course.saved', course.id, { ...course, termId: term.id }),
    );
    const enrolment = anEnrolment(student, course);
    const enrolled = act(register, (write) => write.entry('enrolment.saved', enrolment.id, enrolment));
    const caseId = id();
    const received = act(register, (write) => receive(write, caseId, aForm(student, course)));
    const letterId = id();
    const lettered = act(register, (write) => makeLetter(write, letterId, caseId, 1));

    expect(message(undo(register, termSaved))).toBe('A course belongs to that term.');
    expect(message(undo(register, courseSaved))).toBe('A place on a roster stands on it.');
    expect(message(undo(register, received))).toBe('Letter L-000001 was made from it.');
    valueOf(undo(register, lettered));
    valueOf(undo(register, enrolled));
    expect(message(undo(register, named))).toBe('The case RD-2026-0001 stands on it.');
    expect(register.students.get(student.id)).toEqual(student);
    valueOf(undo(register, received));
    valueOf(undo(register, named));
    expect(message(redo(register, received))).toBe('The student it belongs to is no longer in the register.');
    valueOf(redo(register, named));
    valueOf(redo(register, received));
    expect(register.cases.row(caseId)).toMatchObject({ state: 'held', studentName: 'García-López, María' });
  });

  test('is refused while a later entry of the same subject stands, and allowed once that is undone', async () => {
    const register = await aRegister();
    const caseId = id();
    const received = act(register, (write) => receive(write, caseId));
    const again = act(register, (write) => write.entry('case.held', caseId, { why: 'still', form: aForm(null, null) }));
    expect(message(undo(register, received))).toBe('It was followed by holding RD-2026-0001.');
    valueOf(undo(register, again));
    valueOf(undo(register, received));
  });

  test('is refused once a letter of it was mailed', async () => {
    const register = await aRegister();
    const [caseId, letterId] = [id(), id()];
    const received = act(register, (write) => receive(write, caseId));
    const made = act(register, (write) => makeLetter(write, letterId, caseId, 99));
    const mailed = act(register, (write) => write.entry('letter.mailed', letterId, {}));
    expect(register.lastActions().undo).toBeNull();
    for (const action of [received, made, mailed])
      expect(message(undo(register, action))).toBe('Letter L-000001 was mailed.');
  });

  test('of setting up the office is refused', async () => {
    const register = await aRegister();
    const officeId = register.office.id() ?? '';
    const [first] = register.entries('office', officeId);
    expect(message(undo(register, first?.actionId ?? ''))).toBe('Setting up the office cannot be undone.');
    expect(register.office.get()).not.toBeNull();
  });

  test('of an enrolment whose place was taken by another since cannot be redone', async () => {
    const register = await aRegister();
    const [student, course] = [aStudent(), aCourse()];
    act(register, (write) => write.entry('student.saved', student.id, student));
    act(register, (write) => write.entry('course.saved', course.id, course));
    const enrol = (): string => {
      const enrolment = anEnrolment(student, course);
      return act(register, (write) => write.entry('enrolment.saved', enrolment.id, enrolment));
    };
    const first = enrol();
    valueOf(undo(register, first));
    enrol();
    expect(message(redo(register, first))).toBe('Another record has taken its place since.');
    expect(register.enrolments.roster(course.id)).toHaveLength(1);
  });
});

test('a new action after an undo takes the redo away', async () => {
  const register = await aRegister();
  const [one, two] = [aStudent(), aStudent({ number: '2' })];
  const saved = act(register, (write) => write.entry('student.saved', one.id, one));
  valueOf(undo(register, saved));
  expect(register.lastActions().redo?.actionId).toBe(saved);
  act(register, (write) => write.entry('student.saved', two.id, two));
  expect(register.lastActions().redo).toBeNull();
});
