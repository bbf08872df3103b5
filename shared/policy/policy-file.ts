import { fail, ok, type Result } from '../result';
import { audit, type Finding } from './audit';
import { auditCases } from './audit-cases';
import { readJson } from './json-text';
import { packSchema, type Pack } from './pack';
import { readBySchema } from './schema-findings';
import { casesSchema, type CasesFile } from './worked';

/** What an exported policy file may come to, in bytes; a whole policy with its cases is a hundredth of it. */
export const policyFileLimit = 10_000_000;

/** How deep a policy may be nested; the deepest limit that makes sense is a third of it. */
const maxDepth = 64;

const format = 'refund-desk-policy';
const formatVersion = 1;

/** A policy with its worked cases as somebody wrote them down, before anything was checked. */
export type UncheckedPolicy = { readonly pack: unknown; readonly cases: unknown };

/** What checking came to: the two parts as far as they could be read, and everything that is wrong or worth knowing. */
export type CheckedPolicy = {
  readonly pack: Pack | null;
  readonly cases: CasesFile | null;
  readonly findings: readonly Finding[];
};

/** A policy that may be used: no finding is an error. */
export type SoundPolicy = { readonly pack: Pack; readonly cases: CasesFile; readonly findings: readonly Finding[] };

/** Checks a policy and its cases, however unfinished: first what each is made of, then what only the whole shows. */
export function checkPolicy({ pack, cases }: UncheckedPolicy): CheckedPolicy {
  const ownPack = readBySchema(packSchema, pack);
  const ownCases = readBySchema(casesSchema, cases);
  const read = 'value' in ownPack ? ownPack.value : null;
  const worked = 'value' in ownCases ? ownCases.value : null;
  const findings = [
    ...('findings' in ownPack ? ownPack.findings : audit(ownPack.value)),
    ...('findings' in ownCases ? ownCases.findings : auditCases(ownCases.value, read)),
  ];
  return { pack: read, cases: worked, findings };
}

/** Reads an exported policy file, which anybody may have written: the policy, or every place that is wrong and why. Never throws. */
export function readPolicyFile(text: string): Result<SoundPolicy> {
  if (text.length > policyFileLimit)
    return refused([['', 'The file is larger than 10 MB. No policy is: it is probably another file.']]);
  const json = readJson(text, maxDepth);
  if ('problem' in json) {
    const { line, column, path, message } = json.problem;
    return refused([[path, `Line ${line}, column ${column}: ${message}`]]);
  }
  const envelope = json.value;
  if (typeof envelope !== 'object' || envelope === null || !('format' in envelope) || envelope.format !== format)
    return refused([['format', 'The file is not an exported policy of Refund Desk.']]);
  // Where the register ended that it was exported from: for whoever compares the file with that register; here it decides nothing.
  const {
    formatVersion: version,
    register: _mark,
    pack,
    cases,
    ...more
  } = envelope as Readonly<Record<string, unknown>>;
  if (version !== formatVersion)
    return refused([
      ['formatVersion', 'The file was made by another version of Refund Desk, which writes it otherwise.'],
    ]);
  const others = Object.keys(more).filter((name) => name !== 'format');
  if (others.length > 0) return refused(others.map((name) => [name, `There is no field “${name}” here. Take it out.`]));
  const checked = checkPolicy({ pack, cases });
  const errors = checked.findings.filter((f) => f.severity === 'error');
  if (checked.pack === null || checked.cases === null || errors.length > 0)
    return refused(errors.map(({ where, message }) => [where, message]));
  return ok({ pack: checked.pack, cases: checked.cases, findings: checked.findings });
}

/** A policy with its worked cases as the text of one file, which `readPolicyFile` reads; `mark` says where the chain of the register it comes from ended. */
export function writePolicyFile({ pack, cases }: Pick<SoundPolicy, 'pack' | 'cases'>, mark = ''): string {
  const register = mark === '' ? {} : { register: mark };
  return `${JSON.stringify({ format, formatVersion, ...register, pack, cases }, null, 2)}\n`;
}

function refused(problems: readonly (readonly [string, string])[]): ReturnType<typeof fail> {
  return fail({ kind: 'policy-refused', problems: problems.map(([field, message]) => ({ field, message })) });
}
