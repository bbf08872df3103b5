import type { CallName } from '../../shared/contract';
import { fail, ok } from '../../shared/result';
import type { OpenHandlers } from './context';
import { packsOf } from '../packs';
import { officeProblems } from './policies';

/** The calls about the office and its terms. */
export type OfficeCall = Extract<CallName, `office.${string}` | `term.${string}`>;

/** Calls about the office: who it is, when it is open, which terms it has. */
export const officeHandlers: OpenHandlers<OfficeCall> = {
  'office.get': (_, { register, office }) => ok({ office: office(), terms: register.office.terms() }),

  'office.save': (input, { act, register, office }) => {
    const problems = officeProblems(input.office, packsOf(register));
    if (problems.length > 0) return fail({ kind: 'invalid', problems });
    return act(
      'office.save',
      input,
      (write) => {
        write.entry('office.saved', register.office.id() ?? write.newId(), {
          ...input.office,
          // How a policy is read is changed by a call of its own, which asks for the reason.
          readings: office().readings,
        });
        return ok(null);
      },
      () => ok(office()),
    );
  },

  'term.save': (input, { act, register }) =>
    act(
      'term.save',
      input,
      (write) => {
        const { term } = input;
        const same = register.office
          .terms()
          .find((t) => t.id !== term.id && t.name.toLowerCase() === term.name.toLowerCase());
        if (same !== undefined) {
          return fail({
            kind: 'invalid',
            problems: [
              {
                field: 'name',
                message: `There is already a term called ${same.name}. Choose another name, or change that one.`,
              },
            ],
          });
        }
        write.entry('term.saved', term.id, term);
        return ok(null);
      },
      () => {
        const kept = register.office.term(input.term.id);
        return kept === null ? fail({ kind: 'not-found', what: 'That term' }) : ok(kept);
      },
    ),
};
