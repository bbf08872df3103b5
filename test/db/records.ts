import { newId } from '../../db/uuid';
import { emptyForm, type CaseForm } from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import { emptyAddress } from '../../shared/register/fields';
import type { Office, Term } from '../../shared/register/office';
import type { Student } from '../../shared/register/student';

/** Records to try a register with; each can be given other values. The policy is the one that ships. */

const policy = 'humboldt-extended-education';

let moment = Date.parse('2026-01-05T16:00:00.000Z');
/** A new identifier; each is later than the last. */
export function id(): string {
  moment += 1;
  return newId(moment);
}

export const anOffice = (other: Partial<Office> = {}): Office => ({
  institution: 'Coastal State University',
  name: 'Extended Education',
  address: { line1: '100 Campus Way', line2: '', city: 'Port Alder', state: 'CA', postal: '95599', country: '' },
  phone: '(555) 555-0142',
  email: 'extension@example.edu',
  website: 'extension.example.edu',
  timeZone: 'America/Los_Angeles',
  hours: {
    mon: ['08:00', '17:00'],
    tue: ['08:00', '17:00'],
    wed: ['08:00', '17:00'],
    thu: ['08:00', '17:00'],
    fri: ['08:00', '17:00'],
  },
  closures: [{ on: '2026-11-11', label: 'Veterans Day' }],
  fiscalYearBegins: 1,
  letterhead: { headline: 'Coastal State University', line: '', color: '#1c5a3c' },
  signatory: { name: 'J. Rivera', title: 'Registration Services' },
  languageLine: '',
  policy,
  readings: {},
  reasons: ['Illness', 'Schedule conflict'],
  printing: { envelope: 'half-inch', nudgeX: 0, nudgeY: 0, preprintedLetterhead: false },
  enterMovesOn: true,
  person: { account: 'jrivera', name: 'Jordan Rivera', title: '' },
  note: '',
  ...other,
});

export const aTerm = (other: Partial<Term> = {}): Term => ({
  id: id(),
  name: 'Fall 2026',
  begins: '2026-08-24',
  ends: '2026-12-18',
  ...other,
});

export const aStudent = (other: Partial<Student> = {}): Student => ({
  id: id(),
  number: '0098-4417',
  lastName: 'García-López',
  firstName: 'María',
  email: 'maria.garcia@example.edu',
  phone: '',
  address: { line1: '1420 Alder St', line2: 'Apt 3B', city: 'Arcadia', state: 'CA', postal: '95521', country: '' },
  language: 'en',
  federalAid: false,
  note: '',
  ...other,
});

export const withoutAddress = { address: emptyAddress };

/** Ten Mondays, 6 to 8:50 in the evening, Sep 14 to Nov 16. */
export const tenMondays = [
  '09-14',
  '09-21',
  '09-28',
  '10-05',
  '10-12',
  '10-19',
  '10-26',
  '11-02',
  '11-09',
  '11-16',
].map((day) => ({
  date: `2026-${day}`,
  from: '18:00',
  to: '20:50',
}));

export const aCourse = (other: Partial<Course> = {}): Course => ({
  id: id(),
  code: 'EXT 204-02',
  title: 'Project Management',
  policy,
  category: 'extension',
  termId: null,
  starts: null,
  ends: null,
  arranged: false,
  meetingLine: 'Mon 6-8:50p 9/14-11/16',
  meetings: tenMondays,
  fee: 40_000,
  deposit: 0,
  fund: '',
  instructor: '',
  location: '',
  cancelledOn: null,
  refundableUntil: null,
  enrollmentDeadline: null,
  ...other,
});

export const anEnrolment = (student: Student, course: Course, other: Partial<Enrolment> = {}): Enrolment => ({
  id: id(),
  studentId: student.id,
  courseId: course.id,
  enrolledOn: '2026-08-20',
  fee: 40_000,
  deposit: 0,
  waivers: [],
  payments: [{ on: '2026-08-20', cents: 40_000, payer: { kind: 'student' }, method: 'check' }],
  track: null,
  unenrolledOn: null,
  ...other,
});

/** A drop form that came by mail on Tuesday, Sep 22, postmarked the Saturday before. */
export const aForm = (student: Student | null, course: Course | null, other: Partial<CaseForm> = {}): CaseForm => ({
  ...emptyForm,
  studentId: student?.id ?? null,
  courseId: course?.id ?? null,
  channel: 'mail',
  postmarked: '2026-09-19',
  received: '2026-09-22',
  reason: 2,
  ...other,
});
