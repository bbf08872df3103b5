import type { CallName } from '../../shared/contract';
import type { Problem } from '../../shared/errors';
import type { Rules } from '../../shared/register/rules';
import { fail, ok } from '../../shared/result';
import type { OpenHandlers } from './context';

/** The office's rules on who decides with whom, on locking and on keeping. */
export const rulesHandlers: OpenHandlers<Extract<CallName, `rules.${string}`>> = {
  'rules.get': (_, { register }) => ok(register.office.rules()),

  'rules.save': (input, { act, register }) => {
    const problems = rulesProblems(input.rules);
    if (problems.length > 0) return fail({ kind: 'invalid', problems });
    return act(
      'rules.save',
      input,
      (write) => {
        write.entry('office.rules', register.office.id() ?? write.newId(), input.rules);
        return ok(null);
      },
      () => ok(register.office.rules()),
    );
  },
};

function rulesProblems({ committee, seeConfidential }: Rules): Problem[] {
  const names = committee.map((name) => name.toLowerCase());
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  return [
    ...(twice === -1
      ? []
      : [{ field: `committee.${twice}`, message: `${committee[twice] ?? ''} is on the committee already.` }]),
    ...(seeConfidential.includes('administrator')
      ? [{ field: 'seeConfidential', message: 'An administrator sees no student; name another role.' }]
      : []),
  ];
}
