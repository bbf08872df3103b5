import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CaseForm } from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { Session } from '../../shared/register/person';
import { standardRules, type Rules } from '../../shared/register/rules';
import type { Student } from '../../shared/register/student';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { aDesk, saving, someFolder, someone, type PaperHere } from './desk-here';

const staff = {
  kim: someone('clerk', 'kim'),
  pat: someone('supervisor', 'pat'),
  aud: someone('auditor', 'aud'),
  ada: someone('administrator', 'ada'),
} as const;
export type Who = keyof typeof staff;

/** An office whose people take turns at one desk without signing in. `as` seats one of them and gives the desk. */
export async function anOfficeInTurns(paper: Partial<PaperHere> = {}, folder = someFolder(), fresh = true) {
  const seated: Session = { ...staff.pat };
  const here = aDesk(folder, paper, seated);
  const as = (who: Who) => {
    Object.assign(seated, staff[who]);
    return here;
  };
  if (fresh) await as('ada').gives('register.create', { requestId: id(), office: anOffice(), terms: [] });
  else await here.desk.open();
  const rules = (other: Partial<Rules>) =>
    as('ada').gives('rules.save', { requestId: id(), rules: { ...standardRules, ...other } });
  as('pat');
  return { ...here, as, rules };
}
export type Turns = Awaited<ReturnType<typeof anOfficeInTurns>>;

/** A form of a student, keyed by the clerk; the course is a new one where none is given. */
export async function aKeyedCase(
  here: Turns,
  given: {
    readonly student?: Partial<Student>;
    readonly course?: Course;
    readonly form?: Partial<CaseForm>;
    readonly enrolment?: Partial<Enrolment>;
  } = {},
) {
  const desk = here.as('kim');
  const number = id().slice(-12);
  const student = await desk.gives('student.save', {
    requestId: id(),
    student: aStudent({ number, ...given.student }),
  });
  const course =
    given.course ??
    (await desk.gives('course.save', { requestId: id(), course: aCourse({ code: `EXT ${number.slice(-6)}` }) }));
  const enrolment = anEnrolment(student, course, given.enrolment);
  const { view } = await desk.gives('case.save', saving(aForm(student, course, given.form), enrolment));
  return { student, course, enrolment, view, caseId: view.row.id, number: view.row.number };
}

/** Every byte of the files in a folder, those under `backups` left out: what somebody who has the disk can read. */
export function bytesUnder(folder: string): Buffer {
  const found = readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (!statSync(file).isDirectory()) return [readFileSync(file)];
    return name === 'backups' ? [] : [bytesUnder(file)];
  });
  return Buffer.concat(found);
}
