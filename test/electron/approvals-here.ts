import type { Input } from '../../shared/contract';
import type { Waiting } from '../../shared/contract/approvals';
import type { CaseForm } from '../../shared/register/case';
import type { Session } from '../../shared/register/person';
import { standardRules, type Rules } from '../../shared/register/rules';
import { aCourse, aForm, anOffice, id } from '../db/records';
import { aDesk, enrolled, saving, someFolder, someone, type DeskHere } from './desk-here';

/** The people of an office in which two have to agree. */
export const staff = {
  kim: someone('clerk', 'kim'),
  lee: someone('clerk', 'lee'),
  pat: someone('supervisor', 'pat'),
  sam: someone('supervisor', 'sam'),
  aud: someone('auditor', 'aud'),
  ada: someone('administrator', 'ada'),
} as const satisfies Readonly<Record<string, Session>>;
export type Staff = keyof typeof staff;

/** An office whose people take turns at one desk without signing in; one course of ten Mondays; the amount above which a second person is asked. */
export async function anOfficeOfTwo(secondPersonAbove: number | null) {
  let seated: Staff = 'kim';
  const turns: Session = {
    get id() {
      return staff[seated].id;
    },
    get account() {
      return staff[seated].account;
    },
    get name() {
      return staff[seated].name;
    },
    get role() {
      return staff[seated].role;
    },
  };
  const here = aDesk(someFolder(), {}, turns);
  /** Seats somebody at the desk; gives it. */
  const as = (who: Staff): DeskHere => {
    seated = who;
    return here;
  };
  await as('ada').gives('register.create', { requestId: id(), office: anOffice(), terms: [] });
  const rules = (other: Partial<Rules>) =>
    as('ada').gives('rules.save', { requestId: id(), rules: { ...standardRules, ...other } });
  await rules({ secondPersonAbove });
  const course = await as('kim').gives('course.save', { requestId: id(), course: aCourse() });
  const office = { ...here, as, rules, course };
  return { ...office, ...hands(office) };
}

type Office = DeskHere & { readonly as: (who: Staff) => DeskHere; readonly course: ReturnType<typeof aCourse> };

/** What the people of the office do again and again. */
function hands({ as, course }: Office) {
  /** Somebody keys the form of a new student who paid so much; by the 65 % band unless the form says otherwise. */
  const key = async (
    who: Staff,
    given: { readonly paid?: number; readonly form?: Partial<CaseForm>; readonly course?: typeof course } = {},
  ) => {
    const here = as(who);
    const { paid = 40_000, form = {}, course: of = course } = given;
    const payment = { on: '2026-08-20', cents: paid, payer: { kind: 'student' }, method: 'check' } as const;
    const { student } = await enrolled(here, of, { enrolment: { fee: paid, payments: [payment] } });
    return (await here.gives('case.save', saving(aForm(student, of, form), null))).view;
  };
  const view = (who: Staff, caseId: string) => as(who).gives('case.get', { id: caseId });
  /** Somebody corrects a case's form. */
  const correct = async (who: Staff, caseId: string, form: Partial<CaseForm>) => {
    const before = await view(who, caseId);
    const input = saving({ ...before.form, ...form }, null, { caseId, why: 'The paper says otherwise.' });
    return (await as(who).gives('case.save', input)).view;
  };
  const queue = (who: Staff) => as(who).gives('approval.list', { offset: 0, limit: 500 });
  /** What waits of a case, as a supervisor sees it. */
  const waiting = async (caseId: string): Promise<Waiting> => {
    const found = (await queue('sam')).rows.find((w) => w.row.id === caseId);
    if (found === undefined) throw new Error('it does not wait');
    return found;
  };
  return { key, view, correct, queue, waiting };
}

/** The determination that somebody saw, as the calls ask for it. */
export function named({ row, determinationSeq, hash }: Waiting) {
  return { caseId: row.id, determinationSeq, hash };
}

/** What approves some of those that wait. */
export function giving(...waiting: readonly Waiting[]): Input<'approval.give'> {
  return { requestId: id(), cases: waiting.map(named), note: '' };
}
