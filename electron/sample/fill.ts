import type { Course } from '../../shared/register/course';
import type { Office } from '../../shared/register/office';
import type { Student } from '../../shared/register/student';
import { createChance, type Chance } from './chance';
import { createClerk, type Clerk, type Route } from './clerk';
import { sampleCourses } from './courses';
import { nextOpenDay, plusDays } from './days';
import { anEnrolment, lastDayOf } from './enrolments';
import { plannedForms, type Keyed } from './forms';
import { handingOff } from './hand-off';
import { runningTermBegins } from './office';
import { someStudents } from './people';
import { cancelledClass } from './stories';

/** How a sample is to be: the same seed and day make the same one. */
export type SampleOrder = {
  /** The counter of a register that was just made with `sampleOffice(today, …)` and has nothing else in it. */
  readonly route: Route;
  /** The same for the supervisor, who decides what the clerk keyed. */
  readonly supervises: Route;
  /** And for the administrator, who sets the office's rules. */
  readonly governs: Route;
  readonly office: Office;
  readonly today: string;
  readonly seed: number;
  /** How many forms in all; students and sections grow with them. Sixty make a term of a small office. */
  readonly forms: number;
  /** For how many cases a letter is made; a third of them are printed, another third mailed as well. */
  readonly letters: number;
  readonly progress?: (done: number, total: number) => void;
  /** Told which day it is for the clerk, day by day, where the register is to look as if it had been kept through the term. */
  readonly dayBegins?: (day: string) => void;
};

/** The days before today from which the sample office has rules of its own. */
const lately = 12;
const sampleRules = { secondPersonAbove: 30_000, committee: ['R. Hale', 'D. Sato', 'N. Castillo'] };

/** Fills the sample's register as its clerk would have through the term: students, courses, rosters, forms at every stage, a cancelled class, letters. */
export async function fillSample(order: SampleOrder): Promise<void> {
  const { route, office, today, forms, letters } = order;
  const chance = createChance(order.seed);
  const students = someStudents(chance, Math.max(120, Math.ceil(forms / 2)));
  const sections = Math.max(1, Math.ceil(forms / 400));
  const courses = sampleCourses(chance, today, office.closures, sections);
  const begins = runningTermBegins(today);
  const planned = plannedForms(chance, { students, courses, begins, today }, forms);
  const rest = furtherPlaces(chance, students, courses.slice(0, courses.length / sections), planned);

  const total = students.length + courses.length + rest.length + 2 * forms + 2 * letters;
  let done = 0;
  const clerk = createClerk(route, () => order.progress?.(Math.min(++done, total), total));
  const supervisor = createClerk(order.supervises, () => undefined);
  const administrator = createClerk(order.governs, () => undefined);

  order.dayBegins?.(plusDays(begins, -45));
  for (const student of students) await clerk.does('student.save', { requestId: chance.id(), student });
  for (const course of courses) await clerk.does('course.save', { requestId: chance.id(), course });
  const cases: string[] = [];
  const batches = new Map<string, string>();
  const places = rest.map(([student, course]) => anEnrolment(chance, student.id, course, null, today));
  const keying = planned.map((keyed) => ({
    // Keyed on the morning after it came; a second form came four days after the first, and both were keyed then.
    on: nextOpenDay(keyed.fate === 'again' ? plusDays(keyed.received, 4) : keyed.received),
    key: async () => {
      const caseId = await keyForm(clerk, chance, keyed, await batchOf(clerk, chance, keyed, batches));
      cases.push(caseId);
      await decidePetition(clerk, supervisor, chance, keyed, caseId);
    },
  }));
  const enrolling = places.map((enrolment) => ({
    on: lastDayOf(enrolment),
    key: async () => {
      await clerk.does('enrolment.save', { requestId: chance.id(), enrolment });
    },
  }));
  // Of late the office asks for a second person, and has a committee: both can be tried.
  const ruling = {
    on: plusDays(today, -lately),
    key: async () => {
      const rules = await administrator.does('rules.get', {});
      await administrator.does('rules.save', { requestId: chance.id(), rules: { ...rules, ...sampleRules } });
    },
  };
  // By a chance of its own: what else is in the sample stays as it was.
  const handing = handingOff(clerk, createChance(order.seed + 1), today);
  // Everything on the day on which it came: nothing is keyed that is still to happen.
  for (const { on, key } of [ruling, ...enrolling, ...keying, ...handing].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )) {
    if (on <= today) order.dayBegins?.(on);
    await key();
  }
  await cancelClass(clerk, chance, courses, plusDays(begins, cancelledClass.day));
  await makeLetters(clerk, chance, cases, letters);
}

/** Places of students who sent no form: a roster is more than those who leave it. The class to be cancelled has its own number. */
function furtherPlaces(
  chance: Chance,
  students: readonly Student[],
  courses: readonly Course[],
  planned: readonly Keyed[],
): [Student, Course][] {
  const taken = new Set(planned.map(({ student, course }) => `${student.id} ${course.id}`));
  return courses.flatMap((course) => {
    const size = course.code === cancelledClass.course ? cancelledClass.roster : chance.int(2, 6);
    const free = students.slice(6).filter((student) => !taken.has(`${student.id} ${course.id}`));
    // A hundred are enough to draw from, and quicker to shuffle than five thousand.
    return chance
      .shuffle(free.slice(0, 100))
      .slice(0, size)
      .map((student): [Student, Course] => [student, course]);
  });
}

/** The batch that a form by mail is keyed in: one for each day's mail. */
async function batchOf(
  clerk: Clerk,
  chance: Chance,
  keyed: Keyed,
  batches: Map<string, string>,
): Promise<string | null> {
  if (keyed.form.channel !== 'mail') return null;
  const known = batches.get(keyed.received);
  if (known !== undefined) return known;
  const label = `Mail ${Number(keyed.received.slice(5, 7))}/${Number(keyed.received.slice(8))}`;
  const batch = await clerk.does('batch.open', {
    requestId: chance.id(),
    label,
    channel: 'mail',
    received: keyed.received,
  });
  batches.set(keyed.received, batch.id);
  return batch.id;
}

/** Keys one form and does with it what its story says. Gives the case's id. */
async function keyForm(clerk: Clerk, chance: Chance, keyed: Keyed, batchId: string | null): Promise<string> {
  const { student, course, form, fate, why } = keyed;
  const enrolment =
    form.studentId === null ? null : anEnrolment(chance, student.id, course, keyed.paid, keyed.received);
  const save = { caseId: null, mode: 'decide' as const, form, batchId, enrolment, why: '', secondForm: false };
  const correction = { ...save, batchId: null, enrolment: null, why };
  switch (fate) {
    case 'decided':
      return (await clerk.does('case.save', { requestId: chance.id(), ...save })).view.row.id;
    case 'held':
      return (await clerk.does('case.save', { requestId: chance.id(), ...save, mode: 'hold', why })).view.row.id;
    case 'completed': {
      const held = await clerk.does('case.save', { requestId: chance.id(), ...save, mode: 'hold', why });
      const completed = { ...correction, why: '', caseId: held.view.row.id, form: { ...form, signed: true } };
      return (await clerk.does('case.save', { requestId: chance.id(), ...completed })).view.row.id;
    }
    case 'corrected': {
      const wrong = { ...form, received: plusDays(keyed.received, -1) };
      const first = await clerk.does('case.save', { requestId: chance.id(), ...save, form: wrong });
      return (await clerk.does('case.save', { requestId: chance.id(), ...correction, caseId: first.view.row.id })).view
        .row.id;
    }
    case 'undone': {
      const saved = await clerk.does('case.save', { requestId: chance.id(), ...save });
      await clerk.does('action.undo', { requestId: chance.id(), actionId: saved.actionId });
      return saved.view.row.id;
    }
    case 'again': {
      await clerk.does('case.save', { requestId: chance.id(), ...save });
      const second = {
        ...form,
        channel: 'email' as const,
        written: null,
        postmarked: null,
        received: plusDays(keyed.received, 4),
      };
      const again = { ...save, form: second, batchId: null, enrolment: null, secondForm: true };
      return (await clerk.does('case.save', { requestId: chance.id(), ...again })).view.row.id;
    }
  }
}

/** Records who approved the petition enclosed with a form, and has the supervisor decide it where its story says how. */
async function decidePetition(
  clerk: Clerk,
  supervisor: Clerk,
  chance: Chance,
  { petition, received: on }: Keyed,
  caseId: string,
): Promise<void> {
  if (petition == null) return;
  const { petitions } = await clerk.does('case.get', { id: caseId });
  const [opened] = petitions;
  // One that came too late is refused for that by itself.
  if (opened?.state !== 'open') return;
  for (const role of petition.approvals) {
    const approval = { role, verdict: 'approved' as const, name: approvers[role], on, signatureSeen: true, note: '' };
    await clerk.does('petition.approve', { requestId: chance.id(), id: opened.id, approval });
  }
  const granted = petition.kind === 'late-drop' ? petition.approvals.length === 2 : petition.percent !== null;
  if (!granted) return;
  const decision = {
    verdict: 'granted' as const,
    percent: petition.percent,
    cents: null,
    authority: 'Dean of Extended Education',
    reason: 'The papers enclosed bear out what the student says.',
    on,
  };
  await supervisor.does('petition.decide', { requestId: chance.id(), id: opened.id, decision });
}

const approvers = { instructor: 'R. Hale', chair: 'D. Sato' } as const;

async function cancelClass(clerk: Clerk, chance: Chance, courses: readonly Course[], on: string): Promise<void> {
  const course = courses.find((one) => one.code === cancelledClass.course);
  if (course !== undefined) await clerk.does('course.cancel', { requestId: chance.id(), id: course.id, on });
}

/** Letters of cases spread over the term. A case that gets none (held, undone, no address) is passed over, as its clerk would. */
async function makeLetters(clerk: Clerk, chance: Chance, cases: readonly string[], count: number): Promise<void> {
  const made: string[] = [];
  for (const caseId of chance.shuffle(cases)) {
    if (made.length === count) break;
    const letter = await clerk.tries('letter.make', { requestId: chance.id(), caseId, language: null });
    if (letter !== null && letter.state === 'ready') made.push(letter.id);
  }
  const printed = made.slice(0, Math.ceil((count * 2) / 3));
  const mailed = made.slice(0, Math.ceil(count / 3));
  if (printed.length > 0)
    await clerk.does('letter.markPrinted', { requestId: chance.id(), ids: printed.slice(0, 500) });
  if (mailed.length > 0) await clerk.does('letter.markMailed', { requestId: chance.id(), ids: mailed.slice(0, 500) });
}
