import type { Problem } from '../../shared/errors';
import type { Determination } from '../../shared/policy/determination';
import { engine, evaluate } from '../../shared/policy/evaluate';
import { outcomeLabel } from '../../shared/policy/explain';
import type { Facts } from '../../shared/policy/facts';
import type { CompiledPack } from '../../shared/policy/compile';
import { withReadingsInForce } from '../../shared/policy/in-force';
import { byOtherDate } from '../../shared/policy/other-date';
import { overrideProblem } from '../../shared/policy/readings';
import type { DeterminedContent } from '../../shared/register/contents';
import type { Office, PolicyReadings } from '../../shared/register/office';

/** A determination with all that it was made from, ready to be stored whole. */
export type Determining = {
  readonly facts: Facts;
  readonly packText: string;
  readonly engine: string;
  readonly determination: Determination;
  readonly label: string;
  readonly otherDate: NonNullable<DeterminedContent['otherDate']> | null;
};

/** The determination of some facts by the version of their policy in force; or the field that this policy cannot read. */
export function determine(
  given: Facts,
  packs: readonly CompiledPack[],
): { readonly ok: true; readonly made: Determining } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const facts = withReadingsInForce(given, packs);
  const result = evaluate(facts, packs);
  if ('problems' in result)
    return {
      ok: false,
      problems: result.problems.map((p) => ({
        field: 'courseId',
        message: `The course’s policy cannot decide this: ${p.field} ${p.message}. Check the course.`,
      })),
    };
  const { determination, pack } = result;
  const other = byOtherDate(determination, facts, pack);
  return {
    ok: true,
    made: {
      facts,
      packText: packTextOf(pack),
      engine,
      determination,
      label: outcomeLabel(determination, pack.pack, 'en'),
      otherDate: other === null ? null : { date: other.date, refund: other.determination.refund },
    },
  };
}

const packTexts = new WeakMap<CompiledPack, string>();

/** The text of a pack as it is kept beside the determinations made by it. */
export function packTextOf(pack: CompiledPack): string {
  let text = packTexts.get(pack);
  if (text === undefined) {
    text = JSON.stringify(pack.pack);
    packTexts.set(pack, text);
  }
  return text;
}

/** Whether a determination was made because the class was cancelled. */
export function isByCancellation(determination: Determination, packs: readonly CompiledPack[]): boolean {
  const pack = packs.find((p) => p.id === determination.policy && p.version === determination.version);
  return pack?.pack.cancelled != null && determination.clause === pack.pack.cancelled.clause;
}

/** What is wrong with a policy and a category as they stand on a course. */
export function policyProblems(policy: string, category: string, packs: readonly CompiledPack[]): Problem[] {
  const versions = packs.filter((p) => p.id === policy);
  if (versions.length === 0)
    return [{ field: 'policy', message: `“${policy}” is not a policy this office has. Choose one of the list.` }];
  if (category === '')
    return [
      {
        field: 'category',
        message: 'The category is missing: it says which refund rule counts. Choose one of the list.',
      },
    ];
  if (versions.some((p) => p.rules.categories.has(category))) return [];
  return [
    {
      field: 'category',
      message: `${versions[0]?.pack.name.en ?? policy} has no rule for “${category}” courses. Choose one of its categories.`,
    },
  ];
}

/** What is wrong with the policy and the readings that an office chose. */
export function officeProblems(office: Office, packs: readonly CompiledPack[]): Problem[] {
  if (!packs.some((p) => p.id === office.policy))
    return [
      { field: 'policy', message: `“${office.policy}” is not a policy this office has. Choose one of the list.` },
    ];
  return Object.entries(office.readings).flatMap(([policy, readings]) =>
    readingsProblems(policy, readings, packs).map(({ field, message }) => ({
      field: `readings.${policy}.${field}`,
      message,
    })),
  );
}

/** What is wrong with the readings chosen for a policy: each must be a choice of one of its versions at least. */
export function readingsProblems(policy: string, readings: PolicyReadings, packs: readonly CompiledPack[]): Problem[] {
  const versions = packs.filter((p) => p.id === policy);
  return Object.entries(readings).flatMap(([name, value]) => {
    if (versions.some((p) => overrideProblem(p.rules.readings.get(name), value) === null)) return [];
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return [{ field: name, message: `“${shown}” is not a choice for ${name}. Choose one of the list.` }];
  });
}
