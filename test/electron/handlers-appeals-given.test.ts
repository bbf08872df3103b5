import { describe, expect, test } from 'vitest';
import type { Vote } from '../../shared/register/petition';
import { id } from '../db/records';
import { aDecision } from './petitions-here';
import { anAppealed, part } from './appeals-here';

describe('what an appeal may give', () => {
  test.each([
    [{ percent: null, cents: null }, { percent: 'What is granted is missing. Type the percentage, or the amount.' }],
    [
      { percent: 50, cents: 20_000 },
      { cents: 'There is a percentage and an amount. Type only one of them; the other follows from it.' },
    ],
    [{ cents: 40_001 }, { cents: '$400.01 is more than was collected ($400.00). Type at most that.' }],
    [{ cents: 0 }, { cents: 'A grant of $0.00 gives nothing. Type what is granted, or deny it.' }],
    [{ percent: 0 }, { percent: 'A grant of 0% gives nothing. Type what is granted, or deny it.' }],
    [{ percent: 100 }, { percent: 'All of it is not a part. Grant it, or type less.' }],
    [{ cents: 40_000 }, { cents: 'All of it is not a part. Grant it, or type less.' }],
    [{ percent: 33.3333333 }, { percent: 'A percentage has at most six decimals. Type the amount instead.' }],
    [{ percent: 101 }, { percent: 'A percentage is at most 100.' }],
    [{ percent: -1 }, { percent: 'A percentage is not below 0.' }],
    [
      { percent: 90, authority: '' },
      { authority: 'By whose authority it is granted is missing. Type the office or the name.' },
    ],
    [
      { percent: 90, reason: '' },
      { reason: 'Why it is granted is missing. Type it here; the letter tells the student.' },
    ],
    [
      { percent: 90, on: '2026-10-31' },
      { on: 'Sat, Oct 31, 2026 is in the future: it cannot have been decided yet. Check the date.' },
    ],
    [
      { percent: 90, on: '2026-10-04' },
      { on: 'Sun, Oct 4, 2026 is before the petition came (Mon, Oct 5, 2026). Check the date.' },
    ],
    [
      { verdict: 'denied', percent: 10 },
      { percent: 'A denial gives nothing beyond the policy. Leave it empty, or grant it.' },
    ],
    [
      { verdict: 'denied', reason: '' },
      { reason: 'Why it is denied is missing. Type it here; the letter tells the student.' },
    ],
  ] as const)('not %j', async (other, problems) => {
    const here = await anAppealed();
    here.as('lee');
    const decision = aDecision({ verdict: 'in-part', ...other });
    expect(await here.problems('petition.decide', { requestId: id(), id: here.appealId, decision })).toEqual(problems);
    expect((await here.gives('petition.get', { id: here.appealId })).row.state).toBe('open');
  });

  test.each([
    [40_000, 'granted', 100],
    [39_999, 'in-part', 99.997],
    [1, 'in-part', 0.003],
    [12_345, 'in-part', 30.862],
  ] as const)('%d cents, to the cent', async (cents, verdict, percent) => {
    const here = await anAppealed();
    here.as('lee');
    const decision = aDecision({ verdict, cents });
    const view = await here.gives('petition.decide', { requestId: id(), id: here.appealId, decision });
    expect(view.case.row.refund).toBe(cents);
    expect(view.decision).toMatchObject({ cents, percent });
  });
});

describe('a committee', () => {
  const committee = ['Ana Reyes', 'Ben Ito', 'Carla Voss'];
  const aVote = (member: string, vote: Vote['vote'], other: Partial<Vote> = {}): Vote => ({
    member,
    vote,
    on: '2026-10-12',
    conflict: false,
    note: '',
    ...other,
  });

  test('decides by the majority of its members, each once; a tie is no majority', async () => {
    const here = await anAppealed({ committee });
    here.as('lee');
    const votes = (vote: Vote) => here.gives('petition.vote', { requestId: id(), id: here.appealId, vote });
    const decide = () => ({ requestId: id(), id: here.appealId, decision: part });
    expect(await here.refuses('petition.decide', decide())).toEqual({
      kind: 'wrong-state',
      message: 'The committee has no majority: 0 to grant, 0 to grant in part, 0 to deny, 0 abstaining.',
      next: 'Record the votes of Ana Reyes, Ben Ito and Carla Voss first.',
    });
    await votes(aVote('ana  reyes', 'in-part'));
    await votes(aVote('Ben Ito', 'deny'));
    await votes(aVote('Carla Voss', 'abstain', { conflict: true }));
    expect(await here.refuses('petition.decide', decide())).toMatchObject({
      message: 'The committee has no majority: 0 to grant, 1 to grant in part, 1 to deny, 1 abstaining.',
      next: 'The votes are tied. Let the members vote again and record their new votes.',
    });
    const changed = await votes(aVote('Ben Ito', 'in-part', { note: 'After the hearing.' }));
    expect(changed.votes.map((v) => [v.member, v.vote])).toEqual([
      ['Ana Reyes', 'in-part'],
      ['Ben Ito', 'in-part'],
      ['Carla Voss', 'abstain'],
    ]);
    // Both of a member's votes are kept.
    expect(changed.entries.filter((e) => e.kind === 'petition.voted')).toHaveLength(4);
    const denied = aDecision({ verdict: 'denied', authority: '', reason: 'No.' });
    expect(await here.refuses('petition.decide', { ...decide(), decision: denied })).toMatchObject({
      message: 'The committee voted otherwise: 0 to grant, 2 to grant in part, 0 to deny, 1 abstaining.',
    });
    const view = await here.gives('petition.decide', decide());
    expect(view.row.state).toBe('in-part');
  });

  test('hears only its members; one with a conflict abstains; an office without one needs no votes', async () => {
    const here = await anAppealed({ committee });
    here.as('lee');
    const problems = (vote: Vote) => here.problems('petition.vote', { requestId: id(), id: here.appealId, vote });
    expect(await problems(aVote('D. Other', 'grant'))).toEqual({
      member: '“D. Other” is not on the committee (Ana Reyes, Ben Ito and Carla Voss). Only its members vote.',
    });
    expect(await problems(aVote('Ben Ito', 'grant', { conflict: true }))).toEqual({
      vote: 'A member with a conflict of interest abstains. Record an abstention.',
    });
    expect(Object.keys(await problems(aVote('Ben Ito', 'grant', { on: '2026-10-31' })))).toEqual(['on']);
    expect(Object.keys(await problems(aVote('Ben Ito', 'grant', { on: '2026-10-04' })))).toEqual(['on']);
    const without = await anAppealed();
    without.as('lee');
    const vote = { requestId: id(), id: without.appealId, vote: aVote('Ben Ito', 'grant') };
    expect(await without.refuses('petition.vote', vote)).toMatchObject({
      message: 'This office has no committee: no votes are needed.',
    });
  });
});
