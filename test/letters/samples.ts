import type { CompiledPack } from '../../shared/policy/compile';
import type { Facts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import { emptyAddress } from '../../shared/register/fields';
import type { Office, Term } from '../../shared/register/office';
import type { Student } from '../../shared/register/student';
import type { LetterSource } from '../../shared/letters/source';
import type { LetterType } from '../../shared/letters/template';
import type { ToldEarlier } from '../../shared/letters/told';
import { aCourse, anEnrolment, anOffice, aStudent, id, tenMondays } from '../db/records';

/** A letter to be made, what kind it has to be, and the amount it has to name (null where nothing is decided). */
export type Sample = { readonly source: LetterSource; readonly type: LetterType; readonly amount: string | null };

export const pack = packOf('humboldt-extended-education');

export const term: Term = { id: id(), name: 'Fall 2026', begins: '2026-08-24', ends: '2026-12-18' };

export const office: Office = anOffice({
  institution: 'Coastal State University',
  name: 'Extended Education',
  address: { line1: '100 Campus Way', line2: '', city: 'Arcadia', state: 'CA', postal: '90001', country: '' },
  phone: '(555) 010-0142',
  email: 'refunds@coastal.example',
  signatory: { name: 'J. Rivera', title: 'Registration Services' },
  languageLine: 'Este aviso está disponible en español: (555) 010-0142.',
  reasons: ['Schedule conflict', 'Medical', 'Moved away'],
});

export const student: Student = aStudent({
  number: '0098-4417',
  lastName: 'Garcia-Lopez',
  firstName: 'Maria',
  address: {
    line1: '1420 Alder St., Apt. 3B',
    line2: '',
    city: 'Arcadia',
    state: 'CA',
    postal: '90001-2210',
    country: '',
  },
});

type Given = {
  readonly course?: Partial<Facts['course']>;
  readonly notice?: Partial<NonNullable<Facts['notice']>> | null;
  readonly fees?: Facts['fees'];
  readonly decision?: Partial<NonNullable<Facts['decision']>>;
  readonly readings?: NonNullable<Facts['readings']>;
};

/** A source whose determination is made from the facts given; the usual case is 65 % of $400.00. */
export function aSource(given: Given = {}, other: Partial<LetterSource> = {}): LetterSource {
  const facts: Facts = {
    policy: pack.id,
    course: {
      title: 'Project Management',
      category: 'extension',
      meetings: tenMondays,
      termBegins: term.begins,
      termEnds: term.ends,
      ...given.course,
    },
    fees: given.fees ?? { assessed: 40000, collected: 40000, deposit: 0 },
    notice:
      given.notice === null
        ? null
        : {
            kind: 'drop-form',
            channel: 'mail',
            postmarked: '2026-09-19',
            received: '2026-09-22T10:20',
            ...given.notice,
          },
    decision:
      given.decision === undefined
        ? null
        : {
            kind: 'retroactive',
            received: '2027-01-12',
            reason: 'In hospital',
            approvals: [],
            percent: 65,
            authority: 'the Dean',
            ...given.decision,
          },
    office: { timeZone: office.timeZone, hours: office.hours, closures: [] },
    readings: given.readings ?? {},
  };
  const course: Course = aCourse({
    code: 'EXT 204-02',
    title: 'Project Management',
    termId: term.id,
    meetings: (facts.course.meetings ?? []).map(({ date, from, to }) => ({ date, from: from ?? null, to: to ?? null })),
    cancelledOn: facts.course.cancelledOn ?? null,
  });
  return {
    language: 'en',
    number: 'L-000913',
    madeOn: '2026-09-23',
    caseNumber: 'RD-2027-0417',
    facts,
    determination: pack.evaluate(facts),
    hash: 'ab12cd34ef56'.repeat(6).slice(0, 64),
    pack: pack.pack,
    office,
    student,
    course,
    term,
    enrolment: paid(course),
    choice: null,
    corrects: null,
    withdrawn: false,
    petition: null,
    instead: null,
    receipt: false,
    earlier: null,
    head: { seq: 10417, mac: '3f9a0b12c3d4e5f6'.repeat(4) },
    ...other,
  };
}

function paid(course: Course): Enrolment {
  return anEnrolment(student, course, {
    payments: [
      {
        on: '2026-08-20',
        cents: 40000,
        payer: { kind: 'other', name: 'Acme Corp.', address: emptyAddress },
        method: 'Check',
      },
    ],
  });
}

const semester = { category: 'open-university' };
const late = { received: '2026-10-12T11:00', postmarked: '2026-10-08' };
const sent = { number: 'L-000901', madeOn: '2026-09-16', refund: 39000 };

/** Every outcome that the policy can give, each as its letter. */
export const samples: Readonly<Record<string, Sample>> = {
  'class cancelled': {
    source: aSource({ course: { cancelledOn: '2026-09-10' }, notice: null }),
    type: 'class-cancelled',
    amount: '$400.00',
  },
  'less the drop fee': {
    source: aSource({ notice: { postmarked: '2026-09-08', received: '2026-09-11T16:00' } }),
    type: 'full-less',
    amount: '$390.00',
  },
  'less the deposit, fees still due': {
    source: aSource({
      notice: { channel: 'counter', postmarked: null, received: '2026-09-12' },
      fees: { assessed: 60000, collected: 40000, deposit: 5000 },
    }),
    type: 'full-less',
    amount: '$350.00',
  },
  'a part': { source: aSource(), type: 'partial', amount: '$260.00' },
  'a part, set off': {
    source: aSource({ fees: { assessed: 60000, collected: 20000, deposit: 0 } }),
    type: 'partial',
    amount: '$130.00',
  },
  'nothing after the limit': {
    source: aSource({ notice: { received: '2026-10-05T09:00', postmarked: '2026-10-01' } }, { madeOn: '2026-10-06' }),
    type: 'none',
    amount: '$0.00',
  },
  'nothing for four meetings': {
    source: aSource({ course: { meetings: tenMondays.slice(0, 4) } }),
    type: 'none',
    amount: '$0.00',
  },
  incomplete: { source: aSource({ notice: { kind: 'letter' } }), type: 'incomplete', amount: null },
  'not official': {
    source: aSource({ notice: { kind: 'non-attendance', channel: 'phone', postmarked: null } }),
    type: 'not-official',
    amount: null,
  },
  'petition required': {
    source: aSource({ course: semester, notice: late }, { madeOn: '2026-10-13' }),
    type: 'petition-required',
    amount: null,
  },
  'late drop granted': {
    source: aSource(
      {
        course: semester,
        notice: late,
        decision: { kind: 'late-drop', received: '2026-10-12', percent: null, approvals: ['instructor', 'chair'] },
      },
      { madeOn: '2026-10-13' },
    ),
    type: 'late-drop-granted',
    amount: '$0.00',
  },
  'retroactive granted': {
    source: aSource({ notice: late, decision: {} }, { madeOn: '2027-01-20' }),
    type: 'petition-granted',
    amount: '$260.00',
  },
  'retroactive denied': {
    source: aSource({ notice: late, decision: { percent: 0 } }, { madeOn: '2027-01-20' }),
    type: 'petition-denied',
    amount: '$0.00',
  },
  'refused for lateness': {
    source: aSource({ notice: late, decision: { received: '2027-06-02' } }, { madeOn: '2027-06-04' }),
    type: 'refused',
    amount: '$0.00',
  },
  referred: { source: aSource({ course: { category: 'olli' } }), type: 'refer', amount: null },
  'correction of an earlier letter': { source: aSource({}, { corrects: sent }), type: 'partial', amount: '$260.00' },
  'letter taken back': { source: aSource({}, { corrects: sent, withdrawn: true }), type: 'withdrawn', amount: null },
};

const twice: ToldEarlier = { caseNumber: 'RD-2027-0398', on: '2026-09-15', letter: 'L-000901', paidOn: '2026-10-02' };
const second = { hash: '', earlier: twice };

/** What a form is answered with before it is decided, and where another case decided it already. */
export const receiptSamples: Readonly<Record<string, Sample>> = {
  'receipt of a form': {
    source: aSource({ notice: null }, { hash: '', receipt: true, ...cameNow(aSource()) }),
    type: 'received',
    amount: null,
  },
  'second form, paid already': { source: aSource({}, second), type: 'duplicate', amount: '$260.00' },
  'second form, not paid yet': {
    source: aSource({}, { ...second, earlier: { ...twice, letter: null, paidOn: null } }),
    type: 'duplicate',
    amount: '$260.00',
  },
  'second form, nothing was due': {
    source: aSource(
      { notice: { received: '2026-10-05T09:00', postmarked: '2026-10-01' } },
      { ...second, earlier: { ...twice, paidOn: null }, madeOn: '2026-10-06' },
    ),
    type: 'duplicate',
    amount: '$0.00',
  },
};

/** The facts of a source without its form's determination: as if nothing had come, but for what did. */
function cameNow({ facts }: LetterSource): Pick<LetterSource, 'facts' | 'determination'> {
  return { facts, determination: pack.evaluate({ ...facts, notice: null }) };
}

function packOf(policy: string): CompiledPack {
  const found = shippedPacks.find((p) => p.id === policy);
  if (found === undefined) throw new Error(`${policy} is not shipped`);
  return found;
}

/** The words of a page as a reader has them, without its markup and styles. */
export function wordsOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, ' ')
    .replace(/<\/?(?:bdi|strong)(?: class="whole")?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
