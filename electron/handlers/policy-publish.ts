import type { Write } from '../../db/actions';
import type { Register } from '../../db/register';
import type { Input } from '../../shared/contract';
import type { Problem } from '../../shared/errors';
import { auditVersion } from '../../shared/policy/audit';
import type { CompiledPack } from '../../shared/policy/compile';
import { nextVersion } from '../../shared/policy/in-force';
import type { Pack } from '../../shared/policy/pack';
import { checkPolicy } from '../../shared/policy/policy-file';
import { overrideProblem, readingsByName } from '../../shared/policy/readings';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import type { OpenContext } from './context';
import { casesOf } from './policy-reads';
import { isPublished, standingDraft } from './policy-texts';

/**
 * Publishes a draft inside the transaction that the caller holds: under the next version number, from a day on, its text kept under its
 * hash and from then on only read. Refused, with every place: what the audit calls an error, a worked case that comes out otherwise, a day
 * before a version that has decided, a reading that the office chose and this version no longer offers.
 */
export function publish(
  { id, effectiveFrom, reason }: Input<'policy.draft.publish'>,
  context: OpenContext,
  write: Write,
): Result<null> {
  const { register } = context;
  const draft = register.policies.get(id);
  if (draft === null) return fail({ kind: 'not-found', what: 'That draft' });
  if (draft.published !== null) return isPublished(draft.published);
  const packs = packsOf(register);
  const checked = checkPolicy(standingDraft(draft, register).file);
  const { pack, cases } = checked;
  const problems: Problem[] = checked.findings
    .filter((f) => f.severity === 'error')
    .map(({ where, message }) => ({ field: where, message }));
  if (pack === null || cases === null || problems.length > 0) return fail({ kind: 'invalid', problems });
  for (const { id: own, passed, differences } of casesOf(checked)) {
    if (passed) continue;
    const what = differences.map((d) => `${d.field} is ${d.found} and should be ${d.expected}`).join('; ');
    problems.push({ field: `cases.${own}`, message: `The worked case ${own} comes out otherwise: ${what}.` });
  }
  const version = nextVersion(pack.id, packs);
  problems.push(...dayProblems(pack.id, { version, effectiveFrom }, context.register));
  problems.push(...readingProblems(pack, context));
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  write.entry('policy.published', id, {
    policy: pack.id,
    version,
    effectiveFrom,
    name: pack.name.en,
    institution: pack.institution,
    packHash: write.pack(JSON.stringify(published(pack, version, effectiveFrom))),
    casesHash: write.pack(JSON.stringify(cases)),
    reason,
    first: !packs.some((p: CompiledPack) => p.id === pack.id),
  });
  return ok(null);
}

/** A draft's pack as the version that it would be. */
export function published(pack: Pack, version: string, effectiveFrom: string): Pack {
  return { ...pack, version, effectiveFrom };
}

/** A version dated before one that has decided would take that one's courses from it. */
function dayProblems(policy: string, next: Pick<Pack, 'version' | 'effectiveFrom'>, register: Register): Problem[] {
  const used = register.policies.used().filter((u) => u.policy === policy);
  const findings = auditVersion(
    next,
    used.map((u) => ({ ...u, used: 1 })),
    null,
  );
  return findings.map(({ where, message }) => ({ field: where, message }));
}

/** What the office chose among a policy's readings must not change its meaning without a word. */
function readingProblems(pack: Pack, { office }: OpenContext): Problem[] {
  const byName = readingsByName(pack);
  return Object.entries(office().readings[pack.id] ?? {}).flatMap(([name, value]) => {
    const reading = byName.get(name);
    if (reading === undefined || overrideProblem(reading, value) === null) return [];
    const message = `This office reads ${name} as ${typeof value === 'object' ? JSON.stringify(value) : String(value)}, which this version no longer offers. Choose another reading first.`;
    return [{ field: `readings.${name}`, message }];
  });
}
