import type { Closure, Term } from '../../shared/register/office';
import type { Course } from '../../shared/register/course';
import { readMeetingsLine } from '../../shared/meetings-line';
import type { Chance } from './chance';
import { plusDays } from './days';
import { samplePolicy, sampleTerms } from './office';

/** A course in short: what it is, when it meets (from the first week through the last, counted from the term's first), what it costs. Dollars. */
type Plan = {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly meets: string | null;
  readonly weeks: readonly [number, number];
  readonly fee: number;
  readonly deposit?: number;
  readonly arranged?: true;
  readonly place: string;
  /** Which of the sample's terms, this one where nothing is said. */
  readonly term?: 'last' | 'before-last';
};

const plans: readonly Plan[] = [
  { code: 'BIOL 105-01', title: 'Principles of Biology', category: 'open-university', meets: 'Mon Wed 10-11:20a', weeks: [1, 16], fee: 1284, place: 'Seaside Hall 118' },
  { code: 'HIST 110-02', title: 'United States History to 1877', category: 'open-university', meets: 'Tue Thu 2-3:20p', weeks: [1, 16], fee: 963, place: 'Library 210' },
  { code: 'PSYC 104-01', title: 'Introduction to Psychology', category: 'open-university', meets: 'Mon Wed Fri 9-9:50a', weeks: [1, 16], fee: 963, place: 'Seaside Hall 131' },
  { code: 'STAT 109-40', title: 'Introductory Biostatistics (online)', category: 'open-university', meets: null, weeks: [1, 16], fee: 1284, place: 'Online' },
  { code: 'GEOG 699-07', title: 'Independent Study: Estuary Mapping', category: 'open-university', meets: null, weeks: [1, 17], fee: 642, arranged: true, place: 'By arrangement' },
  { code: 'MATH 104-90', title: 'College Algebra for High School Students', category: 'high-school-concurrent', meets: 'Mon Wed 3:30-4:50p', weeks: [1, 16], fee: 180, place: 'Port Alder High School' },
  { code: 'SPAN 105-90', title: 'Spanish I for High School Students', category: 'high-school-concurrent', meets: 'Tue Thu 4-5:20p', weeks: [1, 16], fee: 180, place: 'Juniper Bay High School' },
  { code: 'EXT 204-02', title: 'Project Management', category: 'extension', meets: 'Mon 6-8:50p', weeks: [6, 16], fee: 400, place: 'Wharf Building 12' },
  { code: 'EXT 118-01', title: 'Bookkeeping for Small Business', category: 'extension', meets: 'Tue Thu 6-8p', weeks: [3, 10], fee: 475, deposit: 50, place: 'Wharf Building 14' },
  { code: 'EXT 231-01', title: 'Grant Writing in Five Saturdays', category: 'extension', meets: 'Sat 9a-12p', weeks: [7, 11], fee: 295, deposit: 45, place: 'Wharf Building 12' },
  { code: 'EXT 142-01', title: 'Food and Wine of the North Coast', category: 'extension', meets: 'Fri 5:30-8:30p', weeks: [5, 9], fee: 240, deposit: 75, place: 'Cannery Kitchen' },
  { code: 'EXT 309-40', title: 'Teaching Adults Online', category: 'extension', meets: null, weeks: [4, 13], fee: 520, place: 'Online' },
  { code: 'EXT 275-01', title: 'Paralegal Certificate: Legal Research', category: 'extension', meets: 'Wed 6-9p', weeks: [2, 14], fee: 690, place: 'Library 305' },
  { code: 'EXT 160-01', title: 'Conversational Spanish I', category: 'extension', meets: 'Tue 6-7:50p', weeks: [2, 9], fee: 260, place: 'Seaside Hall 118' },
  { code: 'EXT 160-02', title: 'Conversational Spanish I', category: 'extension', meets: 'Thu 6-7:50p', weeks: [8, 15], fee: 260, place: 'Seaside Hall 118' },
  { code: 'EXT 288-01', title: 'Data Analysis with Spreadsheets', category: 'extension', meets: 'Sat 10a-3p', weeks: [10, 15], fee: 360, place: 'Wharf Building 20' },
  { code: 'ENVS 480-01', title: 'Coastal Field Ecology, Two Weekends', category: 'special-session', meets: 'Sat Sun 8a-5p', weeks: [9, 10], fee: 610, place: 'Heron Landing Station' },
  { code: 'EDUC 680-01', title: 'Reading Intervention', category: 'special-session', meets: 'Tue 4:30-7:20p', weeks: [3, 12], fee: 885, place: 'Seaside Hall 240' },
  { code: 'BA 590-03', title: 'Conference Study: Cooperative Business', category: 'special-session', meets: null, weeks: [1, 17], fee: 642, arranged: true, place: 'By arrangement' },
  { code: 'GRAD 600-01', title: 'Graduate Continuous Enrollment', category: 'special-session', meets: null, weeks: [1, 17], fee: 275, arranged: true, place: 'By arrangement' },
  { code: 'NC 012-01', title: 'Watercolor for Beginners', category: 'non-credit', meets: 'Thu 10a-12p', weeks: [6, 11], fee: 165, place: 'Art Barn' },
  { code: 'NC 027-01', title: 'Sea Kayaking Basics', category: 'non-credit', meets: 'Sun 9a-2p', weeks: [5, 8], fee: 320, deposit: 60, place: 'Gull Point Boathouse' },
  { code: 'NC 040-40', title: 'Medical Terminology, Self-Paced', category: 'non-credit', meets: null, weeks: [2, 14], fee: 199, place: 'Online' },
  { code: 'NC 055-01', title: 'Winter Beekeeping', category: 'non-credit', meets: 'Sat 1-4p', weeks: [11, 15], fee: 140, place: 'Old Mill Farm' },
  { code: 'OLLI 101-01', title: 'Poems of the Pacific', category: 'olli', meets: 'Mon 1-3p', weeks: [6, 9], fee: 60, place: 'Library 101' },
  { code: 'OLLI 115-01', title: 'Reading the Tide Pools', category: 'olli', meets: 'Thu 9-11a', weeks: [8, 11], fee: 75, place: 'Gull Point Boathouse' },
  { code: 'EXT 190-01', title: 'Beginning Welding', category: 'extension', meets: 'Wed 6-9p', weeks: [2, 13], fee: 540, deposit: 80, place: 'Shop 3', term: 'last' },
  { code: 'ENVS 460-01', title: 'Dune Restoration Practicum', category: 'special-session', meets: 'Sat 9a-3p', weeks: [2, 9], fee: 480, place: 'Heron Landing Station', term: 'before-last' },
];

const instructors = ['A. Lindqvist', 'B. Okafor', 'C. Nakamura', 'D. Whitehorse', 'E. Salazar', 'F. Kowalski', 'G. Haddad', 'H. Tran', 'I. Moreau', 'K. Blackwood'] as const;

/** The courses of the sample, each `sections` times: the first section as planned, the others on the same days under numbers of their own. */
export function sampleCourses(chance: Chance, today: string, closures: readonly Closure[], sections: number): Course[] {
  return Array.from({ length: sections }, (_, section) => plans.map((plan) => courseOf(chance, plan, section, today, closures))).flat();
}

function courseOf(chance: Chance, plan: Plan, section: number, today: string, closures: readonly Closure[]): Course {
  const term = termOf(plan, today);
  const first = plusDays(term.begins, (plan.weeks[0] - 1) * 7);
  const last = plusDays(term.begins, plan.weeks[1] * 7 - 1);
  const meetingLine = plan.meets === null ? '' : `${plan.meets} ${slashed(first)}-${slashed(last)}`;
  const without = closures.filter((closure) => closure.on >= first && closure.on <= last);
  return {
    id: chance.id(),
    code: section === 0 ? plan.code : plan.code.replace(/-.*/, `-${100 + section}`),
    title: plan.title,
    policy: samplePolicy,
    category: plan.category,
    termId: term.id,
    starts: plan.meets === null ? first : null,
    ends: plan.meets === null ? last : null,
    arranged: plan.arranged ?? false,
    ...meetingsOf(meetingLine, without, term, today),
    fee: plan.fee * 100,
    deposit: (plan.deposit ?? 0) * 100,
    instructor: chance.pick(instructors),
    location: plan.place,
    cancelledOn: null,
  };
}

/** The meetings as the clerk would have typed them: the office's closures among their days are left out. */
function meetingsOf(typed: string, without: readonly Closure[], term: Term, today: string): Pick<Course, 'meetingLine' | 'meetings'> {
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

function termOf(plan: Plan, today: string): Term {
  const terms = sampleTerms(today);
  const term = terms[{ 'before-last': 0, last: 1, this: 2 }[plan.term ?? 'this']];
  if (term === undefined) throw new Error('the sample has no such term');
  return term;
}

function slashed(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}/${day.slice(0, 4)}`;
}
