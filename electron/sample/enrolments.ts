import { anAddress } from './people';
import type { Course } from '../../shared/register/course';
import { courseDays } from '../../shared/register/course';
import type { Enrolment, Payment } from '../../shared/register/enrolment';
import type { Chance } from './chance';
import { plusDays } from './days';

const methods = ['Check', 'Card', 'Card', 'Card', 'Cash', 'Transfer'] as const;
const employers = [
  'Harbor Light Credit Union',
  'Port Alder School District',
  'North Coast Tribal Health',
  'City of Juniper Bay',
  'Gull Point Fisheries Co-op',
] as const;
const waivers = ['Senior discount', 'Staff fee waiver', 'Early registration', 'Partner agency'] as const;

/**
 * A student's place in a course: fee, deposit, perhaps a waiver, and what was paid before the course by whom; `paid` is the share of the fee
 * paid, in percent, `by` the day on which the student's form came, before which all of it was.
 */
export function anEnrolment(
  chance: Chance,
  studentId: string,
  course: Course,
  paid: number | null,
  by: string,
): Enrolment {
  const first = courseDays(course).first ?? '';
  const before = plusDays(first, -chance.int(6, 40));
  const enrolledOn = plusDays(by, -6) < before ? plusDays(by, -6) : before;
  const waiver = chance.percent(8) ? Math.round((course.fee * chance.pick([10, 15, 20])) / 100) : 0;
  const due = course.fee - waiver;
  const share = paid ?? (chance.percent(14) ? chance.pick([25, 40, 50, 75]) : chance.percent(3) ? 0 : 100);
  return {
    id: chance.id(),
    studentId,
    courseId: course.id,
    enrolledOn,
    fee: course.fee,
    deposit: course.deposit,
    waivers: waiver === 0 ? [] : [{ cents: waiver, reason: chance.pick(waivers) }],
    payments: payments(chance, Math.round((due * share) / 100), enrolledOn),
    track: null,
    unenrolledOn: null,
  };
}

/** The last day that an enrolment names. */
export function lastDayOf({ enrolledOn, payments: paid }: Enrolment): string {
  return [enrolledOn ?? '', ...paid.map((payment) => payment.on)].sort().at(-1) ?? '';
}

/** What was paid, in one sum or two, by the student or by somebody for them. */
function payments(chance: Chance, cents: number, on: string): Payment[] {
  if (cents === 0) return [];
  const payer = chance.percent(12)
    ? { kind: 'other' as const, name: chance.pick(employers), address: anAddress(chance) }
    : { kind: 'student' as const };
  const method = chance.pick(methods);
  if (!chance.percent(15)) return [{ on, cents, payer, method }];
  const half = Math.floor(cents / 2);
  return [
    { on, cents: half, payer, method },
    { on: plusDays(on, 5), cents: cents - half, payer, method },
  ];
}
