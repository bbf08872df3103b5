import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, onTestFinished } from 'vitest';
import { createClock } from '../../electron/clock';
import { createDesk, type Desk } from '../../electron/desk';
import type { Desktop } from '../../electron/desktop';
import { contract, type CallName, type Input, type Output } from '../../shared/contract';
import type { Failure, Problem } from '../../shared/errors';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { Session } from '../../shared/register/person';
import type { Role } from '../../shared/register/role';
import type { Office, Term } from '../../shared/register/office';
import type { Student } from '../../shared/register/student';
import type { Result } from '../../shared/result';
import { aCourse, anEnrolment, anOffice, aStudent, id } from '../db/records';

/** A desk on this PC without a window: the real register in a folder that is gone after the test, and a clock that the test sets. */
export type DeskHere = {
  readonly desk: Desk;
  readonly desktop: Desktop;
  readonly folder: string;
  readonly told: { readonly name: string; readonly data: unknown }[];
  /** Bugs the router caught: a test in which one appears fails. */
  readonly bugs: unknown[];
  setNow(moment: string): void;
  /** Lets seconds pass by the clock that only goes forward; the PC's own stays where it is. */
  pass(seconds: number): void;
  /** The folder that the next folder dialog gives; null is a person who cancelled. */
  choose(folder: string | null): void;
  /** Makes a call; its output, where it succeeds, fits the contract. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** Makes a call that has to succeed. */
  gives<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Makes a call that has to be refused; gives the failure. */
  refuses<N extends CallName>(name: N, input: Input<N>): Promise<Failure>;
  /** Makes a call that has to be refused for its fields; gives their messages by field. */
  problems<N extends CallName>(name: N, input: Input<N>): Promise<Record<string, string>>;
};

/** Wednesday, Sep 30, 2026, nine in the morning at the office. */
export const now = '2026-09-30T16:00:00.000Z';

/** What a desk does with pages; there is no paper at one that is given none. */
export type PaperHere = Pick<
  Desktop,
  'pdf' | 'pdfs' | 'job' | 'print' | 'printers' | 'fixedPrinter' | 'show' | 'saveAs' | 'chooseFile'
>;

/** Somebody in a role who need not sign in; the account is the one that entries carry. */
export function someone(role: Role, account = 'jrivera'): Session {
  return { id: id(), account, name: 'J. Rivera', role };
}

/** A desk with no register yet; another one on the same folder where one is given. */
export function aDesk(
  folder = someFolder(),
  paper: Partial<PaperHere> = {},
  as: Session | null = someone('supervisor'),
): DeskHere {
  let moment = now;
  let elapsed = 0;
  let chosen: string | null = null;
  const told: { name: string; data: unknown }[] = [];
  const bugs: unknown[] = [];
  const clock = createClock(
    () => Date.parse(moment),
    () => elapsed,
  );
  const never = (): never => {
    throw new Error('this desk has neither printer nor screen');
  };
  const desktop: Desktop = {
    version: '0.0.0-test',
    account: 'jrivera',
    ...clock,
    registerFolder: path.join(folder, 'register'),
    settingsFolder: path.join(folder, 'settings'),
    chooseFolder: () => Promise.resolve(chosen),
    chooseFile: () => Promise.resolve(null),
    saveAs: never,
    saveCopyOf: (_, name) => Promise.resolve(path.join(folder, name)),
    pdf: async ({ title }) => {
      // What the window would print is tried in the window; here a page is enough that can be told from others.
      const document = await PDFDocument.create();
      document.setTitle(title);
      document.addPage([612, 792]);
      return document.save();
    },
    pdfs: (pages) => Promise.all(pages.map((page) => desktop.pdf(page))),
    job: never,
    printers: () => Promise.resolve([]),
    fixedPrinter: null,
    print: never,
    show: never,
    putAway: () => undefined,
    ...paper,
    emit: (name, data) => told.push({ name, data }),
    quit: () => undefined,
  };
  const desk = createDesk(desktop, (_reference, _call, error) => bugs.push(error), as);
  onTestFinished(async () => {
    await desk.close();
  });
  const call: DeskHere['call'] = async (name, input) => {
    const result = (await desk.route(name, input)) as Result<Output<typeof name>>;
    expect(bugs).toEqual([]);
    if (result.ok) contract[name].output.parse(result.value);
    return result;
  };
  const refuses: DeskHere['refuses'] = async (name, input) => {
    const result = await call(name, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.failure;
  };
  return {
    desk,
    desktop,
    folder,
    told,
    bugs,
    setNow: (next) => {
      moment = next;
    },
    pass: (seconds) => {
      elapsed += seconds * 1000;
    },
    choose: (next) => {
      chosen = next;
    },
    call,
    gives: async (name, input) => {
      const result = await call(name, input);
      if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.failure)}`);
      return result.value;
    },
    refuses,
    problems: async (name, input) => {
      const failure = await refuses(name, input);
      if (failure.kind !== 'invalid') throw new Error(`${name} was refused for ${failure.kind}`);
      return byField(failure.problems);
    },
  };
}

/** A desk whose office is set up, with one student and one course of ten Mondays. */
export async function anOpenDesk(
  given: {
    readonly office?: Partial<Office>;
    readonly terms?: readonly Term[];
    readonly paper?: Partial<PaperHere>;
  } = {},
) {
  const here = aDesk(someFolder(), given.paper);
  await here.gives('register.create', {
    requestId: id(),
    office: anOffice(given.office),
    terms: [...(given.terms ?? [])],
  });
  const student = await here.gives('student.save', { requestId: id(), student: aStudent() });
  const course = await here.gives('course.save', { requestId: id(), course: aCourse() });
  return { ...here, student, course };
}

/** What a new form is saved with; the enrolment comes with it. */
export function saving(
  form: Input<'case.save'>['form'],
  enrolment: Enrolment | null,
  other: Partial<Input<'case.save'>> = {},
): Input<'case.save'> {
  return {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form,
    batchId: null,
    enrolment,
    why: '',
    secondForm: false,
    ...other,
  };
}

/** Puts a further student on the roster of a course. */
export async function enrolled(
  here: DeskHere,
  course: Course,
  other: { readonly student?: Partial<Student>; readonly enrolment?: Partial<Enrolment> } = {},
) {
  const student = await here.gives('student.save', {
    requestId: id(),
    student: aStudent({ number: id().slice(-12), ...other.student }),
  });
  const enrolment = await here.gives('enrolment.save', {
    requestId: id(),
    enrolment: anEnrolment(student, course, other.enrolment),
  });
  return { student, enrolment };
}

export function someFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function byField(problems: readonly Problem[]): Record<string, string> {
  return Object.fromEntries(problems.map(({ field, message }) => [field, message]));
}
