import type { CallName, Input } from '../../shared/contract';
import type { Problem } from '../../shared/errors';
import { fail, ok } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { close, reopen, stillOpen } from './transmittal-closing';
import { saveCsv } from './transmittal-file';
import { transmittalView } from './transmittal-view';

/** Calls about refunds on their way and the batches in which they go to the Business Office. */
export const transmittalHandlers: OpenHandlers<
  Extract<CallName, `transmittal.${string}` | `exchange.${string}` | 'refund.list'>
> = {
  'refund.list': (input, { register, local }) => {
    const today = local().day;
    return ok({ ...register.refunds.list({ ...input, today }), counts: register.refunds.counts(today) });
  },
  'transmittal.list': ({ offset, limit }, { register }) => ok(register.transmittals.list(offset, limit)),
  'transmittal.get': ({ id }, context) => transmittalView(id, context),
  'transmittal.close': (input, context) =>
    context.act(
      'transmittal.close',
      input,
      (write) => close(input, context, write),
      (touched) => shown(touched, context),
    ),
  'transmittal.reopen': (input, context) =>
    context.act(
      'transmittal.reopen',
      input,
      (write) => reopen(input, context, write),
      () => transmittalView(input.id, context),
    ),
  'transmittal.saveCsv': ({ id }, context) => saveCsv(id, context),
  'transmittal.reconcile': (input, context) =>
    context.act(
      'transmittal.reconcile',
      input,
      (write) => {
        const view = transmittalView(input.id, context);
        if (!view.ok) return view;
        const { state, number, differences } = view.value;
        if (state === 'reopened') return stillOpen(number);
        if (differences.length > 0 && input.note === '') {
          const many = differences.length === 1 ? 'is a difference' : `are ${differences.length} differences`;
          const message = `There ${many}. Write what became of ${differences.length === 1 ? 'it' : 'them'}.`;
          return fail({ kind: 'invalid', problems: [{ field: 'note', message }] });
        }
        write.entry('transmittal.reconciled', input.id, {
          on: context.local().day,
          note: input.note,
          differences: differences.length,
        });
        return ok(null);
      },
      () => transmittalView(input.id, context),
    ),
  'exchange.get': (_, { register }) => ok(register.office.exchange()),
  'exchange.save': (input, { act, register }) => {
    const problems = exchangeProblems(input.exchange);
    if (problems.length > 0) return fail({ kind: 'invalid', problems });
    return act(
      'exchange.save',
      input,
      (write) => {
        write.entry('office.exchange', register.office.id() ?? write.newId(), input.exchange);
        return ok(null);
      },
      () => ok(register.office.exchange()),
    );
  },
};

function shown(touched: readonly { readonly subject: string; readonly subjectId: string }[], context: OpenContext) {
  return transmittalView(touched.find((t) => t.subject === 'transmittal')?.subjectId ?? '', context);
}

/** What is wrong with the office's columns: without case and amount nothing could be paid from the file, nor come back. */
function exchangeProblems({ columns }: Input<'exchange.save'>['exchange']): Problem[] {
  const problems: Problem[] = [];
  const lacking = (['case', 'amount'] as const).filter((field) => !columns.some((c) => c.field === field));
  if (lacking.length > 0)
    problems.push({
      field: 'columns',
      message: `A column for the ${lacking.map((field) => (field === 'case' ? 'case number' : field)).join(' and the ')} is missing. Add it.`,
    });
  const headings = columns.map((c) => c.heading.toLowerCase());
  for (const [i, heading] of headings.entries())
    if (headings.indexOf(heading) < i)
      problems.push({
        field: `columns.${i}.heading`,
        message: `There is already a column called ${columns[i]?.heading ?? ''}. Choose another heading.`,
      });
  return problems;
}
