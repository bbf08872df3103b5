import fc from 'fast-check';
import { expect, test } from 'vitest';
import { petitionKinds } from '../../shared/register/petition';
import { assessed, collected } from '../../shared/register/enrolment';
import { standardRules } from '../../shared/register/rules';
import { aTerm, id } from '../db/records';
import { saving } from './desk-here';
import { aCaseBy, aDecision, aDeskOfThree, aPetition, fall, openUniversity } from './petitions-here';

const does = [
  'open',
  'open',
  'correct',
  'approve',
  'approve',
  'return',
  'answer',
  'vote',
  'decide',
  'decide',
  'decide',
  'withdraw',
  'take-back',
  'again',
  'form',
  'undo',
  'redo',
] as const;
const who = ['kim', 'lee', 'max', 'pat'] as const;

const step = fc.record({
  does: fc.constantFrom(...does),
  who: fc.constantFrom(...who),
  pick: fc.nat(30),
  kind: fc.constantFrom(...petitionKinds),
  day: fc.constantFrom('2026-10-12', '2026-10-12', '2026-10-20', '2026-10-30', '2026-09-20', '2026-10-31'),
  verdict: fc.constantFrom('granted', 'in-part', 'denied'),
  percent: fc.constantFrom(null, 0, 12.5, 65, 100),
  cents: fc.constantFrom(null, null, 0, 1, 12_345, 40_000, 40_001),
  yes: fc.boolean(),
});

/** Everything refused is a value, never a bug: the desk fails the test on one. */
test('whatever is asked of petitions in whatever order, the register holds together and no money is made', async () => {
  const autumn = aTerm({ name: 'Autumn 2026', begins: '2026-09-14', ends: '2026-12-04' });
  const here = await aDeskOfThree({ terms: [fall, autumn] });
  here.as('pat', 'administrator');
  await here.gives('rules.save', { requestId: id(), rules: { ...standardRules, committee: ['Ana'] } });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const late = await aCaseBy(here, { course: openUniversity, form: { received: '2026-10-05', postmarked: null } });
      const wou = { policy: 'wou-extended-programs', category: 'regular-term', termId: autumn.id };
      const early = await aCaseBy(here, { course: wou });
      const cases = [late.caseId, early.caseId];
      // Something to decide from the start; the rest is what comes.
      const petitions: string[] = [];
      for (const [caseId, kind] of [
        [late.caseId, 'late-drop'],
        [late.caseId, 'retroactive'],
        [early.caseId, 'appeal'],
      ] as const) {
        const asked = { requestId: id(), caseId, petition: aPetition({ kind }) };
        petitions.push((await here.gives('petition.open', asked)).row.id);
      }
      const actions: string[] = [];
      for (const s of steps) {
        here.as(s.who, s.who === 'kim' ? 'clerk' : 'supervisor');
        const requestId = id();
        const caseId = cases[s.pick % 2] ?? '';
        const petition = petitions[s.pick % Math.max(1, petitions.length)] ?? id();
        const asked = aPetition({ kind: s.kind, receivedOn: s.day, reason: s.yes ? 'Ill' : '' });
        const done = await (() => {
          switch (s.does) {
            case 'open':
              return here.call('petition.open', { requestId, caseId, petition: asked });
            case 'correct':
              return here.call('petition.correct', { requestId, id: petition, petition: asked, why: 'Misread' });
            case 'approve': {
              const role = s.pick % 2 === 0 ? ('instructor' as const) : ('chair' as const);
              const verdict = s.pick % 5 === 0 ? ('declined' as const) : ('approved' as const);
              const approval = {
                role,
                verdict,
                name: role,
                on: s.day,
                signatureSeen: s.pick % 7 > 0,
                note: s.yes ? 'Said so.' : '',
              };
              return here.call('petition.approve', { requestId, id: petition, approval });
            }
            case 'return':
              return here.call('petition.return', { requestId, id: petition, on: s.day, why: 'x', answerBy: null });
            case 'answer':
              return here.call('petition.answer', { requestId, id: petition, on: s.day, note: '' });
            case 'vote': {
              const vote = ({ granted: 'grant', 'in-part': 'in-part', denied: 'deny' } as const)[s.verdict];
              return here.call('petition.vote', {
                requestId,
                id: petition,
                vote: { member: 'Ana', vote, on: s.day, conflict: false, note: '' },
              });
            }
            case 'decide': {
              const percent = s.verdict !== 'denied' && s.pick % 3 === 1 ? s.percent : null;
              const cents = s.verdict !== 'denied' && s.pick % 3 === 2 ? s.cents : null;
              const given = { percent, cents };
              const decision = aDecision({ verdict: s.verdict, ...given, on: '2026-10-30' });
              return here.call('petition.decide', { requestId, id: petition, decision });
            }
            case 'withdraw':
              return here.call('petition.withdraw', { requestId, id: petition, on: s.day, note: '' });
            case 'take-back':
              return s.pick < 28
                ? here.call('case.get', { id: caseId })
                : here.call('notice.withdraw', { requestId, caseId, on: s.day, channel: null, note: '' });
            case 'again':
              return here.call('case.redetermine', { requestId, id: caseId, why: 'Looked at again.' });
            case 'form': {
              const { form } = caseId === late.caseId ? late.view : early.view;
              return here.call('case.save', {
                ...saving({ ...form, note: String(s.pick) }, null, { caseId, why: 'Note.' }),
                requestId,
              });
            }
            case 'undo':
              return here.call('action.undo', {
                requestId,
                actionId: actions[s.pick % Math.max(1, actions.length)] ?? id(),
              });
            case 'redo':
              return here.call('action.redo', {
                requestId,
                actionId: actions[s.pick % Math.max(1, actions.length)] ?? id(),
              });
          }
        })();
        if (!done.ok || s.does === 'undo' || s.does === 'redo') continue;
        if (s.does !== 'take-back' || s.pick >= 28) actions.push(requestId);
        if (s.does === 'open' && 'row' in done.value) petitions.push(done.value.row.id);
      }

      here.as('max');
      expect(await here.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
      for (const a of [late, early]) {
        const view = await here.gives('case.get', { id: a.caseId });
        const most = { assessed: assessed(a.enrolment), collected: collected(a.enrolment) };
        for (const { determination: d } of view.determinations) {
          expect(d.refund + d.cancelled + d.kept).toBe(most.assessed);
          expect(d.refund).toBeGreaterThanOrEqual(0);
          expect(d.refund).toBeLessThanOrEqual(most.collected);
          expect(d.settlement.payable + d.settlement.appliedToBalance).toBe(d.refund);
        }
        const counting = view.determinations.filter((d) => !d.superseded);
        expect(counting).toHaveLength(view.row.state === 'decided' ? 1 : 0);
        expect(view.row.refund).toBe(counting[0]?.determination.refund ?? 0);
        expect(view.row.openPetitions).toBe(
          view.petitions.filter((p) => p.state === 'open' || p.state === 'returned').length,
        );
        if (view.row.state === 'decided') expect(view.stale).toBe(false);
        const keyed = view.entries.filter((e) => !e.undone && /received|corrected/.test(e.kind)).map((e) => e.person);
        for (const { id: petitionId } of view.petitions) {
          const { entries, row } = await here.gives('petition.get', { id: petitionId });
          const decisions = entries.filter((e) => e.kind === 'petition.decided' && !e.undone);
          expect(decisions.length).toBeLessThanOrEqual(1);
          for (const decision of decisions) {
            const verdict = (decision.content as { verdict: string }).verdict;
            if (verdict === 'late') continue;
            // Whoever keyed it before it was decided is not who decided it.
            const before = entries.filter((e) => !e.undone && /received|corrected/.test(e.kind)).map((e) => e.person);
            expect(before).not.toContain(decision.person);
            expect(row.decidedOn).toBe('2026-10-30');
          }
        }
        expect(keyed).toContain('kim');
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
}, 120_000);
