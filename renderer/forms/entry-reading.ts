import { emptyForm, type CaseForm, type Petition } from '../../shared/register/case';
import type { CompiledPack } from '../../shared/policy/compile';
import type { Facts } from '../../shared/policy/facts';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { Office, Term } from '../../shared/register/office';
import type { Student } from '../../shared/register/student';
import { readDay, sayDay, type DayContext } from '../../shared/typed/day';
import { readMoney } from '../../shared/typed/money';
import { readTime } from '../../shared/typed/time';
import { entryPolicy, type EntryPolicy } from './entry-asked';
import { readEnrolment } from './entry-enrolment';
import type { EntryTexts, PetitionTexts } from './entry-texts';
import { closedWhy, daysBetween, hoursOn } from './office-days';

/** The records that the form names, as far as they were chosen. `enrolment` is undefined while it is being asked for. */
export type Chosen = {
  readonly student: Student | null;
  readonly course: Course | null;
  readonly term: Term | null;
  readonly enrolment: Enrolment | null | undefined;
};

/** What the form is read against: the office, its policies, its today, and the day dates are sought near. */
export type EntryContext = {
  readonly office: Office;
  readonly packs: readonly CompiledPack[];
  readonly today: string;
  readonly near: string;
  /** What the petitions of the case being corrected bring; null of a new form, and where there are none. */
  readonly decision: Facts['decision'];
};

/** Sentences by the name of the field they stand under. */
export type Lines = Readonly<Partial<Record<string, string>>>;

/** A form as read: the record it would make, the enrolment to make with it, what is wrong, and what is worth a second look. */
export type EntryRead = {
  readonly form: CaseForm;
  /** The enrolment that the form stands on: the register's, or the one being typed. */
  readonly enrolment: Enrolment | null;
  /** Whether that enrolment is new and is to be saved with the form. */
  readonly enrols: boolean;
  /** The policy that decides the form, with what it asks; null where the app does not have it. */
  readonly policy: EntryPolicy | null;
  readonly problems: Lines;
  readonly warnings: Lines;
};

/** How dates of this form are read; a petition's or a payment's lie in the past as well. */
export function dayContext({ office, today, near }: Pick<EntryContext, 'office' | 'today' | 'near'>): DayContext {
  return { today, near, past: true, isWorkingDay: (day) => hoursOn(office, day) !== null };
}

/** Reads the form. `enrolmentId` is the id that a new enrolment would get. Pure and quick: it runs at every keystroke. */
export function readEntry(texts: EntryTexts, chosen: Chosen, context: EntryContext, enrolmentId: string): EntryRead {
  const problems: Record<string, string> = {};
  const day = (field: string, text: string): string | null => {
    const read = readDay(text, dayContext(context));
    if (read.kind === 'wrong') problems[field] = read.message;
    if (read.kind === 'ambiguous')
      problems[field] =
        `This could be ${sayDay(read.day)} or ${read.others.map(sayDay).join(' or ')}. Press Enter in the field, or type it with slashes.`;
    if (read.kind !== 'day') return null;
    if (read.day > context.today)
      problems[field] = `${sayDay(read.day)} is in the future. Check the date; today is ${sayDay(context.today)}.`;
    return read.day;
  };
  if (texts.student.trim() !== '' && chosen.student === null)
    problems['studentId'] = `No student is chosen for “${texts.student.trim()}”. F9 lists them.`;
  if (texts.course.trim() !== '' && chosen.course === null)
    problems['courseId'] = `No course is chosen for “${texts.course.trim()}”. F9 lists them.`;
  const byMail = texts.channel === 'mail';
  const postmarked = byMail && !texts.postmarkIllegible ? day('postmarked', texts.postmarked) : null;
  const received = day('received', texts.received);
  const time = readTime(texts.receivedAt, received === null ? null : hoursOn(context.office, received));
  if (time.kind === 'wrong') problems['receivedAt'] = time.message;
  if (time.kind === 'time' && received === null && texts.received.trim() === '')
    problems['received'] = 'There is a time but no date. Type the date received.';
  const petition = texts.petition === null ? null : readPetition(texts.petition, received ?? context.today, day);
  const track = texts.track ?? chosen.enrolment?.track ?? null;
  const policy = entryPolicy(
    chosen.course,
    chosen.term,
    context.office,
    {
      federalAid: chosen.student?.federalAid ?? false,
      track,
    },
    context.packs,
  );
  const asked = policy?.asked ?? null;
  const form: CaseForm = {
    ...emptyForm,
    studentId: chosen.student?.id ?? null,
    courseId: chosen.course?.id ?? null,
    kind: texts.kind,
    channel: texts.channel,
    postmarked,
    postmarkIllegible: byMail && texts.postmarkIllegible,
    received,
    receivedAt: time.kind === 'time' && received !== null ? time.time : null,
    reason: texts.reason,
    signed: texts.signed,
    written: day('written', texts.written),
    documents: texts.documents.map((d) => ({ kind: d.kind, received: day(`document-${d.kind}`, d.received) })),
    petition,
    note: texts.note.trim(),
    identity: asked === null || asked.identity === null ? null : texts.identity,
    track: asked?.track === true ? track : null,
    choice: asked === null || asked.unenrollment === null ? null : texts.choice,
    confirmed: asked !== null && asked.unenrollment !== null && texts.confirmed,
    federal: asked === null || asked.federal === null ? null : readFederal(texts.federal, problems),
  };
  const enrols = chosen.student !== null && chosen.course !== null && chosen.enrolment === null;
  const enrolment = enrols
    ? readEnrolment(texts, chosen, form.track, enrolmentId, day, problems)
    : (chosen.enrolment ?? null);
  return {
    form,
    enrolment,
    enrols: enrols && enrolment !== null,
    policy,
    problems,
    warnings: warningsOf(form, enrolment, context),
  };
}

/** Reads a day of the form and notes under its field what is wrong with it. */
export type ReadDay = (field: string, text: string) => string | null;

function readPetition(texts: PetitionTexts, unlessSaid: string, day: ReadDay): Petition {
  return {
    kind: texts.kind,
    received: day('petitionReceived', texts.received) ?? unlessSaid,
    reason: texts.reason.trim(),
    ...texts.held,
  };
}

/** The federal figure as typed; null while there is none. */
function readFederal(text: string, problems: Record<string, string>): number | null {
  const read = readMoney(text);
  if (read.kind === 'wrong') problems['federal'] = read.message;
  return read.kind === 'cents' ? read.cents : null;
}

/** What is possible but worth a second look. */
function warningsOf(form: CaseForm, enrolment: Enrolment | null, { office }: EntryContext): Lines {
  const warnings: Record<string, string> = {};
  const { postmarked, received } = form;
  if (postmarked !== null && received !== null && postmarked > received) {
    warnings['postmarked'] =
      `Postmark (${sayDay(postmarked)}) is after the received date (${sayDay(received)}). Check both dates.`;
  } else if (postmarked !== null && received !== null && daysBetween(postmarked, received) > 30) {
    warnings['postmarked'] =
      `${daysBetween(postmarked, received)} days lie between postmark and receipt. Check both dates.`;
  }
  if (received !== null) {
    const closed = closedWhy(office, received);
    if (closed !== null)
      warnings['received'] =
        `The office is closed that day (${closed}). Where the policy counts office hours, the drop counts from the next opening.`;
    if (enrolment?.enrolledOn != null && received < enrolment.enrolledOn) {
      warnings['received'] = `The student enrolled only on ${sayDay(enrolment.enrolledOn)}. Check the date.`;
    }
  }
  return warnings;
}
