import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listBackups } from '../../db/backup';
import { runThrough } from '../../db/check';
import { presentVersion } from '../../db/migrations';
import type { Register } from '../../db/register';
import type { Group } from '../../shared/register/group';
import { ok } from '../../shared/result';
import { aCourse, anEnrolment, anOffice, aStudent, id } from './records';
import { olderRegister } from './older-register';
import { act, aRegister, request, reopened, someFolder, valueOf } from './register-here';

const aGroup = (courseId: string, participants: readonly string[], other: Partial<Group> = {}): Group => ({
  id: id(),
  courseId,
  name: 'Acme Corp.',
  code: 'ACME-26',
  contact: { name: 'Pat Ito', email: 'pat@acme.example', phone: '' },
  participants: [...participants],
  note: '',
  ...other,
});

/** A course with so many students on its roster and a group of them all. */
function registered(register: Register, people: number) {
  const course = aCourse();
  const students = Array.from({ length: people }, () => aStudent({ number: id().slice(-12) }));
  const group = aGroup(
    course.id,
    students.map((s) => s.id),
  );
  act(register, (write) => {
    write.entry('course.saved', course.id, course);
    for (const student of students) {
      const enrolment = anEnrolment(student, course);
      write.entry('student.saved', student.id, student);
      write.entry('enrolment.saved', enrolment.id, enrolment);
    }
  });
  const actionId = act(register, (write) => write.entry('group.saved', group.id, group));
  return { course, students, group, actionId };
}

const invoice = (number: string, issuedOn = '2026-09-01') => ({ id: id(), number, issuedOn, cents: 500_000 });

describe('a group in the register', () => {
  test('is kept with its participants in order and its invoices by day', async () => {
    const register = await aRegister();
    const { group, course, students } = registered(register, 3);
    const late = invoice('INV-2', '2026-09-03');
    const early = invoice('INV-1', '2026-09-01');
    act(register, (write) => write.entry('invoice.issued', group.id, late));
    act(register, (write) => write.entry('invoice.issued', group.id, early));
    act(register, (write) => write.entry('invoice.paid', group.id, { invoiceId: late.id, on: '2026-09-04' }));
    const invoices = [
      { ...early, paidOn: null },
      { ...late, paidOn: '2026-09-04' },
    ];
    expect(register.groups.get(group.id)).toEqual({ ...group, invoices });
    expect(register.groups.ofCourse(course.id)).toEqual([{ group: { ...group, invoices }, course, students }]);
    expect(register.groups.ofStudent(students[1]?.id ?? '', course.id)?.id).toBe(group.id);
    expect(register.groups.withInvoice('INV-2')?.id).toBe(group.id);
    expect(register.groups.withInvoice('INV-3')).toBeNull();
    expect(register.groups.unpaid().map((g) => g.group.id)).toEqual([group.id]);
    act(register, (write) => write.entry('invoice.paid', group.id, { invoiceId: early.id, on: '2026-09-04' }));
    expect(register.groups.unpaid()).toEqual([]);
    expect(runThrough(register.compareTables())).toBe(0);
  });

  test('comes back by undoing a payment, an invoice and the registration, each in its turn', async () => {
    const register = await aRegister();
    const { group, course, students, actionId } = registered(register, 2);
    const own = invoice('INV-1');
    const issued = act(register, (write) => write.entry('invoice.issued', group.id, own));
    const paid = act(register, (write) =>
      write.entry('invoice.paid', group.id, { invoiceId: own.id, on: '2026-09-01' }),
    );
    expect(register.lastActions().undo).toEqual({ actionId: paid, label: 'marking invoice INV-1 as paid' });
    expect(register.undo(request(), issued)).toMatchObject({
      ok: false,
      failure: { next: 'Undo marking invoice INV-1 as paid first.' },
    });
    expect(valueOf(register.undo(request(), paid)).label).toBe('marking invoice INV-1 as paid');
    expect(register.groups.get(group.id)?.invoices).toEqual([{ ...own, paidOn: null }]);
    expect(valueOf(register.undo(request(), issued)).label).toBe('issuing invoice INV-1');
    expect(valueOf(register.undo(request(), actionId)).label).toBe('saving the group Acme Corp.');
    expect(register.groups.get(group.id)).toBeNull();
    expect(register.groups.ofStudent(students[0]?.id ?? '', course.id)).toBeNull();
    expect(runThrough(register.compareTables())).toBe(0);
    valueOf(register.redo(request(), actionId));
    expect(register.groups.get(group.id)?.participants).toEqual(group.participants);
    expect(runThrough(register.compareTables())).toBe(0);
  });

  test('holds fast the places its participants have', async () => {
    const register = await aRegister();
    const course = aCourse();
    const student = aStudent();
    const enrolment = anEnrolment(student, course);
    act(register, (write) => write.entry('course.saved', course.id, course));
    act(register, (write) => write.entry('student.saved', student.id, student));
    const place = act(register, (write) => write.entry('enrolment.saved', enrolment.id, enrolment));
    const group = aGroup(course.id, [student.id]);
    const grouped = act(register, (write) => write.entry('group.saved', group.id, group));
    expect(register.undo(request(), place)).toMatchObject({
      ok: false,
      failure: { message: 'The registration of Acme Corp. stands on it.' },
    });
    valueOf(register.undo(request(), grouped));
    valueOf(register.undo(request(), place));
    expect(register.redo(request(), grouped)).toMatchObject({
      ok: false,
      failure: { message: 'The place on the roster it belongs to is no longer in the register.' },
    });
  });

  test('is the same after the tables were made anew, whatever happened to it', async () => {
    const happening = fc.record({
      does: fc.constantFrom('save', 'issue', 'pay', 'undo', 'redo'),
      pick: fc.nat(5),
      text: fc.constantFrom('Acme', 'Łódź Sp. z o.o.', 'ÉCOLE'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async (happenings) => {
        const register = await aRegister();
        const { group, students } = registered(register, 4);
        const actions: string[] = [];
        const invoices: string[] = [];
        for (const { does, pick, text } of happenings) {
          const asked = request();
          const action = actions[pick % Math.max(1, actions.length)];
          const invoiceId = invoices[pick % Math.max(1, invoices.length)];
          if ((does === 'undo' || does === 'redo') && action !== undefined) register[does](request(), action);
          else if (does === 'pay' && invoiceId === undefined) continue;
          else if (does !== 'undo' && does !== 'redo') {
            register.act(asked, (write) => {
              if (does === 'save') {
                const participants = students.slice(0, pick).map((s) => s.id);
                return ok(write.entry('group.saved', group.id, { ...group, name: text, participants }));
              }
              if (does === 'pay')
                return ok(write.entry('invoice.paid', group.id, { invoiceId: invoiceId ?? '', on: '2026-09-05' }));
              const own = invoice(`INV-${invoices.length}`);
              invoices.push(own.id);
              return ok(write.entry('invoice.issued', group.id, own));
            });
            actions.push(asked.id);
          }
        }
        expect(runThrough(register.compareTables())).toBe(0);
        const before = register.groups.get(group.id);
        valueOf(register.rebuild());
        expect(register.groups.get(group.id)).toEqual(before);
        expect(runThrough(register.compareTables())).toBe(0);
        expect(runThrough(register.checkWhole())).toBeNull();
        register.close();
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe('a register made before there were groups', () => {
  test('is backed up, brought to the present form and takes groups from then on', async () => {
    const folder = someFolder();
    const student = aStudent();
    const head = olderRegister(folder, 1, [
      ['office.saved', id(), anOffice()],
      ['student.saved', student.id, student],
    ]);

    const register = await reopened(folder);
    expect(register.pragma('user_version')).toBe(presentVersion);
    expect(listBackups(register.files)).toHaveLength(1);
    expect(register.readOnly()).toBeNull();
    expect(register.head()).toEqual(head);
    expect(register.students.get(student.id)).toEqual(student);
    expect(runThrough(register.checkWhole())).toBeNull();
    expect(runThrough(register.compareTables())).toBe(0);
    const { group } = registered(register, 2);
    expect(register.groups.get(group.id)?.name).toBe('Acme Corp.');
  });
});
