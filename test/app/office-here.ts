import type { Page } from '@playwright/test';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { Office } from '../../shared/register/office';
import type { Student } from '../../shared/register/student';
import { aCourse, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { call, expect } from './fixtures';
import { sitDown } from './people-here';

/** Wednesday, September 30, 2026, nine in the morning at the office: the day of the table of dates. */
export const morning = '2026-09-30T16:00:00.000Z';

/** An office in the open window, with one student on the roster of one course of ten Mondays, $400.00 paid. */
export type OfficeHere = { readonly student: Student; readonly course: Course; readonly enrolment: Enrolment };

/** Sets an office up through the calls of the set-up and roster screens, and waits until the window shows it. */
export async function openOffice(page: Page, other: Partial<Office> = {}): Promise<OfficeHere> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await call(page, 'register.create', { requestId: id(), office: anOffice(other), terms: [] });
  await sitDown(page);
  const student = await call(page, 'student.save', { requestId: id(), student: aStudent() });
  const course = await call(page, 'course.save', { requestId: id(), course: aCourse() });
  const enrolment = await call(page, 'enrolment.save', { requestId: id(), enrolment: anEnrolment(student, course) });
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  return { student, course, enrolment };
}

/** Begins a batch of mail received on a day, by keyboard, and waits for its empty form. */
export async function beginBatch(page: Page, received: string): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await expect(page.getByRole('group', { name: 'New batch' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type(received);
  await page.keyboard.press('Enter');
  await expect(field(page, 'studentId')).toBeFocused();
}

/** A field of a form by its name. */
export function field(page: Page, name: string) {
  return page.locator(`[data-field="${name}"]`);
}

/** What the status bar says. */
export function statusLine(page: Page) {
  return page.locator('.status-said');
}

/** Types as a clerk does, counting every key; a chord counts one. */
export function hands(page: Page) {
  let count = 0;
  return {
    type: async (text: string) => {
      count += text.length;
      await page.keyboard.type(text);
    },
    press: async (chord: string) => {
      count += 1;
      await page.keyboard.press(chord);
    },
    count: () => count,
  };
}
