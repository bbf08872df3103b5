import type { Write } from '../../db/actions';
import { policyFileLimit, type UncheckedPolicy } from '../../shared/policy/policy-file';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import type { OpenHandlers } from './context';
import { readingsProblems } from './policies';
import { publish } from './policy-publish';
import { draftContent, versionsOf } from './policy-reads';
import { policyReadingsSchema } from '../../shared/register/office';

type DraftCall = 'policy.draft.save' | 'policy.draft.discard' | 'policy.draft.publish' | 'policy.readings';

/** Calls that change the office's own policies: drafts, their publication, and how a policy is read. */
export const policyDraftHandlers: OpenHandlers<DraftCall> = {
  'policy.draft.save': (input, context) => {
    const { register, act } = context;
    const texts = textsOf(input.file);
    if (!texts.ok) return texts;
    return act(
      'policy.draft.save',
      input,
      (write) => {
        const before = input.id === null ? null : register.policies.get(input.id);
        if (input.id !== null && before === null) return fail({ kind: 'not-found', what: 'That draft' });
        if (before !== null && before.published !== null) return isPublished(before.published);
        const from = before === null ? input.from : before.from;
        keepDraft(input.id ?? write.newId(), from, texts.value, write, before);
        return ok(null);
      },
      (touched) => draftContent(input.id ?? touched[0]?.subjectId ?? '', context),
    );
  },

  'policy.draft.discard': (input, { register, act }) =>
    act(
      'policy.draft.discard',
      input,
      (write) => {
        const before = register.policies.get(input.id);
        if (before === null) return fail({ kind: 'not-found', what: 'That draft' });
        if (before.published !== null) return isPublished(before.published);
        write.entry('policy.discarded', input.id, {});
        return ok(null);
      },
      () => ok({}),
    ),

  'policy.draft.publish': (input, context) =>
    context.act(
      'policy.draft.publish',
      input,
      (write) => publish(input, context, write),
      () => {
        const published = context.register.policies.get(input.id)?.published;
        const version = versionsOf(context).find(
          (v) => v.policy === published?.policy && v.version === published.version,
        );
        return version === undefined ? fail({ kind: 'not-found', what: 'That version of the policy' }) : ok(version);
      },
    ),

  'policy.readings': (input, { register, act, office }) =>
    act(
      'policy.readings',
      input,
      (write) => {
        const { policy, reason } = input;
        // Nothing chosen is the pack's own choice.
        const chosen = Object.fromEntries(Object.entries(input.readings).filter(([, value]) => value != null));
        const read = policyReadingsSchema.safeParse(chosen);
        if (!packsOf(register).some((p) => p.id === policy)) return fail({ kind: 'not-found', what: 'That policy' });
        if (!read.success) {
          return fail({
            kind: 'invalid',
            problems: read.error.issues.map(({ path }) => ({
              field: String(path[0]),
              message: `This is not a choice for ${String(path[0])}. Choose one of the list.`,
            })),
          });
        }
        const problems = readingsProblems(policy, read.data, packsOf(register));
        if (problems.length > 0) return fail({ kind: 'invalid', problems });
        const id = register.office.id();
        if (id === null) throw new Error('a register without its office');
        const before = office().readings[policy] ?? {};
        if (JSON.stringify(before) !== JSON.stringify(read.data))
          write.entry('office.readings', id, { policy, readings: read.data, reason });
        return ok(null);
      },
      () => ok({}),
    ),
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

/** Keeps a draft's text; nothing is written where it stands like that already. */
export function keepDraft(
  id: string,
  from: string | null,
  texts: DraftTexts,
  write: Write,
  before: { readonly packHash: string; readonly casesHash: string } | null,
): void {
  const packHash = write.pack(texts.pack);
  const casesHash = write.pack(texts.cases);
  if (before?.packHash === packHash && before.casesHash === casesHash) return;
  write.entry('policy.drafted', id, { policy: texts.policy, name: texts.name, from, packHash, casesHash });
}

/** A published version is never changed. */
export function isPublished({ name, version }: { readonly name: string; readonly version: string }): Result<never> {
  return fail({
    kind: 'wrong-state',
    message: `${name}, version ${version} is published.`,
    next: 'Make a new version from it and change that one.',
  });
}
