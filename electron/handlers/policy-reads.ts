import type { KeptPolicy } from '../../db/nouns/policies';
import type { Register } from '../../db/register';
import type { Output } from '../../shared/contract';
import { compile } from '../../shared/policy/compile';
import { checkPolicy, type CheckedPolicy, type UncheckedPolicy } from '../../shared/policy/policy-file';
import { runWorkedCases, type CaseResult } from '../../shared/policy/worked';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import type { OpenContext, OpenHandlers } from './context';
import { keptFile, standingDraft, textAt } from './policy-texts';

type Version = Output<'policy.list'>['versions'][number];

/** Calls that read the policies: the versions and drafts there are, the text of one, and the office's own for the window. */
export const policyReadHandlers: OpenHandlers<'policy.list' | 'policy.get' | 'policy.own' | 'policy.draft.get'> = {
  'policy.list': (_, context) => {
    const { register } = context;
    const drafts = register.policies.drafts().map((kept) => draftOf(kept, register));
    return ok({ versions: versionsOf(context), drafts: drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt)) });
  },
  'policy.get': ({ policy, version }, context) => fileOfVersion(policy, version, context),
  'policy.own': (_, { register }) =>
    ok(register.policies.publishedHashes().map((hash) => JSON.parse(textAt(hash, register)) as unknown)),
  'policy.draft.get': ({ id }, context) => draftContent(id, context),
};

/** Every version that can decide, the newest of each policy first, with how often it did. */
export function versionsOf({ register }: OpenContext): Version[] {
  const used = register.policies.used();
  const published = new Map(register.policies.published().map((p) => [p.packHash, p]));
  const own = new Map(
    [...published.values()].map((p) => [`${p.published?.policy} ${p.published?.version}`, p.published]),
  );
  return packsOf(register)
    .map(({ id, version, effectiveFrom, pack }): Version => {
      const publication = own.get(`${id} ${version}`) ?? null;
      return {
        policy: id,
        version,
        effectiveFrom,
        name: pack.name.en,
        institution: pack.institution,
        origin: publication === null ? 'shipped' : 'office',
        published: publication === null ? null : { by: publication.by, at: publication.at, reason: publication.reason },
        used: used.filter((u) => u.policy === id && u.version === version).reduce((sum, u) => sum + u.count, 0),
      };
    })
    .sort((a, b) => (a.policy === b.policy ? later(a, b) : a.name < b.name ? -1 : 1));
}

function later(a: Version, b: Version): number {
  return a.effectiveFrom === b.effectiveFrom
    ? Number.parseInt(b.version, 10) - Number.parseInt(a.version, 10)
    : a.effectiveFrom < b.effectiveFrom
      ? 1
      : -1;
}

/** The pack and the worked cases of a version. */
export async function fileOfVersion(
  policy: string,
  version: string,
  { register }: OpenContext,
): Promise<Result<UncheckedPolicy>> {
  const own = register.policies.published().find((p) => p.policy === policy && p.published?.version === version);
  if (own !== undefined) return ok(keptFile(own, register));
  const pack = packsOf(register).find((p) => p.id === policy && p.version === version);
  if (pack === undefined) return fail({ kind: 'not-found', what: 'That version of the policy' });
  // Two hundred worked cases that nothing else needs.
  const { shippedCases } = await import('../../shared/policy/packs/cases');
  return ok({ pack: pack.pack, cases: shippedCases[policy] ?? { offices: {}, cases: [] } });
}

/** What the policy screen shows of a draft: its text, what is wrong with it, and how its worked cases come out. */
export function draftContent(id: string, { register }: OpenContext): Result<Output<'policy.draft.get'>> {
  const kept = register.policies.get(id);
  if (kept?.published !== null) return fail({ kind: 'not-found', what: 'That draft' });
  const { file } = standingDraft(kept, register);
  const checked = checkPolicy(file);
  return ok({ draft: draftOf(kept, register), file, findings: [...checked.findings], cases: casesOf(checked) });
}

/** How the worked cases come out; none where the policy has an error and cannot decide. */
export function casesOf({ pack, cases, findings }: CheckedPolicy): Output<'policy.draft.get'>['cases'] {
  if (pack === null || cases === null || findings.some((f) => f.severity === 'error')) return [];
  return runWorkedCases(compile(pack), cases).map((own: CaseResult) => ({
    ...own,
    differences: own.differences.map((d) => ({ ...d })),
  }));
}

function draftOf(kept: KeptPolicy, register: Register): Output<'policy.list'>['drafts'][number] {
  const { policy, name, savedBy, savedAt } = standingDraft(kept, register);
  return { id: kept.id, policy, name, from: kept.from, savedBy, savedAt };
}
