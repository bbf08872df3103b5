import type { Input } from '../../shared/contract';
import type { PetitionDecision, PetitionFields } from '../../shared/register/petition';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { CaseForm, Petition } from '../../shared/register/case';
import type { Office, Term } from '../../shared/register/office';
import type { Role } from '../../shared/register/role';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, aTerm, id } from '../db/records';
import { aDesk, saving, someFolder, someone, type PaperHere } from './desk-here';

/** A petition as its paper says it: a late drop that came by mail on Oct 5. */
export const aPetition = (other: Partial<PetitionFields> = {}): PetitionFields => ({
  kind: 'late-drop',
  receivedOn: '2026-10-05',
  channel: 'mail',
  reasonCode: 1,
  reason: 'In the hospital for two weeks.',
  evidence: [],
  askedCents: null,
  ...other,
});

/** A petition that lies with its form, as the entry screen sends it. */
export const enclosed = (other: Partial<Petition> = {}): Petition => ({
  kind: 'late-drop',
  received: '2026-10-05',
  reason: 'In the hospital for two weeks.',
  approvals: [],
  percent: null,
  authority: '',
  ...other,
});

/** A decision by the dean on Oct 20. */
export const aDecision = (other: Partial<PetitionDecision> = {}): PetitionDecision => ({
  verdict: 'granted',
  percent: null,
  cents: null,
  authority: 'Dean of Extended Education',
  reason: 'The orders are enclosed.',
  on: '2026-10-20',
  ...other,
});

/**
 * A desk at which several people take turns: Kim keys, Lee and Max decide. `as` lets another of them sit down; `at` is the office's morning of
 * a day.
 */
export async function aDeskOfThree(
  given: {
    readonly office?: Partial<Office>;
    readonly terms?: readonly Term[];
    readonly paper?: Partial<PaperHere>;
    readonly folder?: string;
  } = {},
) {
  // Whoever works through the desk without signing in is one object: the test lets others take its place.
  const sitting = { ...someone('supervisor', 'max') };
  const here = aDesk(given.folder ?? someFolder(), given.paper, sitting);
  const as = (account: 'kim' | 'lee' | 'max' | 'pat', role: Role = account === 'kim' ? 'clerk' : 'supervisor') =>
    Object.assign(sitting, { account, role, name: account });
  const at = (day: string) => here.setNow(`${day}T16:00:00.000Z`);
  const office = anOffice(given.office);
  await here.gives('register.create', { requestId: id(), office, terms: [...(given.terms ?? [])] });
  at('2026-10-30');
  return { ...here, as, at };
}

type Three = Awaited<ReturnType<typeof aDeskOfThree>>;

/** A student in a course, and a form of theirs that Kim keyed. */
export async function aCaseBy(
  here: Three,
  given: {
    readonly course?: Partial<Course>;
    readonly form?: Partial<CaseForm>;
    readonly enrolment?: Partial<Enrolment>;
    readonly save?: Partial<Input<'case.save'>>;
  } = {},
) {
  here.as('kim');
  const number = id().slice(-12);
  const student = await here.gives('student.save', { requestId: id(), student: aStudent({ number }) });
  const course = await here.gives('course.save', {
    requestId: id(),
    course: aCourse({ code: `EXT ${number.slice(-10)}`, ...given.course }),
  });
  const enrolment = anEnrolment(student, course, given.enrolment);
  const { view, actionId } = await here.gives(
    'case.save',
    saving(aForm(student, course, given.form), enrolment, given.save),
  );
  return { student, course, enrolment, view, actionId, caseId: view.row.id };
}

/** The term and an Open University course of it: a drop after its fourth week, which ends on Sep 20, needs a petition. */
export const fall = aTerm();
export const openUniversity = { category: 'open-university', termId: fall.id } as const;

/** A case whose drop came on Oct 5, after the fourth week. */
export const aLateDrop = (here: Three, form: Partial<CaseForm> = {}) =>
  aCaseBy(here, {
    course: openUniversity,
    form: { received: '2026-10-05', postmarked: '2026-10-02', ...form },
  });

/** Records both approvals, signatures seen, as Kim does. */
export async function approved(here: Three, petitionId: string) {
  here.as('kim');
  for (const [role, name] of [
    ['instructor', 'R. Hale'],
    ['chair', 'D. Sato'],
  ] as const)
    await here.gives('petition.approve', {
      requestId: id(),
      id: petitionId,
      approval: { role, verdict: 'approved', name, on: '2026-10-12', signatureSeen: true, note: '' },
    });
}

/** A page of the list of petitions. */
export const listed = (here: Three, filter: Partial<Input<'petition.list'>['filter']> = {}, other: object = {}) =>
  here.gives('petition.list', {
    filter: { kinds: [], state: null, text: '', dueBy: null, caseId: null, ...filter },
    sort: 'received',
    descending: false,
    offset: 0,
    limit: 50,
    ...other,
  });
