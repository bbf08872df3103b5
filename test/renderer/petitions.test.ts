import { describe, expect, test } from 'vitest';
import { petitionKindsOffered } from '../../renderer/forms/petition-kinds';
import { dueWords } from '../../renderer/screens/petitions/columns';
import { isLate, sayDeadline } from '../../renderer/screens/petitions/deadline-words';
import { readDecision, type DecisionTexts } from '../../renderer/screens/petitions/decision-reading';
import { blankPaper, readPaper, writePaper } from '../../renderer/screens/petitions/paper-texts';
import { tallyWords } from '../../renderer/screens/petitions/vote-words';
import { shippedPacks } from '../../shared/policy/packs/index';
import { petitionFieldsSchema } from '../../shared/register/petition';
import type { DayContext } from '../../shared/typed/day';

const days: DayContext = { today: '2026-11-02', near: '2026-11-02', past: true, isWorkingDay: () => true };

describe('by when a petition may come', () => {
  const deadline = { from: '2026-04-30', through: '2026-10-30', clause: 'H16' };

  test('its last day is in time, the day after is not', () => {
    expect(isLate(deadline, '2026-10-30')).toBe(false);
    expect(isLate(deadline, '2026-10-31')).toBe(true);
    expect(sayDeadline(deadline, '2026-10-29')).toMatch(/Thu, Oct 29, 2026, 1 day before its last day\.$/);
    expect(sayDeadline(deadline, '2026-10-30')).toMatch(/Fri, Oct 30, 2026, on its last day\.$/);
    expect(sayDeadline(deadline, '2026-11-01')).toMatch(/Sun, Nov 1, 2026, 2 days too late\.$/);
    expect(sayDeadline(deadline, null)).toMatch(/through Fri, Oct 30, 2026 \(H16\)\.$/);
  });

  test('what the office owes is said in words', () => {
    expect(dueWords('2026-11-01', '2026-11-02')).toBe('11/1/2026 · 1 day overdue');
    expect(dueWords('2026-11-02', '2026-11-02')).toBe('11/2/2026 · today');
    expect(dueWords('2026-11-09', '2026-11-02')).toBe('11/9/2026 · in 7 days');
    expect(dueWords('2026-11-10', '2026-11-02')).toBe('11/10/2026');
  });
});

describe('a decision as typed', () => {
  const typed: DecisionTexts = {
    verdict: 'in-part',
    by: 'percent',
    percent: '50',
    amount: '',
    authority: 'Lee',
    reason: ' Ill. ',
    on: '11/2',
  };

  test('a percentage lies from 0 to 100; an amount takes its place', () => {
    expect(readDecision(typed, true, days).decision).toEqual({
      verdict: 'in-part',
      percent: 50,
      cents: null,
      authority: 'Lee',
      reason: 'Ill.',
      on: '2026-11-02',
    });
    expect(readDecision({ ...typed, percent: '100 %' }, true, days).decision?.percent).toBe(100);
    expect(readDecision({ ...typed, percent: '100.1' }, true, days).problems['percent']).toContain('“100.1”');
    expect(readDecision({ ...typed, percent: '' }, true, days).problems['percent']).toContain('missing');
    expect(readDecision({ ...typed, by: 'amount', amount: '120.50' }, true, days).decision).toMatchObject({
      percent: null,
      cents: 12_050,
    });
    expect(readDecision({ ...typed, by: 'amount' }, true, days).problems['cents']).toContain('missing');
  });

  test('what is denied, and what is granted whole, has no figure', () => {
    expect(readDecision({ ...typed, verdict: 'denied', percent: 'x' }, true, days).decision?.percent).toBeNull();
    expect(readDecision({ ...typed, verdict: 'granted', percent: 'x' }, false, days).decision?.percent).toBeNull();
    expect(Object.keys(readDecision({ ...typed, authority: ' ', on: '2/30' }, true, days).problems)).toEqual([
      'on',
      'authority',
    ]);
  });
});

test('a paper comes back as the texts that make it again, and names the date it lacks', () => {
  const blank = readPaper(blankPaper('appeal'), days);
  expect(blank.wrong).toEqual([{ field: 'receivedOn', message: 'The date received is missing. Type it as stamped.' }]);
  const texts = {
    ...blankPaper('retroactive'),
    receivedOn: '10/30',
    channel: 'mail' as const,
    reasonCode: '2',
    reason: 'Ill.',
    evidence: [
      { what: 'Hospital letter', seenOn: '10/31' },
      { what: 'Bill', seenOn: '' },
    ],
    askedCents: '120.5',
  };
  const petition = petitionFieldsSchema.parse(readPaper(texts, days).record);
  expect(petition).toMatchObject({ receivedOn: '2026-10-30', reasonCode: 2, askedCents: 12_050 });
  expect(petition.evidence.map((e) => e.seenOn)).toEqual(['2026-10-31', null]);
  expect(readPaper(writePaper(petition), days).record).toEqual(petition);
});

test('votes are counted, and even votes are said to be even', () => {
  const votes = (...all: readonly ('grant' | 'in-part' | 'deny' | 'abstain')[]) => all.map((vote) => ({ vote }));
  expect(tallyWords(votes('grant', 'deny'), 3)).toContain('1 member has not voted yet.');
  expect(tallyWords(votes('grant', 'deny', 'abstain'), 3)).toContain('The votes are even');
  expect(tallyWords(votes('grant', 'grant', 'deny'), 3)).toBe(
    '2 to grant, 0 to grant in part, 1 to deny, 0 abstentions.',
  );
});

test('the petitions of the policy are offered, all where it knows none, and never an appeal', () => {
  expect(petitionKindsOffered(null)).toEqual(['late-drop', 'retroactive', 'reinstatement']);
  const humboldt = shippedPacks.find((p) => p.id === 'humboldt-extended-education')?.pack ?? null;
  expect(petitionKindsOffered(humboldt)).toEqual(['late-drop', 'retroactive']);
  expect(petitionKindsOffered(humboldt, 'reinstatement')).toEqual(['late-drop', 'retroactive', 'reinstatement']);
});
