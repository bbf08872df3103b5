import type { Write } from '../../db/actions';
import type { Input } from '../../shared/contract';
import { dayText, formatDay, minutesOfDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import { courseOf } from '../../shared/policy/compile';
import type { PetitionApproval } from '../../shared/register/petition';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import { voidStepLetters } from './letter-voiding';
import { standardFacts } from './petition-facts';
import { findStanding, type Found } from './petition-found';

const roleNames = { instructor: 'instructor', chair: 'department chair' } as const;
const verdictWords = { approved: 'approved', declined: 'declined' } as const;

/** Records what the instructor or the chair said on paper about a late drop. What each said last counts; all of it is kept. */
export function recordApproval(
  { id, approval }: Input<'petition.approve'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = findStanding(id, ['open', 'returned'], context);
  if (!found.ok) return found;
  const { petition } = found.value;
  const { kind } = petition.petition;
  const rule = standardFacts(found.value.sources, context)?.pack.rules.decisions.get(kind);
  if (kind !== 'late-drop' && rule?.needs.includes(approval.role) !== true)
    return fail({
      kind: 'wrong-state',
      message: `${petition.number} is no late drop: only a late drop needs the instructor’s and the chair’s approval.`,
      next: 'Name what the student encloses under the evidence instead.',
    });
  const problems = [...dayProblems(approval, found.value, context), ...contradictions(approval, found.value)];
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  write.entry('petition.approval', id, approval);
  voidStepLetters(petition, id, 'What the instructor or the chair said came.', context, write);
  return ok(null);
}

/** An approval cannot come from the future, from before the course, or from an earlier term. */
function dayProblems({ on }: PetitionApproval, { sources }: Found, context: OpenContext): Problem[] {
  const said = formatDay(on, 'en');
  const wrong = (message: string): Problem[] => [{ field: 'on', message }];
  if (on > context.local().day)
    return wrong(`${said} is in the future: nobody can have signed it yet. Check the date.`);
  const { term, course } = sources;
  if (term !== null && on < term.begins)
    return wrong(
      `${said} is before ${term.name} began (${formatDay(term.begins, 'en')}): an approval from an earlier term has expired. Check the date, or ask for a new one.`,
    );
  const standard = standardFacts(sources, context);
  const begins = standard === null ? null : courseOf(standard.pack.rules, standard.facts).begins;
  const first = begins === null ? null : dayText(Math.floor(begins / minutesOfDay));
  if (first !== null && on < first)
    return wrong(
      `${said} is before ${course?.code ?? 'the course'} began (${formatDay(first, 'en')}): nobody can have approved a late drop of it then. Check the date.`,
    );
  return [];
}

/** What speaks against an approval in what was said before, unless the note says which counts, or why. */
function contradictions({ role, verdict, name, on, note }: PetitionApproval, { petition }: Found): Problem[] {
  if (note !== '') return [];
  const before = petition.approvals.find((a) => a.role === role);
  if (before !== undefined && before.verdict !== verdict && before.on >= on)
    return [
      {
        field: 'note',
        message: `The ${roleNames[role]} (${before.name}) ${verdictWords[before.verdict]} it on ${formatDay(before.on, 'en')}. Say in the note why this one counts in its place.`,
      },
    ];
  const same = petition.approvals.find((a) => a.role !== role && plain(a.name) === plain(name));
  if (same !== undefined)
    return [
      {
        field: 'note',
        message: `${name} signed as ${roleNames[same.role]} already. Say in the note why one person signs for both, or check the name.`,
      },
    ];
  return [];
}

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
