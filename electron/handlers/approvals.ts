import type { InQueue } from '../../db/nouns/approvals';
import type { CallName, Input } from '../../shared/contract';
import type { Waiting } from '../../shared/contract/approvals';
import type { ApprovalContent } from '../../shared/register/contents';
import { fail, ok, type Result } from '../../shared/result';
import { outdated, standsFor, unlike, whyNot } from './approval-checks';
import { caseView } from './case-view';
import type { OpenContext, OpenHandlers } from './context';

/** How many cases that were decided alike stand beside one that waits. */
const alike = 3;

/** Calls of the second person: what waits for them, and what they say of it. Every one of them binds to the determination that they saw. */
export const approvalHandlers: OpenHandlers<Extract<CallName, `approval.${string}`>> = {
  'approval.list': ({ offset, limit }, context) => {
    const { approvals } = context.register;
    const rows = approvals.waiting(offset, limit).flatMap((found) => waitingOf(found, context) ?? []);
    return ok({ rows, ...approvals.totals() });
  },

  'approval.get': ({ caseId }, context) => {
    const { register } = context;
    const found = register.approvals.waitingOf(caseId);
    const waiting = found === null ? null : waitingOf(found, context);
    if (waiting === null)
      return fail({ kind: 'not-found', what: 'A determination of that case that waits for approval' });
    const view = caseView(caseId, context);
    if (!view.ok) return view;
    const { row, course } = view.value;
    const compared = { caseId, studentId: row.studentId, policy: row.policy, category: course?.category ?? '' };
    const { outcome, percent, clause } = row;
    const similar = register.approvals
      .similar({ ...compared, outcome: outcome ?? '', percent, clause }, alike)
      .flatMap(({ caseId: id, ...decided }) => {
        const of = register.cases.row(id);
        return of === null ? [] : [{ row: of, ...decided }];
      });
    return ok({ waiting, view: view.value, similar });
  },

  'approval.give': (input, context) => {
    const cases = [...new Map(input.cases.map((named) => [named.caseId, named])).values()];
    return context.act(
      'approval.give',
      input,
      (write) => {
        const outcomes = new Map<string, string>();
        for (const named of cases) {
          const standing = standsFor(named, context);
          if (!standing.ok) return standing;
          const old = outdated(named.caseId, standing.value, context);
          if (old !== null) return fail(old);
          const { number, present } = standing.value;
          outcomes.set(`${present.determination.outcome} ${present.label}`, `${number}: ${present.label}`);
          write.entry('case.approved', named.caseId, said(named, input.note));
        }
        return outcomes.size > 1 ? fail(unlike([...outcomes.values()])) : ok(null);
      },
      (touched) => ok({ approved: new Set(touched.map((t) => t.subjectId)).size }),
    );
  },

  'approval.return': (input, context) => say('approval.return', input, context),
  'approval.defer': (input, context) => say('approval.defer', input, context),
};

/** Writes that a determination is returned or put off, with why. */
function say(
  call: 'approval.return' | 'approval.defer',
  input: Input<'approval.return'>,
  context: OpenContext,
): Result<Record<string, never>> {
  return context.act(
    call,
    input,
    (write) => {
      const standing = standsFor(input, context);
      if (!standing.ok) return standing;
      write.entry(call === 'approval.return' ? 'case.returned' : 'case.deferred', input.caseId, said(input, input.why));
      return ok(null);
    },
    () => ok({}),
  );
}

function said({ determinationSeq, hash }: Omit<ApprovalContent, 'note'>, note: string): ApprovalContent {
  return { determinationSeq, hash, note };
}

/** One that waits as the person who asks sees it. */
function waitingOf({ caseId, ...found }: InQueue, context: OpenContext): Waiting | null {
  const row = context.register.cases.row(caseId);
  if (row === null) return null;
  const hands = context.register.approvals.hands(caseId);
  return { row, ...found, people: hands.map(({ person }) => person), whyNot: whyNot(hands, context.session().account) };
}
