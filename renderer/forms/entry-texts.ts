import type {
  CaseForm,
  Channel,
  Identity,
  NoticeKind,
  Petition,
  StudentChoice,
  Track,
} from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import type { Student } from '../../shared/register/student';
import { listName } from '../../shared/register/student';
import { showDay } from '../../shared/typed/day';
import { showMoney } from '../../shared/typed/money';
import { formatTime } from '../../shared/day';

/** The petition that came with a form, as typed: what is approved and decided of it is recorded on the petition itself. */
export type PetitionTexts = {
  readonly kind: Petition['kind'];
  readonly received: string;
  readonly reason: string;
  /** What an earlier form held of approvals and a decision; a correction keeps it. */
  readonly held: Pick<Petition, 'approvals' | 'percent' | 'authority'>;
};

/** A document that came with or after the notice, with its own receipt as typed; empty means with the notice. */
export type DocumentText = { readonly kind: string; readonly received: string };

/** The fields of an enrolment that is recorded together with the form, as typed. */
export type EnrolmentTexts = {
  readonly fee: string;
  readonly paid: string;
  readonly paidOn: string;
  readonly payer: 'student' | 'other';
  readonly payerName: string;
};

/** A form on the entry screen: what was typed, kept as it was typed. It is what a draft keeps. */
export type EntryTexts = {
  readonly channel: Channel | null;
  readonly kind: NoticeKind;
  readonly student: string;
  readonly course: string;
  readonly postmarked: string;
  readonly postmarkIllegible: boolean;
  readonly received: string;
  readonly receivedAt: string;
  readonly reason: number | null;
  readonly signed: boolean;
  readonly documents: readonly DocumentText[];
  readonly petition: PetitionTexts | null;
  readonly written: string;
  readonly note: string;
  readonly identity: Identity;
  /** Null while it is the one that the register has. */
  readonly track: Track | null;
  readonly choice: StudentChoice | null;
  readonly confirmed: boolean;
  readonly federal: string;
  readonly enrolment: EnrolmentTexts;
  readonly why: string;
};

/** A form with nothing on it yet. */
export const emptyTexts: EntryTexts = {
  channel: null,
  kind: 'drop-form',
  student: '',
  course: '',
  postmarked: '',
  postmarkIllegible: false,
  received: '',
  receivedAt: '',
  reason: null,
  signed: true,
  documents: [],
  petition: null,
  written: '',
  note: '',
  identity: { fullName: false, email: false, courseTitle: false, courseStart: false },
  track: null,
  choice: null,
  confirmed: false,
  federal: '',
  enrolment: { fee: '', paid: '', paidOn: '', payer: 'student', payerName: '' },
  why: '',
};

/** A petition with nothing on it yet. */
export const emptyPetition: PetitionTexts = {
  kind: 'late-drop',
  received: '',
  reason: '',
  held: { approvals: [], percent: null, authority: '' },
};

/** The texts of a draft; one of an older version may lack a field that the form has now. */
export function wholeTexts(kept: Partial<EntryTexts>): EntryTexts {
  const documents = (kept.documents ?? []) as readonly { readonly kind: string; readonly received: string | null }[];
  return {
    ...emptyTexts,
    ...kept,
    documents: documents.map(({ kind, received }) => ({ kind, received: received ?? '' })),
    petition: kept.petition == null ? null : { ...emptyPetition, ...kept.petition },
  };
}

/** A student as the lookup's field shows them once chosen. */
export function studentTitle(student: Student): string {
  return `${listName(student)} · ${student.number}`;
}

/** A course as the lookup's field shows it once chosen. */
export function courseTitle(course: Pick<Course, 'code' | 'title'>): string {
  return `${course.code} ${course.title}`;
}

/** A kept form as texts again, to complete or to correct it. */
export function textsOf(form: CaseForm, student: Student | null, course: Course | null): EntryTexts {
  const { petition } = form;
  return {
    ...emptyTexts,
    channel: form.channel,
    kind: form.kind,
    student: student === null ? '' : studentTitle(student),
    course: course === null ? '' : courseTitle(course),
    postmarked: form.postmarked === null ? '' : showDay(form.postmarked),
    postmarkIllegible: form.postmarkIllegible,
    received: form.received === null ? '' : showDay(form.received),
    receivedAt: form.receivedAt === null ? '' : formatTime(form.receivedAt),
    reason: form.reason,
    signed: form.signed,
    documents: form.documents.map((d) => ({ kind: d.kind, received: d.received === null ? '' : showDay(d.received) })),
    petition:
      petition === null
        ? null
        : {
            kind: petition.kind,
            received: showDay(petition.received),
            reason: petition.reason,
            held: { approvals: petition.approvals, percent: petition.percent, authority: petition.authority },
          },
    written: form.written === null ? '' : showDay(form.written),
    note: form.note,
    identity: form.identity ?? emptyTexts.identity,
    track: form.track,
    choice: form.choice,
    confirmed: form.confirmed,
    federal: form.federal === null ? '' : showMoney(form.federal),
  };
}
