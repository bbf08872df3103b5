import type { Closure, Term } from '../../shared/register/office';
import type { Course } from '../../shared/register/course';
import { readMeetingsLine } from '../../shared/meetings-line';
import { samplePolicy } from '../../shared/policy/packs/sample-office';
import type { Chance } from './chance';
import { coursePlans, type CoursePlan } from './course-plans';
import { plusDays } from './days';
import { sampleTerms } from './office';

const instructors = [
  'A. Lindqvist',
  'B. Okafor',
  'C. Nakamura',
  'D. Whitehorse',
  'E. Salazar',
  'F. Kowalski',
  'G. Haddad',
  'H. Tran',
  'I. Moreau',
  'K. Blackwood',
] as const;

/** The courses of the sample, each `sections` times: the first section as planned, the others on the same days under numbers of their own. */
export function sampleCourses(chance: Chance, today: string, closures: readonly Closure[], sections: number): Course[] {
  return Array.from({ length: sections }, (_, section) =>
    coursePlans.map((plan) => courseOf(chance, plan, section, today, closures)),
  ).flat();
}

function courseOf(
  chance: Chance,
  plan: CoursePlan,
  section: number,
  today: string,
  closures: readonly Closure[],
): Course {
  const term = termOf(plan, today);
  const first = plusDays(term.begins, (plan.weeks.first - 1) * 7);
  const last = plusDays(term.begins, plan.weeks.last * 7 - 1);
  const meetingLine = plan.meets === null ? '' : `${plan.meets} ${slashed(first)}-${slashed(last)}`;
  const without = closures.filter((closure) => closure.on >= first && closure.on <= last);
  return {
    id: chance.id(),
    code: section === 0 ? plan.code : plan.code.replace('-', `-${section}`),
    title: plan.title,
    policy: samplePolicy,
    category: plan.category,
    termId: term.id,
    starts: plan.meets === null ? first : null,
    ends: plan.meets === null ? last : null,
    arranged: plan.arranged,
    ...meetingsOf(meetingLine, without, term, today),
    fee: plan.fee,
    deposit: plan.deposit,
    fund: plan.fee >= 50_000 ? 'EXT-2400' : 'EXT-1100',
    instructor: chance.pick(instructors),
    location: plan.place,
    cancelledOn: null,
    refundableUntil: null,
    enrollmentDeadline: null,
  };
}

/** The meetings as the clerk would have typed them: the office's closures among their days are left out. */
function meetingsOf(
  typed: string,
  without: readonly Closure[],
  term: Term,
  today: string,
): Pick<Course, 'meetingLine' | 'meetings'> {
  if (typed === '') return { meetingLine: '', meetings: [] };
  const plain = read(typed, term, today);
  const closed = without.filter((closure) => plain.meetings.some((meeting) => meeting.date === closure.on));
  if (closed.length === 0) return plain;
  return read(`${typed} x ${closed.map((closure) => slashed(closure.on)).join(' ')}`, term, today);
}

function read(typed: string, term: Term, today: string): Pick<Course, 'meetingLine' | 'meetings'> {
  const reading = readMeetingsLine(typed, { term, closures: [], near: today });
  if (!reading.ok) throw new Error(`the sample's own line is not understood: ${typed}`);
  return { meetingLine: reading.value.line, meetings: [...reading.value.meetings] };
}

function termOf(plan: CoursePlan, today: string): Term {
  const terms = sampleTerms(today);
  const term = terms[{ 'before-last': 0, last: 1, this: 2 }[plan.term]];
  if (term === undefined) throw new Error('the sample has no such term');
  return term;
}

function slashed(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}/${day.slice(0, 4)}`;
}
