import type { Register } from '../../db/register';
import { compile } from '../../shared/policy/compile';
import { nextVersion } from '../../shared/policy/in-force';
import { checkPolicy } from '../../shared/policy/policy-file';
import { fail, ok } from '../../shared/result';
import { packsOf } from '../packs';
import { noImpact, rerunRegister } from '../rerun';
import { inSlices } from '../slices';
import type { OpenHandlers } from './context';
import { published } from './policy-publish';
import { standingDraft } from './policy-texts';

/** The run that is wanted of each register; a later one, or a cancellation, takes its place. */
const wanted = new WeakMap<Register, object>();

/** Calls about what a draft would have changed of the past. */
export const policyImpactHandlers: OpenHandlers<'policy.impact' | 'policy.impact.cancel'> = {
  'policy.impact': async ({ id, effectiveFrom }, { register, desktop }) => {
    const draft = register.policies.get(id);
    if (draft?.published !== null) return fail({ kind: 'not-found', what: 'That draft' });
    const { pack, findings } = checkPolicy(standingDraft(draft, register).file);
    const problems = findings.filter((f) => f.severity === 'error');
    if (pack === null || problems.length > 0)
      return fail({ kind: 'invalid', problems: problems.map(({ where, message }) => ({ field: where, message })) });
    const versions = packsOf(register);
    const compiled = compile(published(pack, nextVersion(pack.id, versions), effectiveFrom));
    const impact = noImpact();
    const run = {};
    wanted.set(register, run);
    const whole = await inSlices(
      rerunRegister(register, compiled, versions, impact),
      () => wanted.get(register) === run && register.isOpen(),
      (progress) => desktop.emit('progress', { task: 'policy.impact', ...progress }),
    );
    return ok({ cancelled: whole === undefined, ...impact });
  },
  'policy.impact.cancel': (_, { register }) => {
    wanted.delete(register);
    return ok({});
  },
};
