import { describe, expect, test } from 'vitest';
import { id } from '../db/records';
import { anAppeal, anAppealed, autumn, part, wou } from './appeals-here';
import { aCaseBy, aDecision, aDeskOfThree } from './petitions-here';

describe('an appeal', () => {
  test('granted in part gives a determination beside the old one, which cites it and takes its place', async () => {
    const here = await anAppealed();
    expect(here.opened).toMatchObject({
      row: { number: 'RD-2026-0001-A1', state: 'open' },
      againstSeq: here.view.determinations[0]?.seq,
      deadline: null,
      forbidden: null,
      standard: { refund: 30_000 },
    });
    here.as('lee');
    const view = await here.gives('petition.decide', { requestId: id(), id: here.appealId, decision: part });
    expect(view.case.row).toMatchObject({ outcome: 'refund', percent: 90, refund: 36_000, clause: 'W4' });
    expect(view.row).toMatchObject({ state: 'in-part', amount: 36_000 });
    expect(view.case.determinations).toMatchObject([
      { cause: 'form', superseded: true, determination: { refund: 30_000 } },
      { cause: 'appeal', superseded: false, person: 'lee', petition: { number: 'RD-2026-0001-A1' } },
    ]);
    expect(view.case.determinations[1]?.facts.decision).toMatchObject({
      kind: 'appeal',
      percent: 90,
      authority: 'Dean of Extended Education',
      reason: 'The orders are enclosed.',
    });
  });

  test('denied leaves what the policy gives, as a determination of its own', async () => {
    const here = await anAppealed();
    here.as('lee');
    const decision = aDecision({ verdict: 'denied', authority: '', reason: 'Nothing new is said.' });
    const view = await here.gives('petition.decide', { requestId: id(), id: here.appealId, decision });
    expect(view.case.row).toMatchObject({ percent: 75, refund: 30_000, clause: 'W1' });
    expect(view.case.determinations.map((d) => [d.cause, d.superseded])).toEqual([
      ['form', true],
      ['appeal', false],
    ]);
  });

  test('is decided once', async () => {
    const here = await anAppealed();
    here.as('lee');
    await here.gives('petition.decide', { requestId: id(), id: here.appealId, decision: part });
    here.as('max');
    const twice = { requestId: id(), id: here.appealId, decision: aDecision({ percent: 100 }) };
    expect(await here.refuses('petition.decide', twice)).toEqual({
      kind: 'wrong-state',
      message: 'RD-2026-0001-A1 was granted in part on Tue, Oct 20, 2026.',
      next: 'A decision stays. The student can appeal against it; what was decided a moment ago by mistake can be undone.',
    });
    const { determinations } = await here.gives('case.get', { id: here.caseId });
    expect(determinations).toHaveLength(2);
  });

  test('against an appeal’s determination is decided by neither of those who decided before', async () => {
    const here = await anAppealed();
    here.as('lee');
    const first = await here.gives('petition.decide', { requestId: id(), id: here.appealId, decision: part });
    here.as('kim');
    const second = await here.gives('petition.open', {
      requestId: id(),
      caseId: here.caseId,
      petition: anAppeal({ receivedOn: '2026-10-25' }),
    });
    expect(second).toMatchObject({
      row: { number: 'RD-2026-0001-A2' },
      againstSeq: first.case.determinations[1]?.seq,
    });
    here.as('lee');
    const whole = { requestId: id(), id: second.row.id, decision: aDecision({ percent: 100, on: '2026-10-26' }) };
    expect(await here.refuses('petition.decide', whole)).toMatchObject({
      message: 'You made the determination that the appeal is against. Another supervisor decides it.',
    });
    expect((await here.gives('petition.get', { id: second.row.id })).whyNotDecide).toMatch(/^You made/);
    here.as('max');
    const view = await here.gives('petition.decide', { ...whole, requestId: id() });
    expect(view.case.row.refund).toBe(40_000);
    expect(view.case.determinations.map((d) => d.superseded)).toEqual([true, true, false]);
  });

  test('is decided by nobody who keyed the form or the appeal, nor by a clerk', async () => {
    const here = await anAppealed();
    const asked = () => here.refuses('petition.decide', { requestId: id(), id: here.appealId, decision: part });
    here.as('kim');
    expect(await asked()).toEqual({ kind: 'not-allowed', action: 'decide petitions and appeals' });
    // Whoever was made a supervisor since is still who keyed it.
    here.as('kim', 'supervisor');
    expect(await asked()).toMatchObject({ message: 'You keyed the form. Another supervisor decides it.' });
    here.as('max');
    const other = await aCaseBy(here, { course: wou });
    here.as('max');
    const own = await here.gives('petition.open', { requestId: id(), caseId: other.caseId, petition: anAppeal() });
    expect(own.whyNotDecide).toBe('You keyed the petition. Another supervisor decides it.');
    expect(await here.refuses('petition.decide', { requestId: id(), id: own.row.id, decision: part })).toMatchObject({
      message: 'You keyed the petition. Another supervisor decides it.',
    });
  });

  test('needs a determination, and a day that can be', async () => {
    const here = await aDeskOfThree({ terms: [autumn] });
    const held = await aCaseBy(here, { course: wou, save: { mode: 'hold', why: 'No fee.' } });
    expect(
      await here.refuses('petition.open', { requestId: id(), caseId: held.caseId, petition: anAppeal() }),
    ).toMatchObject({ message: 'RD-2026-0001 is held: there is no determination to appeal against yet.' });
    const { caseId, actionId } = await aCaseBy(here, { course: wou });
    const on = (receivedOn: string) =>
      here.problems('petition.open', { requestId: id(), caseId, petition: anAppeal({ receivedOn }) });
    expect(await on('2026-09-21')).toEqual({
      receivedOn:
        'Mon, Sep 21, 2026 is before the form itself came (Tue, Sep 22, 2026): nobody can appeal before that. Check the date.',
    });
    expect(await on('2026-10-31')).toEqual({
      receivedOn: 'Sat, Oct 31, 2026 is in the future: a petition cannot be received before it comes. Check the date.',
    });
    const appeal = await here.gives('petition.open', { requestId: id(), caseId, petition: anAppeal() });
    // What the appeal is against is not undone under it.
    expect(await here.refuses('action.undo', { requestId: id(), actionId })).toMatchObject({
      message: 'RD-2026-0002-A1 stands on it.',
      next: 'Undo opening RD-2026-0002-A1 first.',
    });
    expect(await here.refuses('petition.open', { requestId: id(), caseId, petition: anAppeal() })).toMatchObject({
      message: 'RD-2026-0002-A1 asks for the same and is not decided yet.',
    });
    await here.gives('petition.withdraw', { requestId: id(), id: appeal.row.id, on: '2026-10-12', note: '' });
    const again = await here.gives('petition.open', { requestId: id(), caseId, petition: anAppeal() });
    expect(again.row.number).toBe('RD-2026-0002-A2');
  });

  test('under a policy that forbids exceptions is recorded, says so, and can only be denied', async () => {
    const here = await aDeskOfThree();
    const xpro = { policy: 'mit-xpro', category: 'course', meetings: [], meetingLine: '' };
    const course = { ...xpro, starts: '2026-09-08', ends: '2026-11-20' };
    const mail = { kind: 'email', channel: 'email', postmarked: null } as const;
    const a = await aCaseBy(here, { course, form: { ...mail, received: '2026-09-22' } });
    expect(a.view.row).toMatchObject({ outcome: 'none', refund: 0, clause: 'X1' });
    const { row, forbidden } = await here.gives('petition.open', {
      requestId: id(),
      caseId: a.caseId,
      petition: anAppeal(),
    });
    expect(forbidden).toMatchObject({ clause: 'X1', text: expect.stringMatching(/./) as string });
    here.as('lee');
    const refused = await here.refuses('petition.decide', { requestId: id(), id: row.id, decision: part });
    expect(refused).toMatchObject({
      message: expect.stringMatching(/^The policy allows no exception here: .*\(X1\)$/) as string,
    });
    const decision = aDecision({ verdict: 'denied', authority: '', reason: 'The date is not changeable.' });
    const view = await here.gives('petition.decide', { requestId: id(), id: row.id, decision });
    expect(view.case.row).toMatchObject({ outcome: 'none', refund: 0, clause: 'X1' });
  });

  test('of a kind that the policy does not know is recorded, and would be referred', async () => {
    const here = await aDeskOfThree();
    const { caseId } = await aCaseBy(here);
    const { row, forbidden } = await here.gives('petition.open', { requestId: id(), caseId, petition: anAppeal() });
    expect(forbidden?.text).toMatch(/^The policy of this course knows no such petition: .*the case would be referred/);
    here.as('lee');
    expect(await here.refuses('petition.decide', { requestId: id(), id: row.id, decision: part })).toMatchObject({
      kind: 'wrong-state',
    });
  });
});
