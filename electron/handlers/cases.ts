import type { CallName } from '../../shared/contract';
import { isUndecided } from '../../shared/register/petition-decision';
import { fail, ok } from '../../shared/result';
import { decide, saveCase, voidLetters, writeDetermination } from './case-save';
import { caseView, sourcesOf } from './case-view';
import type { OpenHandlers } from './context';
import { closedCase } from './petition-found';

/** Calls about cases: a form on its way to its determination. */
export const caseHandlers: OpenHandlers<Extract<CallName, `case.${string}`>> = {
  'case.save': (input, context) =>
    context.act(
      'case.save',
      input,
      (write) => saveCase(input, context, write),
      (touched) => {
        const view = caseView(touched.find((t) => t.subject === 'case')?.subjectId ?? '', context);
        return view.ok ? ok({ view: view.value, actionId: input.requestId }) : view;
      },
    ),

  'case.similar': ({ studentId, courseId, exceptCaseId }, { register }) =>
    ok(register.cases.similar(studentId, courseId, exceptCaseId)),

  'case.get': ({ id }, context) => caseView(id, context),

  'case.redetermine': (input, context) =>
    context.act(
      'case.redetermine',
      input,
      (write) => {
        const folded = context.register.cases.folded(input.id);
        if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
        const closed = closedCase(folded.number, folded.state);
        if (closed !== null) return fail(closed);
        if (folded.state === 'held') {
          return fail({
            kind: 'wrong-state',
            message: `${folded.number} is held.`,
            next: 'Complete the form; it is decided then.',
          });
        }
        const sources = sourcesOf(folded.form, context, input.id);
        if (sources.undecided === true) {
          const waiting = context.register.petitions.foldedOfCase(input.id).find(isUndecided);
          return fail({
            kind: 'wrong-state',
            message: `${waiting?.number ?? 'A petition'} is not decided yet.`,
            next: 'Decide it, or record that it was withdrawn: its decision decides the case again.',
          });
        }
        const decided = decide(sources, context);
        if (!decided.ok) return fail({ kind: 'invalid', problems: decided.problems });
        voidLetters(input.id, 'The case was decided again.', context, write);
        writeDetermination(input.id, { cause: 'facts-changed', why: input.why, made: decided.made }, context, write);
        return ok(null);
      },
      () => caseView(input.id, context),
    ),

  'case.list': ({ filter, sort, descending, offset, limit }, { register, local }) =>
    ok(register.cases.list({ filter, sort, descending, offset, limit, today: local().day })),
};
