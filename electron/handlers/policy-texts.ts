import type { KeptPolicy } from '../../db/nouns/policies';
import type { Register } from '../../db/register';
import { policyFileLimit, type UncheckedPolicy } from '../../shared/policy/policy-file';
import { fail, ok, type Result } from '../../shared/result';

// A draft is an entry when it is begun, discarded and published. What is typed meanwhile lies with the other half-typed forms, the last
// text alone: no entry and no kept text is made of every pause in typing.

/** A draft as it stands: its text, and the policy's id and name as far as it has them. */
export type StandingDraft = {
  readonly file: UncheckedPolicy;
  readonly policy: string;
  readonly name: string;
  readonly savedBy: string;
  readonly savedAt: string;
};

/** The texts of a policy's two parts as they are kept, with the policy's id and name as far as it has them. */
export type DraftTexts = {
  readonly pack: string;
  readonly cases: string;
  readonly policy: string;
  readonly name: string;
};

/** What is kept of a policy's text, however unfinished; refused only where it is larger or deeper than any policy. */
export function textsOf({ pack, cases }: UncheckedPolicy): Result<DraftTexts> {
  const tooLarge = fail({
    kind: 'invalid',
    problems: [
      {
        field: 'file',
        message: 'This is larger than 10 MB or nested too deep. No policy is: take out what does not belong to it.',
      },
    ],
  });
  try {
    const texts = { pack: JSON.stringify(pack ?? null), cases: JSON.stringify(cases ?? null) };
    if (texts.pack.length + texts.cases.length > policyFileLimit) return tooLarge;
    const { id, name } = (pack ?? {}) as { readonly id?: unknown; readonly name?: { readonly en?: unknown } | null };
    return ok({
      ...texts,
      policy: typeof id === 'string' ? id.slice(0, 60) : '',
      name: typeof name?.en === 'string' ? name.en.slice(0, 120) : '',
    });
  } catch (error) {
    // The stack ends before a text that is nested so deep.
    if (error instanceof RangeError || error instanceof TypeError) return tooLarge;
    throw error;
  }
}

/** The pack and the worked cases that a draft was begun with, or a version was published with. */
export function keptFile({ packHash, casesHash }: KeptPolicy, register: Register): UncheckedPolicy {
  return {
    pack: JSON.parse(textAt(packHash, register)) as unknown,
    cases: JSON.parse(textAt(casesHash, register)) as unknown,
  };
}

/** A draft as it was typed last. */
export function standingDraft(kept: KeptPolicy, register: Register): StandingDraft {
  const typed = register.kept.draft(keyOf(kept.id));
  const { policy, name, savedBy, savedAt } = kept;
  if (typed === null) return { file: keptFile(kept, register), policy, name, savedBy, savedAt };
  return { ...(JSON.parse(typed.text) as Omit<StandingDraft, 'savedAt'>), savedAt: typed.at };
}

/** Keeps what was typed of a draft; nothing is written where it stands like that already. */
export function keepTyped(
  kept: KeptPolicy,
  { pack, cases, policy, name }: DraftTexts,
  register: Register,
  savedBy: string,
  at: string,
): Result<null> {
  const { file } = standingDraft(kept, register);
  if (JSON.stringify(file.pack) === pack && JSON.stringify(file.cases) === cases) return ok(null);
  const text = `{"file":{"pack":${pack},"cases":${cases}},${JSON.stringify({ policy, name, savedBy }).slice(1)}`;
  return register.saveDraft(keyOf(kept.id), text, at);
}

/** A published version is never changed. */
export function isPublished({ name, version }: { readonly name: string; readonly version: string }): Result<never> {
  return fail({
    kind: 'wrong-state',
    message: `${name}, version ${version} is published.`,
    next: 'Make a new version from it and change that one.',
  });
}

/** The text that is kept under a hash. */
export function textAt(hash: string, register: Register): string {
  const text = register.kept.packText(hash);
  if (text === null) throw new Error('the text of a policy is missing');
  return text;
}

/** No form of the window's own can have this key: a line holds no such character. */
function keyOf(id: string): string {
  return `policy\n${id}`;
}
