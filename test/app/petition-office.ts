import type { Page } from '@playwright/test';
import type { CaseForm } from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import type { PetitionFields } from '../../shared/register/petition';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, aTerm, id } from '../db/records';
import { call, expect } from './fixtures';
import { addPerson, administrator, passphrase, signIn } from './people-here';

/** Monday, November 2, 2026, nine in the morning at the office. */
export const november = '2026-11-02T17:00:00.000Z';

const fall = aTerm();

/** A course of Open University in its fall: after its fourth week a drop needs a petition. */
export const openUniversity: Partial<Course> = { category: 'open-university', termId: fall.id };

/** Thursdays of April; six months after the last of them is October 30. */
export const spring: Partial<Course> = {
  category: 'extension',
  meetingLine: '',
  meetings: ['02', '09', '16', '23', '30'].map((day) => ({ date: `2026-04-${day}`, from: '18:00', to: '20:50' })),
};

/** A course of a policy that knows appeals. */
export const western: Partial<Course> = { policy: 'wou-extended-programs', category: 'self-sustaining-credit' };

/** The office's appeals committee. */
export const committee = ['R. Hale', 'D. Sato', 'M. Ito'];

/** An office with its clerk Kim, who sits at the desk, its supervisor Lee, and a committee for appeals. */
export async function officeWithKim(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [fall] });
  await call(page, 'person.first', { requestId: id(), person: administrator, passphrase });
  await addPerson(page, 'kim', 'clerk', { name: 'Kim Park' });
  await addPerson(page, 'lee', 'supervisor', { name: 'Lee Morgan' });
  const rules = await call(page, 'rules.get', {});
  await call(page, 'rules.save', { requestId: id(), rules: { ...rules, committee } });
  await sit(page, 'kim');
}

/** Has somebody sit down at the desk, in the place of whoever sat there. */
export async function sit(page: Page, account: string): Promise<void> {
  await signIn(page, account);
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Petitions' })).toBeVisible();
}

/** A student on the roster of a course of their own, $400.00 paid. */
export async function enrolled(page: Page, lastName: string, course: Partial<Course>) {
  const student = await call(page, 'student.save', {
    requestId: id(),
    student: aStudent({ number: `N-${lastName}`, lastName, firstName: 'Robin', email: '' }),
  });
  const kept = await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ code: lastName.toUpperCase(), ...course }),
  });
  const payments = [{ on: '2026-03-20', cents: 40_000, payer: { kind: 'student' as const }, method: 'check' }];
  const enrolment = anEnrolment(student, kept, { enrolledOn: null, fee: 40_000, payments });
  await call(page, 'enrolment.save', { requestId: id(), enrolment });
  return { student, course: kept };
}

/** The form of a student for a course of their own, keyed by whoever sits at the desk. */
export async function keyed(page: Page, lastName: string, course: Partial<Course>, form: Partial<CaseForm>) {
  const here = await enrolled(page, lastName, course);
  const saved = await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form: aForm(here.student, here.course, { postmarked: null, channel: 'counter', ...form }),
    batchId: null,
    enrolment: null,
    why: '',
    secondForm: false,
  });
  return saved.view;
}

/** A petition or an appeal opened on a case by whoever sits at the desk. */
export function opened(page: Page, caseId: string, other: Pick<PetitionFields, 'kind' | 'receivedOn'>) {
  const petition: PetitionFields = {
    channel: 'mail',
    reasonCode: 1,
    reason: 'In the hospital until October 4.',
    evidence: [{ what: 'Hospital letter', seenOn: other.receivedOn }],
    askedCents: 40_000,
    ...other,
  };
  return call(page, 'petition.open', { requestId: id(), caseId, petition });
}

/** Goes to an address of the window. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), `#${address}`);
}

/** A button pressed by the keyboard. */
export async function pressed(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  await button.focus();
  await page.keyboard.press('Enter');
}
