import type { CallName } from '../../shared/contract';
import type { TrailRow } from '../../shared/contract/history';
import type { Register } from '../../db/register';
import { dayNumber, dayText } from '../../shared/day';
import { markDigits } from '../../shared/register/chain-mark';
import type { EntryKind } from '../../shared/register/entry';
import { fail, ok } from '../../shared/result';
import { momentOf } from '../clock';
import type { OpenHandlers } from './context';

/** Calls about what happened in the register, who did it and when. They read alone. */
export const trailHandlers: OpenHandlers<Extract<CallName, `history.${string}`>> = {
  'history.list': ({ filter, before, limit }, { register, office }) => {
    const { from, to, ...rest } = filter;
    const { timeZone } = office();
    const rows = register.trail.list(
      {
        ...rest,
        from: from === null ? null : momentOf(from, timeZone),
        until: to === null ? null : momentOf(dayText(dayNumber(to) + 1), timeZone),
      },
      before,
      limit + 1,
    );
    return ok({ rows: rows.slice(0, limit), more: rows.length > limit, people: register.trail.people() });
  },

  'history.entry': ({ seq }, { register }) => {
    const row = register.trail.row(seq);
    if (row === null) return fail({ kind: 'not-found', what: `Entry ${seq.toLocaleString('en-US')}` });
    const { after, before } = sidesOf(row, register);
    return ok({
      row,
      after,
      before,
      names: namesIn([after, before], register),
      together: register.trail.together(row.actionId, seq),
      later: register.trail.row(seq + 1)?.seq ?? null,
      earlier: register.trail.row(seq - 1)?.seq ?? null,
    });
  },

  'history.case': ({ caseId }, { register }) => {
    const own = register.entries('case', caseId);
    if (own.length === 0) return fail({ kind: 'not-found', what: 'That case' });
    const others = register.trail.ofCase(caseId).flatMap(({ subject, subjectId }) => {
      const label = register.trail.label(subject, subjectId);
      return register.entries(subject, subjectId).map((entry) => ({ ...entry, label }));
    });
    const entries = [...own.map((entry) => ({ ...entry, label: '' })), ...others].sort((a, b) => a.seq - b.seq);
    return ok({
      entries,
      names: namesIn(
        entries.map((e) => e.content),
        register,
      ),
    });
  },

  'history.proof': ({ seq, mac }, { register }) => {
    const number = seq.toLocaleString('en-US');
    const there = register.macAt(seq);
    const last = register.entryCount();
    if (there === null) {
      const said = `The register ends at entry ${last.toLocaleString('en-US')}: entry ${number}, which the paper names, is not in it. Its end was cut off, or an older register took its place.`;
      return ok({ holds: false, said });
    }
    if (there.slice(0, markDigits) !== mac) {
      const said = `Entry ${number} of the register is not the one that the paper names: what was saved up to then has been rewritten, or the digits were mistyped.`;
      return ok({ holds: false, said });
    }
    const doubt = register.doubt();
    if (doubt?.firstBroken != null && doubt.firstBroken <= seq) {
      const said = `The register holds entry ${number} as the paper names it, but entry ${doubt.firstBroken.toLocaleString('en-US')} before it was changed.`;
      return ok({ holds: false, said });
    }
    const since = sinceWords(last - seq);
    return ok({ holds: true, said: `The register still holds entry ${number} as the paper names it. ${since}` });
  },
};

function sinceWords(entries: number): string {
  if (entries === 0) return 'It is the last one.';
  return entries === 1 ? 'One entry was made since.' : `${entries.toLocaleString('en-US')} entries were made since.`;
}

type Sides = { readonly after: unknown; readonly before: unknown };

/**
 * The kinds that hold a whole state of the same thing, and where in their content: what one says takes the place of what the one before said.
 * A kind that is named nowhere is something that happened, beside which nothing stood before.
 */
const states: readonly { readonly kinds: readonly EntryKind[]; readonly of?: string; readonly same?: string }[] = [
  { kinds: ['case.received', 'case.held', 'case.completed', 'case.corrected'], of: 'form' },
  { kinds: ['petition.received', 'petition.corrected'], of: 'petition' },
  { kinds: ['person.added', 'person.changed'] },
  { kinds: ['deadline.set'], same: 'deadline' },
  { kinds: ['office.readings'], same: 'policy' },
  { kinds: ['petition.approval'], same: 'role' },
  { kinds: ['petition.voted'], same: 'member' },
  ...(
    [
      'office.saved',
      'office.rules',
      'term.saved',
      'student.saved',
      'student.flagged',
      'course.saved',
      'enrolment.saved',
      'group.saved',
      'case.determined',
      'policy.drafted',
    ] as const
  ).map((kind) => ({ kinds: [kind] })),
];

/** What an entry says, and the state that it took the place of. Undoing and redoing show what they took back or brought back. */
function sidesOf(row: TrailRow, register: Register): Sides {
  const own = read(register.trail.content(row.seq));
  if (row.kind === 'action.undone' || row.kind === 'action.redone') {
    const { actionId } = (own ?? {}) as { readonly actionId?: string };
    const turned = actionId === undefined ? null : register.trail.lastOf(actionId, row.subject, row.subjectId);
    const of = turned === null ? null : register.trail.row(turned);
    if (of === null) return { after: own, before: null };
    const sides = sidesOf(of, register);
    return row.kind === 'action.redone' ? sides : { after: sides.before, before: sides.after };
  }
  const state = states.find(({ kinds }) => kinds.includes(row.kind));
  if (state === undefined) return { after: own, before: null };
  const { kinds, of, same } = state;
  const earlier = register.trail
    .before(row.subject, row.subjectId, row.seq, kinds)
    .map(({ content }) => read(content))
    .find((content) => same === undefined || part(content, same) === part(own, same));
  if (of === undefined) return { after: own, before: earlier ?? null };
  // Beside the form stands what else the entry says: why it was held or corrected, its number, its batch.
  const before = earlier == null ? null : { [of]: part(earlier, of) };
  return { after: own, before };
}

function part(content: unknown, name: string): unknown {
  return typeof content === 'object' && content !== null ? (content as Record<string, unknown>)[name] : undefined;
}

/** A content as it was written; what somebody put there who is not Refund Desk is shown as it stands. */
function read(content: string | null): unknown {
  if (content === null) return null;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return content;
  }
}

const identifier = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The names of all records that contents speak of by their identifiers. */
function namesIn(contents: readonly unknown[], register: Register): Record<string, string> {
  const ids = new Set(JSON.stringify(contents).match(identifier));
  const names: Record<string, string> = {};
  for (const id of ids) {
    const name = register.trail.nameOf(id);
    if (name !== null && name !== '') names[id] = name;
  }
  return names;
}
