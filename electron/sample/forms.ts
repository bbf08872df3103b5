import { emptyForm, type CaseForm } from '../../shared/register/case';
import { courseDays, type Course } from '../../shared/register/course';
import type { Student } from '../../shared/register/student';
import type { Chance } from './chance';
import { daysBetween, isWeekend, plusDays } from './days';
import { stories, type Story } from './stories';

/** A form of the sample, ready to be keyed: who sent it about which course, what stands on it, how much of the fee was paid (percent) and what becomes of it. */
export type Keyed = {
  readonly student: Student;
  readonly course: Course;
  readonly form: CaseForm;
  readonly received: string;
  readonly paid: number | null;
  readonly fate: NonNullable<Story['fate']> | 'decided';
  readonly why: string;
  /** What becomes of the petition enclosed: who approves it, and what is decided. */
  readonly petition: Story['petition'] | null;
};

type People = {
  readonly students: readonly Student[];
  readonly courses: readonly Course[];
  readonly begins: string;
  readonly today: string;
};

/** So many forms in the order in which they came: first the stories that every sample has, then what the mail brings by chance. */
export function plannedForms(chance: Chance, people: People, count: number): Keyed[] {
  const taken = new Set<string>();
  const told = stories.slice(0, count).map((story) => keyedStory(chance, people, story, taken));
  const running = runningCourses(people);
  const usual = Array.from({ length: count - told.length }, () => usualForm(chance, people, running, taken));
  return [...told, ...usual].sort((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0));
}

function keyedStory(chance: Chance, people: People, story: Story, taken: Set<string>): Keyed {
  const course = people.courses.find((one) => one.code === story.course);
  if (course === undefined) throw new Error(`the sample has no course ${story.course}`);
  const received = plusDays(people.begins, story.day);
  const student =
    story.student === undefined ? anotherStudent(chance, people, course, taken) : people.students[story.student];
  if (student === undefined) throw new Error('the sample has too few students');
  taken.add(pair(student, course));
  const form: CaseForm = {
    ...emptyForm,
    studentId: student.id,
    courseId: course.id,
    received,
    ...writtenAndPostmarked(received, story.underway),
    petition:
      story.petition === undefined
        ? null
        : { ...story.petition, received, approvals: [], percent: null, authority: '' },
    ...story.form,
  };
  return {
    student,
    course,
    form,
    received,
    paid: story.paid ?? null,
    fate: story.fate ?? 'decided',
    why: story.why ?? '',
    petition: story.petition ?? null,
  };
}

/** A course about which forms come, and the days on which they may. */
type Running = { readonly course: Course; readonly from: string; readonly until: string };

function runningCourses({ courses, begins, today }: People): Running[] {
  // Even over a weekend a form is keyed before the day on which the sample is opened.
  const latest = plusDays(today, -4);
  return courses.flatMap((course) => {
    const { first, last } = courseDays(course);
    if (first === null || first < begins || plusDays(first, -14) >= latest) return [];
    return [{ course, from: plusDays(first, -14), until: last !== null && last < latest ? last : latest }];
  });
}

function usualForm(chance: Chance, people: People, running: readonly Running[], taken: Set<string>): Keyed {
  const { course, from, until } = chance.pick(running);
  const student = anotherStudent(chance, people, course, taken);
  taken.add(pair(student, course));
  const received = openDay(plusDays(from, chance.int(0, daysBetween(from, until))));
  const channel = chance.pick(['mail', 'mail', 'mail', 'email', 'email', 'counter', 'counter'] as const);
  const form: CaseForm = {
    ...emptyForm,
    studentId: student.id,
    courseId: course.id,
    channel,
    received,
    receivedAt:
      channel === 'mail'
        ? null
        : `${chance.pick(['08', '09', '10', '11', '13', '14', '15', '16'])}:${chance.pick(['05', '10', '20', '35', '40', '55'])}`,
    ...(channel === 'mail' ? writtenAndPostmarked(received, chance.int(2, 5)) : {}),
    reason: chance.percent(80) ? chance.int(1, 9) : null,
  };
  return { student, course, form, received, paid: null, fate: 'decided', why: '', petition: null };
}

/** A student who has sent nothing about this course yet. The first few stand in stories of their own. */
function anotherStudent(chance: Chance, people: People, course: Course, taken: ReadonlySet<string>): Student {
  const others = people.students.slice(6);
  for (let tries = 0; tries < 1000; tries++) {
    const student = chance.pick(others);
    if (!taken.has(pair(student, course))) return student;
  }
  throw new Error('the sample has too few students for so many forms');
}

function writtenAndPostmarked(
  received: string,
  underway: number | undefined,
): Pick<CaseForm, 'written' | 'postmarked'> {
  if (underway === undefined) return { written: null, postmarked: null };
  return { written: plusDays(received, -underway - 1), postmarked: plusDays(received, -underway) };
}

function openDay(day: string): string {
  return isWeekend(day) ? openDay(plusDays(day, -1)) : day;
}

function pair(student: Student, course: Course): string {
  return `${student.id} ${course.id}`;
}
