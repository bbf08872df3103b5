import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { id } from '../db/records';
import { aKeyedCase, anOfficeInTurns, bytesUnder, type Turns } from './privacy-here';
import { handOver, payAll } from './refunds-here';
import type { Page } from '../../electron/desktop';

const preview = (here: Turns) => here.as('pat').gives('retention.preview', {});
const remove = async (here: Turns, hash?: string) =>
  here.as('pat').call('retention.remove', {
    requestId: id(),
    hash: hash ?? (await preview(here)).hash,
    why: 'Kept for seven years.',
  });
const verify = (here: Turns) => here.as('ada').gives('register.verify', {});

/** A case whose refund was handed over and paid on the day it was keyed: nothing of it waits. */
async function aPaidCase(here: Turns, given: Parameters<typeof aKeyedCase>[1] = {}) {
  const keyed = await aKeyedCase(here, given);
  const batch = await handOver(here, [keyed.caseId]);
  await payAll(here, batch.id, batch.closedOn);
  return keyed;
}

describe('what may be removed', () => {
  test('is nothing while the office set no years', async () => {
    const here = await anOfficeInTurns();
    await aKeyedCase(here);
    here.setNow('2060-01-01T18:00:00.000Z');
    const found = await preview(here);
    expect(found).toMatchObject({ keepYears: null, before: null, rows: [], entries: 0 });
    expect(await remove(here, found.hash)).toMatchObject({ ok: false, failure: { kind: 'wrong-state' } });
  });

  test('is a case whose last entry is older than the years, to the day', async () => {
    const here = await anOfficeInTurns();
    await here.rules({ keepYears: 7 });
    const { number } = await aPaidCase(here);
    here.setNow('2033-09-30T18:00:00.000Z');
    expect((await preview(here)).rows).toEqual([]);
    here.setNow('2033-10-01T18:00:00.000Z');
    expect(await preview(here)).toMatchObject({ keepYears: 7, before: '2026-10-01', rows: [{ number, documents: 0 }] });
  });

  test('is not a refund that was not paid, or not paid to the cent, however old', async () => {
    const here = await anOfficeInTurns();
    await here.rules({ keepYears: 3 });
    const waiting = await aKeyedCase(here);
    const [handed, short, paid] = [await aKeyedCase(here), await aKeyedCase(here), await aPaidCase(here)];
    const batch = await handOver(here, [handed.caseId, short.caseId]);
    const entering = (cents: number) => ({
      requestId: id(),
      transmittalId: batch.id,
      payments: [{ caseId: short.caseId, on: '2026-09-30', reference: String(cents), cents }],
    });
    await here.as('kim').gives('payment.enter', entering(short.view.row.refund - 1));
    here.setNow('2040-01-10T18:00:00.000Z');
    expect((await preview(here)).rows.map((r) => r.number)).toEqual([paid.number]);
    await here.as('kim').gives('payment.enter', entering(1));
    expect((await preview(here)).rows.map((r) => r.number)).toEqual([paid.number]);
    here.setNow('2044-01-11T18:00:00.000Z');
    expect((await preview(here)).rows.map((r) => r.number)).toEqual([short.number, paid.number]);
    expect(waiting.view.row.refund).toBeGreaterThan(0);

    // What was removed was paid: the batch says so without knowing any more whose it was.
    expect(await remove(here)).toMatchObject({ ok: true });
    const view = await here.as('kim').gives('transmittal.get', { id: batch.id });
    expect(view.lines).toMatchObject([
      { number: handed.number, paidCents: 0, lies: true },
      { number: short.number, studentName: '', paidCents: short.view.row.refund, lies: true },
    ]);
    expect(view).toMatchObject({
      paidCases: 1,
      paidCents: short.view.row.refund,
      sums: { paid: short.view.row.refund },
    });
    expect(view.differences.map((d) => d.kind)).toEqual(['unpaid']);
    expect(await here.refuses('transmittal.saveCsv', { id: batch.id })).toMatchObject({ kind: 'wrong-state' });
    expect(await verify(here)).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });

  test('is not a case that is held, has an open petition, waits for a second person, or has a later letter', async () => {
    const here = await anOfficeInTurns();
    await here.rules({ keepYears: 3, secondPersonAbove: 30_000 });
    const held = await aKeyedCase(here, { form: { postmarked: null, received: '2026-09-22', channel: 'mail' } });
    const { view } = await here.as('kim').gives('case.save', {
      requestId: id(),
      caseId: held.caseId,
      mode: 'hold',
      form: held.view.form,
      batchId: null,
      enrolment: null,
      why: 'The postmark is missing.',
      secondForm: false,
    });
    expect(view.row.state).toBe('held');
    // All of it is refunded, more than the clerk may give alone.
    const waiting = await aKeyedCase(here, { form: { postmarked: '2026-09-10', received: '2026-09-12' } });
    expect(waiting.view.row.approval).toBe('waiting');
    const petitioned = await aKeyedCase(here);
    await here.as('kim').gives('petition.open', {
      requestId: id(),
      caseId: petitioned.caseId,
      petition: {
        kind: 'appeal',
        receivedOn: '2026-09-29',
        channel: 'mail',
        reasonCode: null,
        reason: 'The form was late by no fault of mine.',
        evidence: [],
        askedCents: null,
      },
    });
    const old = await aPaidCase(here);
    const lettered = await aPaidCase(here);
    here.setNow('2028-01-10T18:00:00.000Z');
    await here.as('kim').gives('letter.make', { requestId: id(), caseId: lettered.caseId, language: null });
    here.setNow('2030-01-10T18:00:00.000Z');
    expect((await preview(here)).rows.map((r) => r.number)).toEqual([old.number]);
    here.setNow('2031-01-11T18:00:00.000Z');
    expect((await preview(here)).rows.map((r) => r.number)).toEqual([old.number, lettered.number]);
  });
});

describe('removing', () => {
  test('leaves the number and the year, takes all else, and nothing of it is left in the files', async () => {
    // A page that is kept as it is holds what it says.
    const here = await anOfficeInTurns({ pdf: ({ html }) => Promise.resolve(new TextEncoder().encode(html)) });
    await here.rules({ keepYears: 5 });
    const planted = Array.from({ length: 12 }, (_, i) => [
      `Quibble${i}ton`,
      `Zephrin${i}a`,
      `PLANT-${i}-8861`,
      `mail${i}@planted-value.example`,
      `${i} Wistful Lane`,
      `a note about item ${i} of what was planted`,
      `the payer Brimstone ${i}`,
      `555-0${i}-7766`,
      `form note ${i} planted too`,
    ]);
    for (const [last, first, number, email, line1, note, payer, phone, formNote] of planted) {
      const one = await aPaidCase(here, {
        student: {
          lastName: last,
          firstName: first,
          number,
          email,
          phone,
          note,
          address: { line1: line1 ?? '', line2: '', city: 'Arcadia', state: 'CA', postal: '95521', country: '' },
        },
        form: { note: formNote },
        enrolment: {
          payments: [
            {
              on: '2026-08-20',
              cents: 40_000,
              payer: {
                kind: 'other',
                name: payer ?? '',
                address: { line1: '1 Way', line2: '', city: 'Arcadia', state: 'CA', postal: '95521', country: '' },
              },
              method: 'check',
            },
          ],
        },
      });
      await here.as('kim').gives('letter.make', { requestId: id(), caseId: one.caseId, language: null });
      await here.as('kim').gives('attachment.add', {
        requestId: id(),
        caseId: one.caseId,
        petitionId: null,
        what: 'form',
        file: { name: `${last} scan.pdf`, base64: Buffer.from(`%PDF-1.7 ${first}`).toString('base64') },
      });
      await here.as('kim').gives('draft.save', { key: `case:${one.caseId}`, text: JSON.stringify({ note }) });
    }
    const values = planted.flat();
    here.setNow('2032-03-01T18:00:00.000Z');
    const kept = await aKeyedCase(here, { student: { lastName: 'Staying' } });
    const list = await preview(here);
    expect(list.rows).toHaveLength(12);
    expect(list.documents).toBe(24);
    const removed = await here
      .as('pat')
      .gives('retention.remove', { requestId: id(), hash: list.hash, why: 'Kept for five years.' });
    expect(removed).toMatchObject({ person: 'pat', before: '2027-03-01', entries: list.entries, documents: 24 });
    expect(removed.cases).toEqual(list.rows.map((r) => r.number));

    const listed = await here.as('kim').gives('case.list', {
      filter: {
        text: '',
        state: 'removed',
        outcome: null,
        termId: null,
        courseId: null,
        studentId: null,
        batchId: null,
        receivedFrom: null,
        receivedTo: null,
        overdueOn: null,
      },
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 50,
    });
    expect(listed.rows).toHaveLength(12);
    expect(listed.rows[0]).toMatchObject({ number: 'RD-2026-0001', studentName: '', courseCode: '', refund: 0 });
    expect(await here.refuses('case.get', { id: listed.rows[0]?.id ?? '' })).toMatchObject({ kind: 'wrong-state' });
    expect(await here.gives('student.find', { text: 'quibble', limit: 10 })).toEqual([]);
    expect(await here.gives('student.find', { text: 'staying', limit: 10 })).toHaveLength(1);
    expect(await verify(here)).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
    // Numbers go on where they were.
    const letter = await here.as('kim').gives('letter.make', { requestId: id(), caseId: kept.caseId, language: null });
    expect(letter.number).toBe('L-000013');

    await here.desk.close();
    const folder = path.join(here.folder, 'register');
    const found = (bytes: string) => values.filter((v) => bytes.includes(v) || bytes.includes(v.toLowerCase()));
    expect(found(bytesUnder(folder).toString('latin1'))).toEqual([]);
    expect(bytesUnder(folder).toString('latin1')).toContain('Staying');

    const again = await anOfficeInTurns({}, here.folder, false);
    again.setNow('2032-03-02T18:00:00.000Z');
    expect(await verify(again)).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
    expect(await again.as('pat').gives('retention.past', {})).toHaveLength(1);
    await again.desk.close();
    expect(found(bytesUnder(folder).toString('latin1'))).toEqual([]);
  });

  test('asks for the very list that was looked at, and once is once', async () => {
    const here = await anOfficeInTurns();
    await here.rules({ keepYears: 3 });
    await aPaidCase(here);
    here.setNow('2027-01-01T18:00:00.000Z');
    await aPaidCase(here);
    here.setNow('2029-10-05T18:00:00.000Z');
    const { hash } = await preview(here);
    here.setNow('2030-01-05T18:00:00.000Z');
    expect(await remove(here, hash)).toMatchObject({
      ok: false,
      failure: { kind: 'wrong-state', message: 'The list has changed since you looked at it.' },
    });
    const requestId = id();
    const now = await preview(here);
    const first = await here.as('pat').gives('retention.remove', { requestId, hash: now.hash, why: 'Old.' });
    expect(await here.as('pat').gives('retention.remove', { requestId, hash: now.hash, why: 'Old.' })).toEqual(first);
    expect(first.cases).toHaveLength(2);
    expect((await preview(here)).rows).toEqual([]);
    expect(await here.as('pat').gives('retention.past', {})).toHaveLength(1);
  });

  test('keeps a student who has another place on a roster', async () => {
    const here = await anOfficeInTurns();
    await here.rules({ keepYears: 3 });
    const { student } = await aPaidCase(here, { student: { lastName: 'Ames' } });
    here.setNow('2029-11-05T18:00:00.000Z');
    await here.as('kim').gives('course.save', {
      requestId: id(),
      course: { ...(await aKeyedCase(here)).course, id: id(), code: 'EXT 900' },
    });
    const found = await here.gives('course.find', { text: 'EXT 900', limit: 1, studentId: null });
    const [course] = found;
    if (course === undefined) throw new Error('no course');
    await here.gives('enrolment.save', {
      requestId: id(),
      enrolment: {
        id: id(),
        studentId: student.id,
        courseId: course.course.id,
        enrolledOn: null,
        fee: 40_000,
        deposit: 0,
        waivers: [],
        payments: [],
        track: null,
        unenrolledOn: null,
      },
    });
    expect(await remove(here)).toMatchObject({ ok: true, value: { cases: ['RD-2026-0001'] } });
    const view = await here.as('kim').gives('student.get', { id: student.id });
    expect(view.student.lastName).toBe('Ames');
    expect(view.enrolments.map((e) => e.course.code)).toEqual(['EXT 900']);
    expect(view.cases).toEqual([]);
  });

  test('is not undone, and what it took is neither undone nor redone', async () => {
    const here = await anOfficeInTurns();
    await here.rules({ keepYears: 3 });
    const { view } = await aPaidCase(here);
    here.setNow('2029-11-05T18:00:00.000Z');
    await remove(here);
    const last = await here.as('pat').gives('action.last', {});
    expect(last.undo?.label ?? '').not.toContain('RD-2026-0001');
    const actionId = view.entries[0]?.actionId ?? '';
    expect(await here.refuses('action.undo', { requestId: id(), actionId })).toMatchObject({
      kind: 'wrong-state',
      message: 'Its records were removed, as old as they were.',
    });
  });

  test('prints the list of what it took, by numbers alone', async () => {
    const printed: Page[] = [];
    const here = await anOfficeInTurns({
      print: (pages) => {
        printed.push(...pages);
        return Promise.resolve(true);
      },
    });
    await here.rules({ keepYears: 3 });
    await aPaidCase(here, { student: { lastName: 'Nightingale' } });
    here.setNow('2029-11-05T18:00:00.000Z');
    await remove(here);
    const [past] = await here.as('pat').gives('retention.past', {});
    expect(await here.gives('retention.print', { seq: past?.seq ?? 0 })).toEqual({ handedOver: true });
    expect(printed[0]?.html).toContain('RD-2026-0001');
    expect(printed[0]?.html).toContain('Register entry');
    expect(printed[0]?.html).not.toContain('Nightingale');
    expect(await here.refuses('retention.print', { seq: 1 })).toMatchObject({ kind: 'not-found' });
  });
});
