import { expect } from 'vitest';
import { standardRules, type Rules } from '../../shared/register/rules';
import { aTerm, id } from '../db/records';
import { aCaseBy, aDecision, aDeskOfThree, aPetition } from './petitions-here';

/** Ten weeks whose ninth day is Sep 22. */
export const autumn = aTerm({ name: 'Autumn 2026', begins: '2026-09-14', ends: '2026-12-04' });
/** A course of theirs under a policy that knows appeals. */
export const wou = { policy: 'wou-extended-programs', category: 'regular-term', termId: autumn.id } as const;

/** An appeal that came on Oct 5. */
export const anAppeal = (other: Parameters<typeof aPetition>[0] = {}) => aPetition({ kind: 'appeal', ...other });

/** A drop on the ninth day of a term: 75 % of $400 by the policy, decided as Kim keyed it; an appeal against it came on Oct 5. */
export async function anAppealed(rules: Partial<Rules> = {}) {
  const here = await aDeskOfThree({ terms: [autumn] });
  if (Object.keys(rules).length > 0) {
    here.as('pat', 'administrator');
    await here.gives('rules.save', { requestId: id(), rules: { ...standardRules, ...rules } });
  }
  const a = await aCaseBy(here, { course: wou });
  expect(a.view.row).toMatchObject({ outcome: 'refund', percent: 75, refund: 30_000 });
  const opened = await here.gives('petition.open', { requestId: id(), caseId: a.caseId, petition: anAppeal() });
  return { ...here, ...a, opened, appealId: opened.row.id };
}

/** 90 % instead. */
export const part = aDecision({ verdict: 'in-part', percent: 90 });
