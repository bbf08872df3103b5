import type { Page } from '@playwright/test';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { Student } from '../../shared/register/student';
import { aCourse, anEnrolment, aStudent, id } from '../db/records';
import { call, expect } from './fixtures';
import { field, hands, openOffice } from './office-here';

/** Mondays and Wednesdays for six weeks of summer; the fourth class day is July 1. */
const summerMeetings = [
  '06-22',
  '06-24',
  '06-29',
  '07-01',
  '07-06',
  '07-08',
  '07-13',
  '07-15',
  '07-20',
  '07-22',
  '07-27',
  '07-29',
].map((day) => ({ date: `2026-${day}`, from: '09:00', to: '11:50' }));

/** A summer course that wants two documents. */
export const summer: Partial<Course> = {
  policy: 'wou-extended-programs',
  category: 'regular-summer',
  meetings: summerMeetings,
};
/** A course session with tracks, its refunds and enrolments open. */
export const session: Partial<Course> = {
  policy: 'mitx-online-dedp',
  category: 'course-session',
  meetings: [],
  meetingLine: '',
  starts: '2026-09-08',
  ends: '2026-12-15',
  refundableUntil: '2026-10-15',
  enrollmentDeadline: '2026-10-20',
};

type Given = {
  readonly course: Partial<Course>;
  readonly student?: Partial<Student>;
  readonly enrolment?: Partial<Enrolment>;
};

/** An office of that policy with one student on the roster of one course, and an empty form before it. */
export async function openForm(page: Page, { course, student, enrolment }: Given) {
  await openOffice(page, { policy: course.policy ?? '' });
  const who = await call(page, 'student.save', {
    requestId: id(),
    student: aStudent({ number: '77', lastName: 'Okafor', firstName: 'Ada', email: 'ada@example.edu', ...student }),
  });
  const what = await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ code: 'SUM 101', title: 'Soil Science', ...course }),
  });
  const place = await call(page, 'enrolment.save', {
    requestId: id(),
    enrolment: anEnrolment(who, what, { enrolledOn: null, payments: [paid], ...enrolment }),
  });
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+N');
  await expect(field(page, 'channel')).toBeFocused();
  return { student: who, course: what, enrolment: place };
}

/** $400.00 before the summer. */
export const paid = { on: '2026-06-01', cents: 40_000, payer: { kind: 'student' }, method: 'check' } as const;

/** Keys how it came and as what by their first letters, then student and course. */
export async function key(page: Page, channel: string, kind: string, course = '101'): Promise<void> {
  const { type, press } = hands(page);
  await type(channel);
  await press('Tab');
  await type(kind);
  await press('Tab');
  await type('okaf');
  await press('Tab');
  await type(course);
  await press('Tab');
}
