import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import { readMark, sayMark } from '../../shared/register/chain-mark';
import { standardRules } from '../../shared/register/rules';
import { aForm, anEnrolment, aStudent, id } from '../db/records';
import { tamper } from '../db/tampering';
import { aDesk, anOpenDesk, enrolled, saving, someone, type DeskHere } from './desk-here';

const all: Input<'history.list'>['filter'] = {
  text: '',
  person: null,
  from: null,
  to: null,
  subject: null,
  subjectId: null,
  kind: null,
};
const list = (here: DeskHere, filter: Partial<typeof all>, before: number | null = null, limit = 50) =>
  here.gives('history.list', { filter: { ...all, ...filter }, before, limit });

/** A case keyed, corrected, told of in a letter; beside it another student's. */
async function aStory() {
  const here = await anOpenDesk();
  const form = aForm(here.student, here.course);
  const { view } = await here.gives('case.save', saving(form, anEnrolment(here.student, here.course)));
  const other = await enrolled(here, here.course, { student: { lastName: 'Okafor', firstName: 'Ada' } });
  await here.gives('case.save', saving(aForm(other.student, here.course), null));
  here.setNow('2026-10-02T06:30:00.000Z');
  await here.gives('case.save', {
    ...saving({ ...form, received: '2026-09-12', postmarked: null, studentId: other.student.id }, null),
    caseId: view.row.id,
    why: 'Misread the stamp',
    secondForm: true,
  });
  return { ...here, other, row: view.row };
}

describe('the history of the register', () => {
  test('is read from the newest back, part by part, without a gap', async () => {
    const here = await aStory();
    const first = await list(here, {}, null, 5);
    expect(first.more).toBe(true);
    const rest = await list(here, {}, first.rows.at(-1)?.seq ?? 0);
    const seqs = [...first.rows, ...rest.rows].map((r) => r.seq);
    expect(seqs).toEqual(seqs.map((_, i) => (seqs[0] ?? 0) - i));
    expect([seqs.at(-1), rest.more]).toEqual([1, false]);
    expect(first.rows[0]).toMatchObject({ kind: 'case.determined', person: 'jrivera', removed: false, undone: false });
  });

  test('is found by case number, student, course, entry number, person, kind and day', async () => {
    const here = await aStory();
    const kindsOf = async (filter: Partial<typeof all>) => (await list(here, filter)).rows.map((r) => r.kind);
    const ofFirst = await list(here, { text: 'RD-2026-0001' });
    expect(ofFirst.rows.map((r) => r.kind)).toEqual([
      'case.determined',
      'case.corrected',
      'case.determined',
      'case.received',
    ]);
    expect(await kindsOf({ text: 'okafor', subject: 'student' })).toEqual(['student.saved']);
    expect(await kindsOf({ text: '204', subject: 'enrolment' })).toEqual(['enrolment.saved', 'enrolment.saved']);
    expect((await list(here, { text: '#3' })).rows.map((r) => r.seq)).toEqual([3]);
    expect((await list(here, { text: '#9,999' })).rows).toEqual([]);
    expect((await list(here, { text: '--' })).rows).toEqual([]);
    expect((await list(here, { person: 'jrivera' })).rows.length).toBeGreaterThan(5);
    expect((await list(here, { person: 'kim' })).rows).toEqual([]);
    expect(await kindsOf({ kind: 'case.corrected' })).toEqual(['case.corrected']);
    expect((await list(here, {})).people).toEqual(['jrivera']);
    // Half past eleven at night of October 1 at the office, though it is October 2 by UTC.
    expect(await kindsOf({ from: '2026-10-01' })).toEqual(['case.determined', 'case.corrected']);
    expect(await kindsOf({ from: '2026-10-02' })).toEqual([]);
    expect(await kindsOf({ to: '2026-09-30', kind: 'case.corrected' })).toEqual([]);
    expect(await kindsOf({ to: '2026-10-01', kind: 'case.corrected' })).toEqual(['case.corrected']);
  });

  test('shows an entry beside what stood there before, with the names of what it names', async () => {
    const here = await aStory();
    const [corrected] = (await list(here, { kind: 'case.corrected' })).rows;
    const entry = await here.gives('history.entry', { seq: corrected?.seq ?? 0 });
    expect(entry.after).toMatchObject({ why: 'Misread the stamp', form: { received: '2026-09-12' } });
    expect(entry.before).toMatchObject({ form: { received: '2026-09-22', studentId: here.student.id } });
    expect(entry.names).toMatchObject({
      [here.student.id]: 'García-López, María',
      [here.other.student.id]: 'Okafor, Ada',
      [here.course.id]: here.course.code,
    });
    expect(entry.together).toEqual([(corrected?.seq ?? 0) + 1]);
    expect(entry.row.mac).toMatch(/^[0-9a-f]{64}$/);
    expect((await here.gives('history.entry', { seq: 1 })).earlier).toBeNull();
    expect(await here.refuses('history.entry', { seq: 4_000 })).toEqual({ kind: 'not-found', what: 'Entry 4,000' });
  });

  test('shows of an undoing what it took back, and what stands again', async () => {
    const here = await anOpenDesk();
    await here.gives('student.save', { requestId: id(), student: { ...here.student, phone: '555-0100' } });
    const { undo } = await here.gives('action.last', {});
    await here.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    const [undone] = (await list(here, { kind: 'action.undone' })).rows;
    const entry = await here.gives('history.entry', { seq: undone?.seq ?? 0 });
    expect(entry.before).toMatchObject({ phone: '555-0100' });
    expect(entry.after).toMatchObject({ phone: here.student.phone });
    expect((await list(here, { kind: 'student.saved' })).rows.map((r) => r.undone)).toEqual([true, false]);
  });

  test('of a case holds its own entries, its letters and its petitions, the oldest first', async () => {
    const here = await aStory();
    await here.gives('letter.make', { requestId: id(), caseId: here.row.id, language: null });
    const { entries, names } = await here.gives('history.case', { caseId: here.row.id });
    expect(entries.map((e) => e.kind)).toEqual([
      'case.received',
      'case.determined',
      'case.corrected',
      'case.determined',
      'letter.made',
    ]);
    expect(entries.at(-1)?.label).toContain('L-000001');
    expect(names[here.student.id]).toBe('García-López, María');
    const made = entries.at(-1);
    expect(made?.content).toMatchObject({ head: { seq: (made?.seq ?? 0) - 1 } });
  });

  test('is for supervisors and auditors; a case’s own for everybody who sees students', async () => {
    const here = await aStory();
    await here.desk.close();
    for (const [role, may] of [
      ['clerk', false],
      ['auditor', true],
      ['administrator', false],
      ['supervisor', true],
    ] as const) {
      const as = aDesk(here.folder, {}, someone(role, role));
      await as.desk.open();
      const listed = await as.call('history.list', { filter: all, before: null, limit: 1 });
      expect(listed.ok, role).toBe(may);
      expect((await as.call('history.entry', { seq: 2 })).ok, role).toBe(may);
      expect((await as.call('history.case', { caseId: here.row.id })).ok, role).toBe(role !== 'administrator');
      expect((await as.call('history.proof', { seq: 1, mac: '0'.repeat(16) })).ok, role).toBe(true);
      await as.desk.close();
    }
  });
});

describe('a paper’s mark', () => {
  test('is read however it is typed', () => {
    const mac = '3f9a0b12c3d4e5f6';
    for (const text of [
      `Register entry 10,417 · ${mac}`,
      `10417 ${mac}`,
      `10,417 · 3F9A 0B12 C3D4 E5F6`,
      `Asiento del registro 10,417 · ${mac}…`,
      `#10.417: ${mac}`,
    ])
      expect(readMark(text), text).toEqual({ seq: 10_417, mac });
    for (const text of ['', '10417', mac, `10417 ${mac.slice(1)}`, `10417 ${mac}0`, `0 ${mac}`])
      expect(readMark(text), text).toBeNull();
    expect(readMark(sayMark({ seq: 7, mac: mac.repeat(4) }))).toEqual({ seq: 7, mac });
    expect(sayMark(null)).toBe('');
  });

  test('is borne out by the register as it stands, and by no other', async () => {
    const here = await aStory();
    const { head } = await here.gives('register.verify', {});
    const [seq, mac] = [head?.seq ?? 0, head?.mac.slice(0, 16) ?? ''];
    expect(await here.gives('history.proof', { seq, mac })).toMatchObject({ holds: true });
    await here.gives('student.save', { requestId: id(), student: aStudent({ number: 'later' }) });
    expect((await here.gives('history.proof', { seq, mac })).said).toContain('One entry was made since');
    expect((await here.gives('history.proof', { seq, mac: '0'.repeat(16) })).said).toContain('is not the one');
    expect((await here.gives('history.proof', { seq: seq + 5, mac })).said).toContain('The register ends at entry');
    await here.desk.close();
    tamper(path.join(here.folder, 'register'), (db) => db.exec(`UPDATE entry SET person = 'x' WHERE seq = 4`));
    const next = aDesk(here.folder);
    await next.desk.open();
    expect(await next.gives('history.proof', { seq, mac })).toMatchObject({ holds: false });
    expect((await next.gives('history.proof', { seq, mac })).said).toContain('entry 4 before it was changed');
  });
});

describe('undoing', () => {
  test('takes one’s own last action; somebody else’s only a supervisor takes back', async () => {
    const here = await anOpenDesk();
    await here.desk.close();
    const kim = aDesk(here.folder, {}, someone('clerk', 'kim'));
    await kim.desk.open();
    // The office, the student and the course are the supervisor's doing.
    expect((await kim.gives('action.last', {})).undo).toBeNull();
    const requestId = id();
    await kim.gives('student.save', { requestId, student: aStudent({ number: 'kims' }) });
    expect((await kim.gives('action.last', {})).undo?.actionId).toBe(requestId);
    await kim.desk.close();
    const lee = aDesk(here.folder, {}, someone('clerk', 'lee'));
    await lee.desk.open();
    expect((await lee.gives('action.last', {})).undo).toBeNull();
    expect(await lee.refuses('action.undo', { requestId: id(), actionId: requestId })).toEqual({
      kind: 'wrong-state',
      message: 'That was done by kim.',
      next: 'Ask kim or a supervisor.',
    });
    await lee.desk.close();
    const supervisor = aDesk(here.folder);
    await supervisor.desk.open();
    await supervisor.gives('action.undo', { requestId: id(), actionId: requestId });
    await supervisor.desk.close();
    const again = aDesk(here.folder, {}, someone('clerk', 'kim'));
    await again.desk.open();
    await again.gives('action.redo', { requestId: id(), actionId: requestId });
    expect(await again.gives('student.find', { text: 'kims', limit: 5 })).toHaveLength(1);
  });

  test('what a clerk may not do, a clerk may not undo', async () => {
    const here = await anOpenDesk();
    const requestId = id();
    const { office } = await here.gives('office.get', {});
    await here.gives('office.save', { requestId, office: { ...office, note: 'changed' } });
    await here.desk.close();
    const kim = aDesk(here.folder, {}, someone('clerk', 'kim'));
    await kim.desk.open();
    expect(await kim.refuses('action.undo', { requestId: id(), actionId: requestId })).toMatchObject({
      kind: 'not-allowed',
    });
  });

  test('of a form is stopped by an approval, not by a disclosure that followed', async () => {
    const here = await anOpenDesk();
    const requestId = id();
    await here.gives('student.save', { requestId, student: { ...here.student, phone: '555-0199' } });
    await here.gives('disclosure.record', {
      requestId: id(),
      studentId: here.student.id,
      disclosure: {
        on: '2026-09-30',
        to: 'The student',
        purpose: 'Asked at the counter',
        what: 'The address',
        how: 'shown',
        refused: false,
        note: '',
      },
    });
    expect((await here.gives('action.last', {})).undo?.actionId).toBe(requestId);
    await here.gives('action.undo', { requestId: id(), actionId: requestId });
    expect((await here.gives('action.last', {})).redo?.actionId).toBe(requestId);
    await here.desk.close();

    const admin = aDesk(here.folder, {}, someone('administrator', 'ada'));
    await admin.desk.open();
    await admin.gives('rules.save', { requestId: id(), rules: { ...standardRules, secondPersonAbove: 0 } });
    await admin.desk.close();
    const kim = aDesk(here.folder, {}, someone('clerk', 'kim'));
    await kim.desk.open();
    const saved = id();
    const asked = {
      ...saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)),
      requestId: saved,
    };
    const { view } = await kim.gives('case.save', asked);
    await kim.desk.close();
    const supervisor = aDesk(here.folder);
    await supervisor.desk.open();
    const { determinations } = await supervisor.gives('case.get', { id: view.row.id });
    const [determined] = determinations;
    await supervisor.gives('approval.give', {
      requestId: id(),
      cases: [{ caseId: view.row.id, determinationSeq: determined?.seq ?? 0, hash: determined?.hash ?? '' }],
      note: '',
    });
    expect(await supervisor.refuses('action.undo', { requestId: id(), actionId: saved })).toEqual({
      kind: 'wrong-state',
      message: 'RD-2026-0001 García-López, María was approved by jrivera.',
      next: 'Correct it instead; the register keeps both.',
    });
  });
});
