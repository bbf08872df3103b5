import type { CaseForm, Petition } from '../../shared/register/case';

/**
 * One form of the sample that stands for a kind of case every office meets. `day` counts from the first day of the running
 * term (a Monday); the day on which the sample is opened is at least its fifty-first.
 */
export type Story = {
  readonly course: string;
  readonly day: number;
  readonly form: Partial<CaseForm>;
  /** Days between the postmark and the receipt, for what came by mail. */
  readonly underway?: number;
  /** The petition enclosed; it is received with the form. */
  readonly petition?: Omit<Petition, 'received'>;
  /** Only so much of the fee has been paid, in percent. */
  readonly paid?: number;
  /** Which of the students, by their place in the list; any other where nothing is said. */
  readonly student?: number;
  /** What else happens to the form; it is decided where nothing is said. */
  readonly fate?: 'held' | 'corrected' | 'undone' | 'again' | 'completed';
  readonly why?: string;
};

const mail: Partial<CaseForm> = { channel: 'mail' };
const counter: Partial<CaseForm> = { channel: 'counter' };
const email: Partial<CaseForm> = { channel: 'email' };

const late = (approvals: Petition['approvals']): Story['petition'] => ({
  kind: 'late-drop',
  reason: 'In the hospital for two weeks in the middle of the term; a letter of the clinic is enclosed.',
  approvals,
  percent: null,
  authority: '',
});
const retroactive = (percent: number | null): Story['petition'] => ({
  kind: 'retroactive',
  reason: 'Called up for military service before the second meeting; the orders are enclosed.',
  approvals: [],
  percent,
  authority: percent === null ? '' : 'Dean of Extended Education',
});

/** The forms that every sample has. */
export const stories: readonly Story[] = [
  // Before the first meeting, and what is kept then.
  { course: 'EXT 118-01', day: 8, form: { ...counter, receivedAt: '10:20', reason: 1 } },
  { course: 'EXT 275-01', day: 4, form: { ...mail, reason: 3 }, underway: 3 },
  { course: 'EXT 204-02', day: 31, form: { ...mail, reason: 5 }, underway: 2, student: 0 },
  { course: 'EXT 160-02', day: 43, form: { ...email, receivedAt: '21:05', reason: 1 } },
  { course: 'ENVS 480-01', day: 45, form: { ...mail, reason: 2 }, underway: 4, student: 2 },
  { course: 'EXT 288-01', day: 46, form: { ...counter, receivedAt: '16:40', reason: 6 }, paid: 50 },
  { course: 'BIOL 105-01', day: -3, form: { ...counter, receivedAt: '09:15', reason: 1 } },
  { course: 'GRAD 600-01', day: -4, form: { ...email, receivedAt: '11:32', reason: 7 } },
  // 65 %, by share of course time and by week of the semester.
  { course: 'EXT 118-01', day: 23, form: { ...mail, reason: 2 }, underway: 4 },
  { course: 'EXT 204-02', day: 44, form: { ...mail, reason: 1 }, underway: 3, student: 1 },
  { course: 'EXT 275-01', day: 15, form: { ...counter, receivedAt: '14:05', reason: 4 } },
  { course: 'EXT 309-40', day: 26, form: { ...email, receivedAt: '08:31', reason: 3 }, paid: 60 },
  { course: 'EDUC 680-01', day: 24, form: { ...mail, reason: 7 }, underway: 2 },
  { course: 'NC 012-01', day: 42, form: { ...counter, receivedAt: '13:00', reason: 6 } },
  { course: 'BIOL 105-01', day: 21, form: { ...counter, receivedAt: '11:45', reason: 5 } },
  { course: 'MATH 104-90', day: 17, form: { ...mail, reason: 1 }, underway: 3 },
  { course: 'STAT 109-40', day: 12, form: { ...email, receivedAt: '19:48', reason: 3 } },
  { course: 'GEOG 699-07', day: 9, form: { ...counter, receivedAt: '15:30', reason: 4 } },
  { course: 'PSYC 104-01', day: 25, form: { ...mail, reason: 5 }, underway: 5, paid: 45 },
  { course: 'BA 590-03', day: 16, form: { ...email, receivedAt: '10:10', reason: 3 } },
  // Nothing any more.
  { course: 'EXT 118-01', day: 37, form: { ...mail, reason: 6 }, underway: 3, student: 5 },
  { course: 'EXT 142-01', day: 42, form: { ...counter, receivedAt: '12:10', reason: 2 } },
  { course: 'NC 027-01', day: 38, form: { ...mail, reason: 8 }, underway: 2 },
  { course: 'EXT 275-01', day: 45, form: { ...email, receivedAt: '09:55', reason: 3 } },
  { course: 'NC 040-40', day: 44, form: { ...mail, reason: 5 }, underway: 3, student: 4 },
  // Postmark and receipt on both sides of a limit; a postmark nobody can read; a closed day.
  { course: 'EXT 160-01', day: 22, form: { ...mail, reason: 1 }, underway: 6 },
  { course: 'EXT 231-01', day: 48, form: { ...email, receivedAt: '20:15', reason: 7 } },
  { course: 'HIST 110-02', day: 28, form: { ...mail, postmarkIllegible: true, reason: 4 } },
  { course: 'SPAN 105-90', day: 14, form: { ...email, receivedAt: '09:30', reason: 2 } },
  // Late drops: without a petition, with half of it, with all of it.
  { course: 'PSYC 104-01', day: 36, form: { ...counter, receivedAt: '10:00', reason: 2 } },
  {
    course: 'HIST 110-02',
    day: 38,
    form: { ...mail, reason: 2, documents: [{ kind: 'petition', received: null }] },
    underway: 3,
    petition: late(['instructor']),
  },
  {
    course: 'BIOL 105-01',
    day: 44,
    form: { ...counter, receivedAt: '15:15', reason: 2, documents: [{ kind: 'petition', received: null }] },
    petition: late(['instructor', 'chair']),
  },
  // Petitions after the course: granted, still to be decided, and a year too late.
  {
    course: 'EXT 190-01',
    day: 30,
    form: { ...mail, reason: 8, documents: [{ kind: 'petition', received: null }] },
    underway: 4,
    petition: retroactive(65),
  },
  {
    course: 'EXT 190-01',
    day: 47,
    form: { ...email, receivedAt: '13:22', reason: 8, documents: [{ kind: 'petition', received: null }] },
    petition: retroactive(null),
  },
  {
    course: 'ENVS 460-01',
    day: 37,
    form: { ...mail, reason: 2, documents: [{ kind: 'petition', received: null }] },
    underway: 5,
    petition: retroactive(100),
  },
  // No drop form, or no notice at all.
  { course: 'EXT 204-02', day: 43, form: { ...mail, kind: 'letter', reason: 2 }, underway: 3 },
  {
    course: 'EXT 309-40',
    day: 33,
    form: {
      ...email,
      kind: 'email',
      receivedAt: '16:02',
      documents: [{ kind: 'drop-form', received: null }],
      reason: 1,
    },
  },
  { course: 'EXT 231-01', day: 46, form: { kind: 'phone', channel: 'phone', receivedAt: '11:20', reason: 1 } },
  { course: 'EDUC 680-01', day: 43, form: { ...email, kind: 'non-attendance', receivedAt: '08:15' } },
  { course: 'NC 012-01', day: 46, form: { ...counter, kind: 'stop-payment', receivedAt: '10:50' } },
  { course: 'EXT 275-01', day: 36, form: { ...email, kind: 'instructor-notice', receivedAt: '17:40' } },
  { course: 'OLLI 101-01', day: 42, form: { ...mail, reason: 2 }, underway: 3 },
  { course: 'OLLI 115-01', day: 45, form: { ...counter, receivedAt: '09:05', reason: 1 } },
  // The student without an address: the form is taken, the letter has to wait.
  { course: 'NC 012-01', day: 37, form: { ...counter, receivedAt: '11:11', reason: 4 }, student: 3 },
  // A drop of one's own before the class was cancelled.
  { course: 'NC 055-01', day: 38, form: { ...counter, receivedAt: '10:35', reason: 1 } },
  // What else happens to forms.
  {
    course: 'EXT 160-01',
    day: 9,
    form: { ...mail, signed: false },
    underway: 2,
    fate: 'held',
    why: 'Not signed; sent back with a note.',
  },
  {
    course: 'NC 027-01',
    day: 45,
    form: { ...mail, channel: null },
    fate: 'held',
    why: 'The envelope is missing: by mail or at the counter?',
  },
  {
    course: 'EXT 288-01',
    day: 47,
    form: { ...email, receivedAt: '07:40', studentId: null },
    fate: 'held',
    why: 'Which of the two students of that name? Asked by e-mail.',
  },
  {
    course: 'EXT 118-01',
    day: 18,
    form: { ...mail, signed: false, reason: 3 },
    underway: 3,
    fate: 'completed',
    why: 'Not signed; sent back with a note.',
  },
  {
    course: 'EXT 160-02',
    day: 44,
    form: { ...counter, receivedAt: '14:20', reason: 1 },
    fate: 'corrected',
    why: 'The stamp says a day later than was keyed.',
  },
  {
    course: 'EXT 204-02',
    day: 45,
    form: { ...counter, receivedAt: '09:40', reason: 3 },
    fate: 'undone',
    why: 'Keyed twice.',
  },
  { course: 'EXT 309-40', day: 38, form: { ...mail, reason: 3 }, underway: 3, fate: 'again' },
];

/** The class that is cancelled, on which day of the term, and how many are on its roster. */
export const cancelledClass = { course: 'NC 055-01', day: 46, roster: 7 };
