import { describe, expect, test } from 'vitest';
import { storedText } from '../../shared/register/determined-text';
import { sha256 } from '../../db/chain';
import { evaluate } from '../../shared/policy/evaluate';
import { shippedPacks } from '../../shared/policy/packs/index';
import { factsOf } from '../../shared/register/facts';
import { noFilter } from '../../shared/contract/no-filter';
import { sayFailure } from '../../shared/errors';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id, withoutAddress } from '../db/records';
import { anOpenDesk, aDesk, saving } from './desk-here';

describe('a drop form', () => {
  test('is saved with its enrolment in one action, decided, numbered and read back', async () => {
    const here = await anOpenDesk();
    const { student, course } = here;
    const enrolment = anEnrolment(student, course);
    const form = aForm(student, course);
    const { view, actionId } = await here.gives('case.save', saving(form, enrolment));

    expect(view.row).toMatchObject({
      number: 'RD-2026-0001',
      state: 'decided',
      studentName: 'García-López, María',
      courseCode: 'EXT 204-02',
      outcome: 'refund',
      percent: 65,
      refund: 26_000,
      clause: 'H14',
      label: '65%',
      received: '2026-09-22',
      postmarked: '2026-09-19',
      person: 'jrivera',
    });
    expect(view.enrolment).toEqual(enrolment);
    expect(view.form).toEqual(form);
    expect(view.stale).toBe(false);
    expect(view.entries.map((e) => e.kind)).toEqual(['case.received', 'case.determined']);
    expect(new Set(view.entries.map((e) => e.actionId))).toEqual(new Set([actionId]));
    expect(await here.gives('case.get', { id: view.row.id })).toEqual(view);
    expect(here.desk.status().entries).toBe(6);
  });

  test('has in the register exactly what evaluate gives for its facts, by the stored pack, byte for byte', async () => {
    const here = await anOpenDesk();
    const { student, course } = here;
    const enrolment = anEnrolment(student, course);
    const form = aForm(student, course);
    const { view } = await here.gives('case.save', saving(form, enrolment));
    const facts = factsOf({ form, student, course, term: null, enrolment, office: anOffice() });
    if (!facts.complete) throw new Error('incomplete');
    const result = evaluate(facts.facts, shippedPacks);
    if ('problems' in result) throw new Error('malformed');

    const [stored] = view.determinations;
    if (stored === undefined) throw new Error('no determination');
    expect(JSON.stringify(stored.determination)).toBe(JSON.stringify(result.determination));
    expect(stored.packHash).toBe(sha256(JSON.stringify(result.pack.pack)).toString('hex'));
    expect(stored.hash).toBe(sha256(storedText(stored)).toString('hex'));
    // Derived again from what was stored alone.
    const again = evaluate(stored.facts, shippedPacks);
    expect('determination' in again && JSON.stringify(again.determination)).toBe(JSON.stringify(stored.determination));
  });

  test('saved twice by a double click makes one case', async () => {
    const here = await anOpenDesk();
    const form = saving(aForm(here.student, here.course), anEnrolment(here.student, here.course));
    const [first, second] = await Promise.all([here.gives('case.save', form), here.gives('case.save', form)]);
    expect(second).toEqual(first);
    const list = await here.gives('case.list', {
      filter: noFilter,
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 50,
    });
    expect(list.total).toBe(1);
  });

  test('of a student without an address is taken', async () => {
    const here = await anOpenDesk();
    const student = await here.gives('student.save', {
      requestId: id(),
      student: aStudent({ number: '2', ...withoutAddress }),
    });
    const { view } = await here.gives(
      'case.save',
      saving(aForm(student, here.course), anEnrolment(student, here.course)),
    );
    expect(view.row.state).toBe('decided');
  });

  test('for the same student and course is noticed, and saved as a second form once that was seen', async () => {
    const here = await anOpenDesk();
    const { student, course } = here;
    await here.gives('case.save', saving(aForm(student, course), anEnrolment(student, course)));
    const second = saving(aForm(student, course, { received: '2026-09-29' }), null);
    const failure = await here.refuses('case.save', second);
    expect(sayFailure(failure).what).toBe('García-López, María already has a form for EXT 204-02: RD-2026-0001.');
    const { view } = await here.gives('case.save', { ...second, requestId: id(), secondForm: true });
    expect(view.row).toMatchObject({ number: 'RD-2026-0002', outcome: 'none' });
    expect(
      await here.gives('case.similar', { studentId: student.id, courseId: course.id, exceptCaseId: view.row.id }),
    ).toHaveLength(1);
  });

  test('postmarked after it was received is taken; the policy does not use the postmark', async () => {
    const here = await anOpenDesk();
    const form = aForm(here.student, here.course, { postmarked: '2026-09-24' });
    const { view } = await here.gives('case.save', saving(form, anEnrolment(here.student, here.course)));
    expect(view.row).toMatchObject({ refund: 26_000, postmarked: '2026-09-24' });
  });

  test('with an illegible postmark has none in its facts, and keeps that there was one', async () => {
    const here = await anOpenDesk();
    const form = aForm(here.student, here.course, { postmarked: null, postmarkIllegible: true });
    const { view } = await here.gives('case.save', saving(form, anEnrolment(here.student, here.course)));
    expect(view.form.postmarkIllegible).toBe(true);
    expect(view.determinations[0]?.facts.notice?.postmarked).toBeNull();
  });

  test('of another kind than a drop form is incomplete and asks for the form', async () => {
    const here = await anOpenDesk();
    const form = aForm(here.student, here.course, { kind: 'email', channel: 'email', postmarked: null });
    const { view } = await here.gives('case.save', saving(form, anEnrolment(here.student, here.course)));
    expect(view.row.outcome).toBe('incomplete');
    expect(view.determinations[0]?.determination.missing).toEqual(['drop-form']);
  });
});

describe('a form that cannot be decided says which field, what is wrong and what to do', () => {
  test('nothing keyed', async () => {
    const here = await anOpenDesk();
    const problems = await here.problems(
      'case.save',
      saving(aForm(null, null, { channel: null, received: null, postmarked: null }), null),
    );
    expect(problems).toEqual({
      studentId: 'The student is missing. Type a name or a number, or hold the form.',
      courseId: 'The course is missing. Type its number or title, or hold the form.',
      channel: 'How the form came is missing. Choose mail, e-mail or counter, or hold the form.',
      received: 'The date received is missing. Type it as stamped, or hold the form.',
    });
  });

  test('received, postmarked, written or enclosed in the future', async () => {
    const here = await anOpenDesk();
    const form = aForm(here.student, here.course, {
      received: '2026-10-01',
      postmarked: '2026-10-02',
      written: '2026-10-03',
      documents: [{ kind: 'drop-form', received: '2026-10-04' }],
      petition: { kind: 'late-drop', received: '2026-10-05', reason: '', approvals: [], percent: null, authority: '' },
    });
    const problems = await here.problems('case.save', saving(form, anEnrolment(here.student, here.course)));
    expect(Object.keys(problems).sort()).toEqual([
      'documents.0.received',
      'petition.received',
      'postmarked',
      'received',
      'written',
    ]);
    expect(problems.received).toBe(
      'Thu, Oct 1, 2026 is in the future: a form cannot be received before it comes. Check the date.',
    );
  });

  test('today is the office’s own day, not that of the PC’s zone or of UTC', async () => {
    const here = await anOpenDesk();
    // Nine in the evening of Sep 30 in California is Oct 1 in UTC.
    here.setNow('2026-10-01T04:00:00.000Z');
    const form = aForm(here.student, here.course, { received: '2026-10-01' });
    expect(Object.keys(await here.problems('case.save', saving(form, anEnrolment(here.student, here.course))))).toEqual(
      ['received'],
    );
    here.setNow('2026-10-01T07:00:00.000Z');
    await here.gives('case.save', saving(form, anEnrolment(here.student, here.course)));
  });

  test('not signed: held until it is, whatever the policy would give', async () => {
    const here = await anOpenDesk();
    const form = aForm(here.student, here.course, { signed: false });
    const enrolment = anEnrolment(here.student, here.course);
    expect(await here.problems('case.save', saving(form, enrolment))).toEqual({
      signed: 'The form is not signed. Tick Signature if it is; else hold the form until the student has signed.',
    });
    await here.gives('case.save', saving(form, enrolment, { mode: 'hold', why: 'Not signed.' }));
  });

  test('a student who is not on the roster', async () => {
    const here = await anOpenDesk();
    const problems = await here.problems('case.save', saving(aForm(here.student, here.course), null));
    expect(problems).toEqual({
      enrolment: 'María is not on the roster of EXT 204-02. Type the fee charged and paid, or check the course.',
    });
  });

  test('amounts that cannot be', async () => {
    const here = await anOpenDesk();
    const fee = (other: Parameters<typeof anEnrolment>[2]) =>
      here.problems(
        'case.save',
        saving(aForm(here.student, here.course), anEnrolment(here.student, here.course, other)),
      );
    expect((await fee({ fee: 0, payments: [] }))['enrolment.fee']).toMatch(/The fee is 0/);
    expect((await fee({ fee: -1, payments: [] }))['enrolment.fee']).toMatch(/cannot be negative/);
    expect((await fee({ fee: 39_999 }))['enrolment.payments']).toMatch(/More was collected than the fee charged/);
    expect((await fee({ deposit: 40_001 }))['enrolment.deposit']).toMatch(/deposit is more than the fee/);
    const tomorrow = { on: '2026-10-01', cents: 100, payer: { kind: 'student' as const }, method: '' };
    expect((await fee({ payments: [tomorrow] }))['enrolment.payments.0.on']).toMatch(/in the future/);
  });

  test('days and times that are not of the calendar', async () => {
    const here = await anOpenDesk();
    const problems = await here.problems(
      'case.save',
      saving(aForm(here.student, here.course, { received: '2026-02-30', receivedAt: '25:00' }), null),
    );
    expect(problems.received).toMatch(/not a day of the calendar/);
    expect(problems.receivedAt).toMatch(/not a time/);
  });

  test('records that are not in the register', async () => {
    const here = await anOpenDesk();
    const form = aForm(aStudent(), aCourse());
    const problems = await here.problems('case.save', saving(form, null, { batchId: id() }));
    expect(Object.keys(problems).sort()).toEqual(['batchId', 'courseId', 'studentId']);
    expect(await here.refuses('case.save', saving(form, null, { caseId: id() }))).toEqual({
      kind: 'not-found',
      what: 'That case',
    });
  });

  test('a refused form leaves nothing behind', async () => {
    const here = await anOpenDesk();
    const before = here.desk.status().entries;
    await here.problems(
      'case.save',
      saving(aForm(here.student, here.course, { received: '2026-12-01' }), anEnrolment(here.student, here.course)),
    );
    expect(here.desk.status().entries).toBe(before);
    expect(await here.gives('enrolment.get', { studentId: here.student.id, courseId: here.course.id })).toBeNull();
  });
});

describe('a form that is held', () => {
  test('may lack everything, and is decided under its number once it is complete', async () => {
    const here = await anOpenDesk();
    const { student, course } = here;
    const held = await here.gives(
      'case.save',
      saving(aForm(student, null, { received: null }), null, { mode: 'hold', why: 'No course on the form.' }),
    );
    expect(held.view).toMatchObject({
      heldWhy: 'No course on the form.',
      row: { number: 'RD-2026-0001', state: 'held', outcome: null, label: '', refund: 0 },
    });

    const still = await here.gives(
      'case.save',
      saving(aForm(student, course), null, { mode: 'hold', caseId: held.view.row.id, why: 'No fee known.' }),
    );
    expect(still.view.row.state).toBe('held');
    const done = await here.gives(
      'case.save',
      saving(aForm(student, course), anEnrolment(student, course), { caseId: held.view.row.id }),
    );
    expect(done.view.row).toMatchObject({ number: 'RD-2026-0001', state: 'decided', refund: 26_000 });
    expect(done.view.entries.map((e) => e.kind)).toEqual([
      'case.received',
      'case.held',
      'case.held',
      'case.completed',
      'case.determined',
    ]);
    expect(done.view.determinations[0]?.cause).toBe('form');

    await here.gives('action.undo', { requestId: id(), actionId: done.actionId });
    const back = await here.gives('case.get', { id: held.view.row.id });
    expect(back).toMatchObject({ heldWhy: 'No fee known.', row: { state: 'held', outcome: null }, enrolment: null });
  });
});

describe('a correction', () => {
  test('keeps both forms and both determinations; the old is superseded, its letters void', async () => {
    const here = await anOpenDesk();
    const { student, course } = here;
    const first = await here.gives('case.save', saving(aForm(student, course), anEnrolment(student, course)));
    const later = saving(aForm(student, course, { received: '2026-09-29' }), null, { caseId: first.view.row.id });
    expect(await here.problems('case.save', later)).toEqual({
      why: 'Why it is corrected is missing. Type it here; the register keeps it with both forms.',
    });
    const { view } = await here.gives('case.save', { ...later, requestId: id(), why: 'The stamp says Sep 29.' });
    expect(view.row).toMatchObject({ number: 'RD-2026-0001', outcome: 'none', refund: 0 });
    expect(view.determinations.map((d) => [d.cause, d.determination.refund, d.superseded])).toEqual([
      ['form', 26_000, true],
      ['correction', 0, false],
    ]);
    const [received, , corrected] = view.entries;
    expect(corrected?.content).toMatchObject({ corrects: received?.seq, why: 'The stamp says Sep 29.' });
  });

  test('of the student moves the case, and does not trip over itself', async () => {
    const here = await anOpenDesk();
    const { student, course } = here;
    const other = await here.gives('student.save', {
      requestId: id(),
      student: aStudent({ number: '2', lastName: 'Okafor', firstName: 'Ada', email: '' }),
    });
    const first = await here.gives('case.save', saving(aForm(student, course), anEnrolment(student, course)));
    const { view } = await here.gives(
      'case.save',
      saving(aForm(other, course), anEnrolment(other, course), { caseId: first.view.row.id, why: 'Wrong student.' }),
    );
    expect(view.row).toMatchObject({ studentName: 'Okafor, Ada', studentNumber: '2' });
    expect((await here.gives('student.get', { id: student.id })).cases).toEqual([]);
    expect((await here.gives('student.get', { id: other.id })).cases).toHaveLength(1);
    const found = await here.gives('search.all', { text: 'garcia' });
    expect(found.cases).toEqual([]);
  });
});

describe('facts that change afterwards', () => {
  test('make the determination stale until it is made again, beside the old one', async () => {
    const here = await anOpenDesk();
    const { student, course } = here;
    const enrolment = anEnrolment(student, course);
    const { view } = await here.gives('case.save', saving(aForm(student, course), enrolment));
    await here.gives('student.save', { requestId: id(), student: { ...student, phone: '555-0100' } });
    expect((await here.gives('case.get', { id: view.row.id })).stale).toBe(false);
    await here.gives('enrolment.save', {
      requestId: id(),
      enrolment: {
        ...enrolment,
        payments: [{ on: '2026-08-20', cents: 20_000, payer: { kind: 'student' }, method: '' }],
      },
    });
    expect((await here.gives('case.get', { id: view.row.id })).stale).toBe(true);

    const again = await here.gives('case.redetermine', {
      requestId: id(),
      id: view.row.id,
      why: 'The payment was keyed wrong.',
    });
    expect(again).toMatchObject({ stale: false, row: { refund: 13_000 } });
    expect(again.determinations.map((d) => [d.cause, d.superseded])).toEqual([
      ['form', true],
      ['facts-changed', false],
    ]);
  });

  test('a held or undone case is not decided again', async () => {
    const here = await anOpenDesk();
    const held = await here.gives('case.save', saving(aForm(null, null), null, { mode: 'hold' }));
    expect(await here.refuses('case.redetermine', { requestId: id(), id: held.view.row.id, why: 'x' })).toMatchObject({
      kind: 'wrong-state',
    });
    await here.gives('action.undo', { requestId: id(), actionId: held.actionId });
    expect(await here.refuses('case.redetermine', { requestId: id(), id: held.view.row.id, why: 'x' })).toMatchObject({
      kind: 'wrong-state',
    });
    expect(
      await here.refuses('case.save', saving(aForm(null, null), null, { mode: 'hold', caseId: held.view.row.id })),
    ).toMatchObject({ kind: 'wrong-state' });
  });
});

test('without a register every call about records says so', async () => {
  const here = aDesk();
  expect(await here.refuses('case.get', { id: id() })).toEqual({ kind: 'no-register' });
  expect(await here.refuses('student.find', { text: '', limit: 5 })).toEqual({ kind: 'no-register' });
});
