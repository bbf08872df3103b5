import { channelWords, choiceWords, identityWords, noticeWords, petitionWords, trackWords } from '../../forms/words';
import { roleWords } from '../../../shared/register/role';
import { exchangeFieldWords } from '../hand-off/exchange-words';
import { unpaidWords } from '../hand-off/unpaid-words';
import { attachmentWords } from '../petitions/attachment-words';
import { stateWords } from '../petitions/states';
import { voteWords } from '../petitions/vote-words';

/** What the fields of a record are called where their own name does not say it. */
const fieldWords: Readonly<Record<string, string>> = {
  studentId: 'Student',
  courseId: 'Course',
  toCourseId: 'New section',
  termId: 'Term',
  batchId: 'Batch',
  caseId: 'Case',
  petitionId: 'Petition',
  againstSeq: 'Against the determination of entry',
  determinationSeq: 'Determination of entry',
  corrects: 'Corrects entry',
  kind: 'What came',
  what: 'What it is',
  channel: 'Received by',
  written: 'Date on it',
  postmarked: 'Postmark',
  postmarkIllegible: 'Postmark illegible',
  received: 'Received',
  receivedOn: 'Received',
  receivedAt: 'Time received',
  enteredOn: 'Entered',
  signed: 'Signed',
  reasonCode: 'Reason by its digit',
  identity: 'It states',
  choice: 'Student wants',
  confirmed: 'Consequences read',
  federal: 'Federal figure',
  askedCents: 'Asked for',
  seenOn: 'Seen',
  on: 'Day',
  at: 'Moment',
  through: 'Last moment',
  answerBy: 'Answer by',
  signatureSeen: 'Signature seen',
  member: 'Committee member',
  conflict: 'Conflict of interest',
  cents: 'Amount',
  reference: 'Check or transaction no.',
  transmittal: 'Batch',
  transmittalId: 'Business Office batch',
  fund: 'Fund',
  lines: 'Refunds',
  rows: 'Rows',
  fileName: 'File',
  delimiter: 'Between columns',
  heading: 'Heading',
  field: 'Holds',
  back: 'Headings of what comes back',
  why: 'Why',
  line1: 'Street',
  line2: 'Second line',
  postal: 'ZIP',
  firstName: 'First name',
  lastName: 'Last name',
  federalAid: 'Federal aid',
  arranged: 'Days arranged',
  meetingLine: 'Meetings as typed',
  cancelledOn: 'Cancelled',
  refundableUntil: 'Refundable until',
  enrolledOn: 'Enrolled',
  unenrolledOn: 'Unenrolled',
  packHash: 'Policy text (SHA-256)',
  casesHash: 'Worked cases (SHA-256)',
  pdfHash: 'Its PDF (SHA-256)',
  htmlHash: 'Its page (SHA-256)',
  hash: 'SHA-256',
  engine: 'Engine version',
  label: 'In the policy’s words',
  secondPersonAbove: 'Second person above',
  petitionDays: 'Days to decide a petition',
  lockAfter: 'Locks after, minutes',
  backupDays: 'Days until a backup is too old',
  keepYears: 'Years that a case is kept',
  seeConfidential: 'Roles that see confidential records',
  head: 'Where the chain ended',
  seq: 'Entry',
  seqs: 'Entries',
  mac: 'MAC',
  bytes: 'Size in bytes',
  media: 'Kind of file',
  how: 'How',
  ordinal: 'Number in its year',
  readings: 'Readings',
  asOf: 'As of',
  hours: 'Office hours',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  nudgeX: 'Nudge to the right',
  nudgeY: 'Nudge down',
  form: 'Form',
  ...identityWords,
};

/** A field's name in words: its own where one was given it, else as its name reads: `refundExpected` is `Refund expected`. */
export function fieldName(name: string): string {
  const own = Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined;
  if (own !== undefined) return own;
  const words = name
    .replace(/(Cents|On|At|Id)$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const causeWords = {
  form: 'The form',
  correction: 'A correction',
  'course-cancelled': 'The class was cancelled',
  'facts-changed': 'The facts changed',
  petition: 'A petition',
  appeal: 'An appeal',
};
const languages = { en: 'English', es: 'Spanish' };
const approvers = { instructor: 'Instructor', chair: 'Department chair' };
const verdicts = {
  approved: 'Approved',
  declined: 'Declined',
  granted: 'Granted',
  'in-part': 'Granted in part',
  denied: 'Denied',
  late: 'Too late',
};
const leavings = {
  asked: 'Asked to',
  locked: 'Locked the desk',
  idle: 'Nobody was there for a while',
  'screen-lock': 'The PC was locked',
  another: 'Somebody else signed in',
  disabled: 'May no longer sign in',
  closed: 'The app was closed',
};

/** The words for what a field holds, where it is one of a few. */
const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ...noticeWords, ...petitionWords, student: 'The student', other: 'Somebody else' },
  channel: channelWords,
  track: trackWords,
  choice: choiceWords,
  cause: causeWords,
  language: languages,
  role: { ...roleWords, ...approvers },
  approvals: approvers,
  seeConfidential: roleWords,
  verdict: verdicts,
  vote: voteWords,
  state: { ...stateWords, 'needs-address': 'Needs address', ready: 'Ready' },
  what: attachmentWords,
  why: { ...leavings, ...unpaidWords },
  delimiter: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' },
  field: exchangeFieldWords,
  how: { print: 'On paper', export: 'As a file', letter: 'By letter', spoken: 'Said', shown: 'Shown' },
  by: {
    entry: 'By hand',
    import: 'By the Business Office’s file',
    self: 'The person',
    administrator: 'An administrator',
    recovery: 'By the recovery code',
  },
  outcome: { refund: 'Refund', none: 'No refund' },
};

/** A value of a field that holds one of a few, in words; undefined where it is none of them. */
export function valueName(field: string, value: string): string | undefined {
  const words = Object.hasOwn(valueWords, field) ? valueWords[field] : undefined;
  return words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
}

/** Whether a field holds cents. */
export function isMoney(field: string): boolean {
  return field.endsWith('Cents') || money.has(field);
}

const money: ReadonlySet<string> = new Set([
  'cents',
  'fee',
  'deposit',
  'federal',
  'refund',
  'cancelled',
  'kept',
  'withheld',
  'assessed',
  'collected',
  'payable',
  'appliedToBalance',
  'stillDue',
  'secondPersonAbove',
]);
