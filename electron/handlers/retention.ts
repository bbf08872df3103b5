import { createHash } from 'node:crypto';
import type { Outlived } from '../../db/nouns/retention';
import type { CallName, Output } from '../../shared/contract';
import type { Removal } from '../../shared/contract/privacy';
import { dayNumber, dayText, formatDay, formatMoment, monthsAfter } from '../../shared/day';
import { sayMark } from '../../shared/register/chain-mark';
import { fail, ok } from '../../shared/result';
import { recordPage } from '../../shared/sheets/record-page';
import type { OpenContext, OpenHandlers } from './context';
import { handOver } from './paper';

/** Calls about records that the office need not keep any longer: looking at them, removing them, and what was removed. */
export const retentionHandlers: OpenHandlers<Extract<CallName, `retention.${string}`>> = {
  'retention.preview': (_, context) => ok(previewOf(context)),

  'retention.remove': (input, context) => {
    const { act, register } = context;
    const removed = act(
      'retention.remove',
      input,
      (write) => {
        const { before, found, hash } = listNow(context);
        if (before === null) return fail(nothingRemoved);
        if (found.length === 0 || hash !== input.hash) {
          return fail({
            kind: 'wrong-state',
            message: 'The list has changed since you looked at it.',
            next: 'Look through the list as it is now, then remove.',
          });
        }
        const gone = {
          before,
          why: input.why,
          seqs: found.flatMap((f) => f.seqs).sort((a, b) => a - b),
          documents: found.flatMap((f) => f.documents),
          subjects: found.flatMap((f) => f.subjects),
        };
        write.entry('records.removed', register.office.id() ?? write.newId(), gone);
        write.remove(gone);
        return ok(null);
      },
      () => {
        const made = register.retention.past().find((past) => past.actionId === input.requestId);
        return made === undefined ? fail({ kind: 'not-found', what: 'That removal' }) : ok(removalOf(made));
      },
    );
    // The removal is made; where the disk has no room to write the file anew, its pages are blanked all the same.
    if (removed.ok) register.wipe();
    return removed;
  },

  'retention.past': (_, { register }) => ok(register.retention.past().map(removalOf)),

  'retention.print': ({ seq }, context) => {
    const made = context.register.retention.past().find((past) => past.seq === seq);
    if (made === undefined) return fail({ kind: 'not-found', what: 'That removal' });
    return handOver([listPage(removalOf(made), context)], context);
  },
};

const nothingRemoved = {
  kind: 'wrong-state',
  message: 'The office keeps its records for good: nothing is ever removed.',
  next: 'An administrator sets the years under Settings, “Rules”.',
} as const;

type ListNow = {
  readonly keepYears: number | null;
  readonly before: string | null;
  readonly found: readonly Outlived[];
  readonly hash: string;
};

function listNow({ register, local }: OpenContext): ListNow {
  const { keepYears } = register.office.rules();
  const { day } = local();
  const before = keepYears === null ? null : dayText(monthsAfter(dayNumber(day), -12 * keepYears));
  const found = before === null ? [] : register.retention.outlived(before, day);
  const named = found.map(({ caseId, seqs, documents }) => [caseId, seqs, documents]);
  return { keepYears, before, found, hash: createHash('sha256').update(JSON.stringify(named)).digest('hex') };
}

function previewOf(context: OpenContext): Output<'retention.preview'> {
  const { keepYears, before, found, hash } = listNow(context);
  const rows = found.map(({ caseId, number, label, lastAt, seqs, documents }) => ({
    caseId,
    number,
    label,
    lastAt,
    entries: seqs.length,
    documents: documents.length,
  }));
  return {
    keepYears,
    before,
    rows,
    entries: rows.reduce((sum, r) => sum + r.entries, 0),
    documents: rows.reduce((sum, r) => sum + r.documents, 0),
    hash,
  };
}

function removalOf(made: ReturnType<OpenContext['register']['retention']['past']>[number]): Removal {
  return {
    seq: made.seq,
    at: made.at,
    person: made.person,
    before: made.before,
    why: made.why,
    cases: made.subjects.filter((s) => s.subject === 'case').map((s) => s.label),
    entries: made.seqs.length,
    documents: made.documents.length,
  };
}

function listPage(removal: Removal, { office, register, local }: OpenContext) {
  const { day, time } = local();
  const { html, title } = recordPage(
    [
      {
        name: 'The removal',
        columns: [
          { head: '', part: 1 },
          { head: '', part: 4 },
        ],
        rows: [
          ['Entry', String(removal.seq)],
          ['Made by', removal.person],
          ['Cases without an entry since', formatDay(removal.before, 'en')],
          ['Why', removal.why],
          ['Cases', String(removal.cases.length)],
          ['Contents of entries', String(removal.entries)],
          ['Documents', String(removal.documents)],
        ],
      },
      {
        name: 'Cases removed',
        columns: Array.from({ length: across }, () => ({ head: '', part: 1 })),
        rows: Array.from({ length: Math.ceil(removal.cases.length / across) }, (_, i) =>
          Array.from({ length: across }, (__, at) => removal.cases[i * across + at] ?? ''),
        ),
      },
    ],
    {
      office: office(),
      title: 'Records removed',
      about: `${removal.cases.length} ${removal.cases.length === 1 ? 'case' : 'cases'}`,
      made: `Printed ${formatMoment(`${day}T${time}`, 'en')}`,
      mark: sayMark(register.head()),
    },
  );
  return { html, title, language: 'en' as const };
}

/** How many case numbers stand beside each other on the list. */
const across = 5;
