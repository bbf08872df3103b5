import { expect, test } from 'vitest';
import type { Register } from '../../db/register';
import { noImpact, rerunRegister, type Impact } from '../../electron/rerun';
import { compile } from '../../shared/policy/compile';
import { evaluate } from '../../shared/policy/evaluate';
import { shippedPacks } from '../../shared/policy/packs/index';
import { factsOf } from '../../shared/register/facts';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { act, aRegister } from '../db/register-here';

const policy = 'humboldt-extended-education';
const shipped = shippedPacks.find((p) => p.id === policy);
if (shipped === undefined) throw new Error(`${policy} is not shipped`);

/** A register with so many decided forms of one student and course, 65 % each. */
async function aRegisterOf(cases: number): Promise<Register> {
  const register = await aRegister();
  const student = aStudent();
  const course = aCourse();
  const form = aForm(student, course);
  const enrolment = anEnrolment(student, course);
  const facts = factsOf({ form, student, course, term: null, enrolment, office: anOffice() });
  const decided = facts.complete ? evaluate(facts.facts, shippedPacks) : null;
  if (!facts.complete || decided === null || 'problems' in decided) throw new Error('not decided');
  act(register, (write) => {
    write.entry('student.saved', student.id, student);
    write.entry('course.saved', course.id, course);
    write.entry('enrolment.saved', enrolment.id, enrolment);
    for (let i = 0; i < cases; i++) {
      const own = id();
      write.entry('case.received', own, { ...write.caseNumber(2026), enteredOn: '2026-09-30', batchId: null, form });
      write.entry('case.determined', own, {
        cause: 'form',
        why: '',
        facts: facts.facts,
        packHash: write.pack(JSON.stringify(decided.pack.pack)),
        engine: '1',
        determination: decided.determination,
        label: '65%',
      });
    }
  });
  return register;
}

function draftOf(percent: number) {
  if (shipped === undefined) throw new Error('not shipped');
  const schedules = shipped.pack.schedules.map((s) => ({
    ...s,
    bands: s.bands.map((b) => (b.percent === 65 ? { ...b, percent } : b)),
  }));
  return compile({ ...shipped.pack, version: '2', effectiveFrom: '2026-09-01', schedules });
}

test('the past is gone through in small steps to its end; all that differs is counted, a thousand listed', async () => {
  const register = await aRegisterOf(1_010);
  const entries = register.entryCount();
  const impact: Impact = noImpact();
  let before = 0;
  for (const { done, total } of rerunRegister(register, draftOf(50), shippedPacks, impact)) {
    expect(done - before).toBeLessThanOrEqual(25);
    expect(total).toBe(1_010);
    before = done;
    // What was found by then stands there for whoever stops it.
    expect(impact.cases).toBe(done);
  }
  expect(before).toBe(1_010);
  expect(impact).toMatchObject({ cases: 1_010, differing: 1_010 });
  expect(impact.rows).toHaveLength(1_000);
  expect(impact.beforeCents).toBe(1_010 * 26_000);
  expect(impact.afterCents).toBe(1_010 * 20_000);
  expect(impact.rows[0]).toMatchObject({ number: 'RD-2026-0001', before: '65%', after: '50%', beforeCents: 26_000 });
  expect(register.entryCount()).toBe(entries);
}, 60_000);

test('a register without cases, or a draft that changes nothing, has no impact', async () => {
  const empty = await aRegister();
  expect([...rerunRegister(empty, draftOf(50), shippedPacks, noImpact())]).toEqual([]);
  const register = await aRegisterOf(3);
  const impact = noImpact();
  expect([...rerunRegister(register, draftOf(65), shippedPacks, impact)]).toEqual([{ done: 3, total: 3 }]);
  expect(impact).toEqual({ cases: 3, differing: 0, beforeCents: 78_000, afterCents: 78_000, rows: [] });
});
