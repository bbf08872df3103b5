import { expect, test } from 'vitest';
import { runThrough } from '../../db/check';
import { determine } from '../../electron/handlers/policies';
import { shippedPacks } from '../../shared/policy/packs/index';
import type { CaseForm } from '../../shared/register/case';
import { factsOf } from '../../shared/register/facts';
import { olderRegister } from './older-register';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id } from './records';
import { reopened, someFolder } from './register-here';

test('a register of an earlier version counts its cases as though they had been made today, but for the other date', async () => {
  const folder = someFolder();
  const [student, course, office] = [aStudent(), aCourse(), anOffice()];
  const form = (other: Partial<CaseForm>) => aForm(student, course, other);
  const enrolment = anEnrolment(student, course);
  const cancelled = { ...course, cancelledOn: '2026-09-28' };
  const determined = (of: typeof course, own: CaseForm) => {
    const facts = factsOf({ form: own, student, course: of, term: null, enrolment, office });
    if (!facts.complete) throw new Error(JSON.stringify(facts.missing));
    const made = determine(facts.facts, shippedPacks);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    // As it was kept before the other date was worked out; the pack’s text is not read here.
    const { packText: _text, otherDate: _date, ...kept } = made.made;
    return { cause: 'form', why: '', ...kept, packHash: 'f'.repeat(64) } as const;
  };
  const received = (ordinal: number, own: CaseForm) => ({
    number: `RD-2026-000${ordinal}`,
    fiscalYear: 2026,
    ordinal,
    enteredOn: '2026-09-30',
    batchId: null,
    form: own,
  });
  const byMail = form({});
  const atCounter = form({ channel: 'counter', postmarked: null, reason: null });
  const noForm = form({ channel: null, received: null, postmarked: null });
  const held = form({ received: null, channel: null });
  const [a, b, c, d] = [id(), id(), id(), id()];
  olderRegister(folder, 5, [
    ['office.saved', id(), office],
    ['student.saved', student.id, student],
    ['course.saved', course.id, course],
    ['case.received', a, received(1, byMail)],
    ['case.determined', a, determined(course, byMail)],
    ['case.received', b, received(2, atCounter)],
    ['case.determined', b, determined(course, atCounter)],
    ['case.received', c, received(3, noForm)],
    ['case.determined', c, determined(cancelled, noForm)],
    ['case.received', d, received(4, held)],
  ]);
  const register = await reopened(folder);
  const all = { from: null, to: null, termId: null, policy: null };
  const counted = <K extends 'postmark' | 'entries' | 'ageing'>(kind: K) =>
    register.reports.counted({ kind, ...all }, '0000-01-01', '9999-12-31', '2026-10-20');
  expect(counted('postmark')).toMatchObject([{ date: 'unknown', cases: 1, changed: 0, more: 0, less: 0 }]);
  expect(counted('entries').map((r) => [r.day, r.cases, r.mail, r.counter])).toEqual([
    ['2026-09-22', 2, 1, 1],
    ['2026-09-28', 1, 0, 0],
    ['2026-09-30', 1, 0, 0],
  ]);
  expect(counted('ageing').map((r) => [r.age, r.late, r.cases, r.unpaid])).toEqual([
    [22, 0, 1, 40_000],
    [28, 0, 2, 52_000],
  ]);
  // What the migration put into the columns is what the entries give.
  expect(runThrough(register.compareTables())).toBe(0);
});
