import type { Write } from '../../db/actions';
import { policyReadingsSchema } from '../../shared/register/office';
import { fail, ok } from '../../shared/result';
import { packsOf } from '../packs';
import type { OpenHandlers } from './context';
import { readingsProblems } from './policies';
import { publish } from './policy-publish';
import { draftContent, versionsOf } from './policy-reads';
import { isPublished, keepTyped, standingDraft, textsOf, type DraftTexts } from './policy-texts';

type DraftCall = 'policy.draft.save' | 'policy.draft.discard' | 'policy.draft.publish' | 'policy.readings';

/** Calls that change the office's own policies: drafts, their publication, and how a policy is read. */
export const policyDraftHandlers: OpenHandlers<DraftCall> = {
  'policy.draft.save': (input, context) => {
    const { register, act, desktop } = context;
    const { id, from } = input;
    const texts = textsOf(input.file);
    if (!texts.ok) return texts;
    if (id === null) {
      return act(
        'policy.draft.save',
        input,
        (write) => {
          beginDraft(from, texts.value, write);
          return ok(null);
        },
        (touched) => draftContent(touched[0]?.subjectId ?? '', context),
      );
    }
    const before = register.policies.get(id);
    if (before === null) return fail({ kind: 'not-found', what: 'That draft' });
    if (before.published !== null) return isPublished(before.published);
    const kept = keepTyped(before, texts.value, register, desktop.account, desktop.now());
    return kept.ok ? draftContent(id, context) : kept;
  },

  'policy.draft.discard': (input, { register, act }) =>
    act(
      'policy.draft.discard',
      input,
      (write) => {
        const before = register.policies.get(input.id);
        if (before === null) return fail({ kind: 'not-found', what: 'That draft' });
        if (before.published !== null) return isPublished(before.published);
        write.entry('policy.discarded', input.id, { name: standingDraft(before, register).name });
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

/** Begins a draft with a text. */
export function beginDraft(from: string | null, { pack, cases, policy, name }: DraftTexts, write: Write): void {
  const hashes = { packHash: write.pack(pack), casesHash: write.pack(cases) };
  write.entry('policy.drafted', write.newId(), { policy, name, from, ...hashes });
}
