import { describe, expect, test } from 'vitest';
import { waitingFor } from '../../renderer/screens/today/waiting';
import type { TodayCounts } from '../../shared/contract/today';
import { standardRules } from '../../shared/register/rules';
import { aForm, aStudent, anEnrolment, id } from '../db/records';
import { aDesk, anOpenDesk, saving, someone } from './desk-here';

/** A form for the whole refund: received on Sep 1, before the first of ten Mondays, and so promised for Sep 15 to Sep 29. */
async function anOfficeWithARefund() {
  const here = await anOpenDesk();
  const { student, course } = here;
  const form = aForm(student, course, { received: '2026-09-01', receivedAt: '10:00', postmarked: null });
  const { view } = await here.gives('case.save', saving(form, anEnrolment(student, course)));
  return { ...here, view };
}

describe('what waits today', () => {
  test('a refund is late from the day after its promise, and comes due until that day', async () => {
    const here = await anOfficeWithARefund();
    const promised = here.view.row.refundExpectedTo ?? '';
    expect(promised).toBe('2026-09-29');
    here.setNow('2026-09-29T16:00:00.000Z');
    const before = await here.gives('today.counts', {});
    expect([before.overdue, before.overdueCents, before.dueThisWeek]).toEqual([0, 0, 1]);
    expect(before.days).toEqual([{ on: promised, refunds: 1, petitions: 0 }]);
    here.setNow('2026-09-30T16:00:00.000Z');
    const after = await here.gives('today.counts', {});
    expect([after.overdue, after.overdueCents, after.dueThisWeek, after.days]).toEqual([
      1,
      here.view.row.refund,
      0,
      [],
    ]);
    here.setNow('2026-09-16T16:00:00.000Z');
    expect((await here.gives('today.counts', {})).days).toEqual([{ on: promised, refunds: 1, petitions: 0 }]);
    here.setNow('2026-09-15T16:00:00.000Z');
    expect((await here.gives('today.counts', {})).days).toEqual([]);
  });

  test('held forms, letters to make and the last form are counted; a letter made waits to be printed', async () => {
    const here = await anOfficeWithARefund();
    const held = await here.gives(
      'case.save',
      saving(aForm(here.student, null), null, { mode: 'hold', why: 'No course' }),
    );
    const counts = await here.gives('today.counts', {});
    expect(counts).toMatchObject({ held: 1, lettersToMake: 1, lettersReady: 0, lettersWithoutAddress: 0 });
    expect(counts.last?.id).toBe(held.view.row.id);
    await here.gives('letter.make', { requestId: id(), caseId: here.view.row.id, language: 'en' });
    expect(await here.gives('today.counts', {})).toMatchObject({ lettersToMake: 0, lettersReady: 1 });
  });

  test('a letter without an address is counted as that', async () => {
    const here = await anOpenDesk();
    const student = await here.gives('student.save', {
      requestId: id(),
      student: aStudent({ number: '1002', address: { ...aStudent().address, line1: '' } }),
    });
    const form = aForm(student, here.course, { received: '2026-09-01', postmarked: null });
    const { view } = await here.gives('case.save', saving(form, anEnrolment(student, here.course)));
    await here.call('letter.make', { requestId: id(), caseId: view.row.id, language: 'en' });
    expect(await here.gives('today.counts', {})).toMatchObject({ lettersToMake: 0, lettersWithoutAddress: 1 });
  });

  test('a backup is too old after the days that the office’s rules give it', async () => {
    const here = await anOpenDesk();
    expect(await here.gives('today.counts', {})).toMatchObject({ backedUpAt: null, backupTooOld: true });
    await here.gives('register.backUp', {});
    const { backedUpAt } = await here.gives('today.counts', {});
    const limit = Date.parse(backedUpAt ?? '') + standardRules.backupDays * 24 * 60 * 60 * 1000;
    here.setNow(new Date(limit).toISOString());
    expect((await here.gives('today.counts', {})).backupTooOld).toBe(false);
    here.setNow(new Date(limit + 1000).toISOString());
    expect((await here.gives('today.counts', {})).backupTooOld).toBe(true);
  });

  test('who sees no student is told of none; the care of the register is theirs too', async () => {
    const here = await anOfficeWithARefund();
    await here.desk.close();
    const administrator = aDesk(here.folder, {}, someone('administrator', 'admin'));
    await administrator.desk.open();
    const counts = await administrator.gives('today.counts', {});
    expect(counts).toMatchObject({ lettersToMake: 0, overdue: 0, overdueCents: 0, last: null, days: [] });
  });
});

describe('for whom it waits', () => {
  const nothing: TodayCounts = {
    held: 0,
    federal: 0,
    returned: 0,
    petitionsWaiting: 0,
    petitionsDue: 0,
    petitionsReturned: 0,
    appealsWaiting: 0,
    appealsDue: 0,
    appealsReturned: 0,
    approvals: 0,
    approvalsMine: 0,
    lettersToMake: 0,
    lettersReady: 0,
    lettersWithoutAddress: 0,
    lettersCameBack: 0,
    toHandOver: 0,
    toHandOverCents: 0,
    overdue: 0,
    overdueCents: 0,
    dueThisWeek: 0,
    invoicesOverdue: 0,
    days: [],
    backedUpAt: null,
    backupTooOld: false,
    calendarMissing: false,
    last: null,
  };
  const lines = (role: 'clerk' | 'supervisor', counts: Partial<TodayCounts>) =>
    waitingFor(role, { ...nothing, ...counts }, 'backup', '2026').map((w) => `${w.whom}: ${w.figure} ${w.words}`);

  test('nothing where nothing does', () => {
    expect(lines('clerk', {})).toEqual([]);
  });

  test('petitions and approvals wait for a supervisor, for the supervisor only those that are not their own', () => {
    const counts = { approvals: 5, approvalsMine: 3, petitionsWaiting: 4, petitionsDue: 1, appealsReturned: 2 };
    expect(lines('clerk', counts)).toEqual([
      'student: 2 appeals returned for information',
      'supervisor: 1 petition due by today',
      'supervisor: 3 petitions to decide',
      'supervisor: 5 determinations waiting for approval',
    ]);
    expect(lines('supervisor', counts)).toEqual([
      'you: 3 determinations to approve',
      'student: 2 appeals returned for information',
      'you: 1 petition due by today',
      'you: 3 petitions to decide',
      'supervisor: 2 determinations waiting for approval',
    ]);
  });

  test('what is late is said with its sum, and first', () => {
    expect(
      lines('clerk', {
        overdue: 2,
        overdueCents: 65_000,
        toHandOver: 3,
        toHandOverCents: 104_000,
        held: 1,
        backupTooOld: true,
        calendarMissing: true,
      }),
    ).toEqual([
      'you: 2 refunds not paid by their promised day, $650.00',
      'you: 1 form held as incomplete',
      'you: 3 refunds to hand over to the Business Office, $1,040.00',
      'you: ! backup',
      'you: ! No closures are entered for 2026. Enter them',
    ]);
  });
});
