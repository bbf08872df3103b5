import { identifiersIn } from '../db/removal';
import type { Register } from '../db/register';
import type { CallName } from '../shared/contract';
import type { Failure } from '../shared/errors';
import type { Subject } from '../shared/register/entry';
import type { Session } from '../shared/register/person';
import type { Role } from '../shared/register/role';
import { fail, ok, type Result } from '../shared/result';
import { shownBy, type Shown } from './shown-by';

/** The records that the person who calls may not see. */
export type Hidden = {
  /** Whether a student's record is one of them. */
  readonly student: (id: string | null | undefined) => boolean;
  /** Whether a case is about such a student now, or was before it was corrected. */
  readonly case: (id: string | null | undefined) => boolean;
  readonly letter: (id: string) => boolean;
  readonly petition: (id: string) => boolean;
  readonly group: (id: string) => boolean;
  /** Whether any entry of an action is about one of them. */
  readonly action: (id: string) => boolean;
  readonly about: (subject: Subject, id: string) => boolean;
  /** Whether an entry is about one of them. */
  readonly entry: (seq: number) => boolean;
  /** Whether a student with exactly this number is one of them. */
  readonly number: (text: string) => boolean;
  /** Whether a text speaks of one of them by identifier, number or e-mail. */
  readonly speaks: (text: string) => boolean;
};

/** What is said in place of a confidential record. */
export const confidentialRecord: Failure = {
  kind: 'wrong-state',
  message: 'This student’s record is confidential; ask a supervisor.',
  next: 'Somebody whose role may see it can open it, or tell you what is to be done.',
};

/**
 * The one place between what the register answers and what the window is given: a call about a record that the person may not see is
 * refused before anything is done, and lists come without its name and number.
 */
export async function answerSeen(
  name: CallName,
  input: unknown,
  session: Session | null,
  register: Register,
  answer: () => Result<unknown> | Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const hidden = hiddenFrom(session?.role ?? null, register);
  register.veil(hidden !== null);
  if (hidden === null) return answer();
  // What each call asks for and shows is told of its own input and output; here they are only handed on.
  const shown = shownBy[name] as Shown<CallName>;
  if (shown === 'nobody') return answer();
  const refused = shown.refuses?.(input as never, hidden) ?? null;
  if (refused === true) return fail(confidentialRecord);
  if (refused !== null && refused !== false) return fail(refused);
  const given = await answer();
  if (!given.ok || shown.masks === undefined) return given;
  return ok(shown.masks(given.value as never, hidden, input as never));
}

type Kept = { readonly changes: number; readonly sees: ReadonlySet<Role>; readonly ids: ReadonlySet<string> };
const known = new WeakMap<Register, Kept>();

/** What of a register stays hidden from a role; null where it sees everything that is there. */
function hiddenFrom(role: Role | null, register: Register): Hidden | null {
  let kept = known.get(register);
  if (kept?.changes !== register.changes()) {
    const sees = new Set<Role>(register.office.rules().seeConfidential);
    kept = { changes: register.changes(), sees, ids: new Set(register.students.confidential()) };
    known.set(register, kept);
  }
  // Who looks after people and the register sees no student at all.
  if (role === 'administrator') return among(register, () => true);
  const { ids, sees } = kept;
  if (ids.size === 0 || (role !== null && sees.has(role))) return null;
  return among(register, (id) => ids.has(id), ids);
}

function among(register: Register, is: (id: string) => boolean, ids: ReadonlySet<string> = new Set<string>()): Hidden {
  const student: Hidden['student'] = (id) => id != null && is(id);
  const ofCase: Hidden['case'] = (id) => {
    if (id == null) return false;
    if (student(register.cases.row(id)?.studentId)) return true;
    return register.entries('case', id).some((e) => student((e.content as FormHeld | null)?.form?.studentId));
  };
  const letter: Hidden['letter'] = (id) => {
    const found = register.letters.get(id);
    return found !== null && (student((found.facts as StudentHeld | null)?.studentId) || ofCase(found.caseId));
  };
  const group: Hidden['group'] = (id) => register.groups.get(id)?.participants.some((p) => student(p)) ?? false;
  const about: Hidden['about'] = (subject, id) => {
    switch (subject) {
      case 'student':
        return student(id);
      case 'case':
        return ofCase(id);
      case 'letter':
        return letter(id);
      case 'petition':
        return ofCase(register.petitions.folded(id)?.caseId);
      case 'enrolment':
        return register.entries('enrolment', id).some((e) => student((e.content as StudentHeld | null)?.studentId));
      case 'group':
      case 'office':
      case 'term':
      case 'course':
      case 'batch':
      case 'policy':
      case 'person':
      case 'template':
      case 'transmittal':
        return false;
    }
  };
  return {
    student,
    case: ofCase,
    letter,
    petition: (id) => about('petition', id),
    group,
    about,
    action: (id) => register.aboutsOf(id).some((a) => about(a.subject, a.subjectId)),
    entry: (seq) => {
      const found = register.aboutAt(seq);
      return found !== null && about(found.subject, found.subjectId);
    },
    number: (text) => {
      const found = register.students.withNumber(text.trim(), '');
      return found !== null && student(found.id);
    },
    speaks: (text) =>
      identifiersIn(text).some((id) => student(id) || ofCase(id)) ||
      [...ids].some((id) => {
        const found = register.students.get(id);
        if (found === null) return false;
        return text.includes(found.number) || (found.email !== '' && text.includes(found.email));
      }),
  };
}

type FormHeld = { readonly form?: { readonly studentId?: string | null } };
type StudentHeld = { readonly studentId?: string };
