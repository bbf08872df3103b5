import type { CaseView } from '../../../shared/contract/cases';
import { formatDay, formatTime } from '../../../shared/day';
import { wholeForm, type CaseForm } from '../../../shared/register/case';
import type { Content } from '../../../shared/register/contents';
import type { Entry } from '../../../shared/register/entry';
import { formatCents } from '../../../shared/money';
import {
  channelWords,
  choiceWords,
  documentTitle,
  identityWords,
  noticeWords,
  petitionWords,
  trackWords,
} from '../../forms/words';
import type { Pack } from '../../../shared/policy/pack';

/** One thing that happened to a case, in words: what, why, and what was changed from what to what. */
export type Happening = {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly what: string;
  readonly why: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly undone: boolean;
};

/** The history of a case, newest first. */
export function historyOf(view: CaseView, pack: Pack | null): readonly Happening[] {
  let form: CaseForm | null = null;
  return view.entries
    .map((entry): Happening => {
      const before = form;
      const found = formIn(entry);
      const after = found === null ? before : wholeForm(found);
      form = after;
      return {
        seq: entry.seq,
        at: entry.at,
        person: entry.person,
        ...wordsOf(entry),
        changes: before === null || after === null || after === before ? [] : changesOf(before, after, pack),
        undone: entry.undone,
      };
    })
    .reverse();
}

function formIn(entry: Entry): CaseForm | null {
  switch (entry.kind) {
    case 'case.received':
      return (entry.content as Content['case.received']).form;
    case 'case.held':
      return (entry.content as Content['case.held']).form;
    case 'case.completed':
      return (entry.content as Content['case.completed']).form;
    case 'case.corrected':
      return (entry.content as Content['case.corrected']).form;
    default:
      return null;
  }
}

function wordsOf(entry: Entry): { readonly what: string; readonly why: string } {
  switch (entry.kind) {
    case 'case.received':
      return { what: `Form entered as ${(entry.content as Content['case.received']).number}`, why: '' };
    case 'case.held':
      return { what: 'Held as incomplete', why: (entry.content as Content['case.held']).why };
    case 'case.completed':
      return { what: 'Completed', why: '' };
    case 'case.corrected':
      return { what: 'Corrected', why: (entry.content as Content['case.corrected']).why };
    case 'case.determined': {
      const { determination, label, why } = entry.content as Content['case.determined'];
      return {
        what: `Determined: ${label}${determination.outcome === 'refund' ? `, ${formatCents(determination.refund)}` : ''} (${determination.clause})`,
        why,
      };
    }
    case 'letter.made':
      return { what: `Letter made: ${(entry.content as Content['letter.made']).title}`, why: '' };
    case 'letter.addressed':
      return { what: 'The address came; the letter is ready', why: '' };
    case 'letter.printed':
      return { what: 'Letter printed', why: '' };
    case 'letter.reprinted':
      return { what: 'Letter printed again', why: (entry.content as Content['letter.reprinted']).why };
    case 'letter.mailed':
      return { what: 'Letter mailed', why: '' };
    case 'letter.voided':
      return { what: 'Letter voided', why: (entry.content as Content['letter.voided']).why };
    case 'enrolment.saved':
      return { what: 'Enrolment recorded', why: '' };
    case 'course.cancelled':
      return {
        what: `Class cancelled on ${formatDay((entry.content as Content['course.cancelled']).on, 'en')}`,
        why: '',
      };
    case 'action.undone':
      return { what: 'Undone', why: '' };
    case 'action.redone':
      return { what: 'Done again', why: '' };
    case 'case.attached':
      return { what: `Paper attached: ${(entry.content as Content['case.attached']).name}`, why: '' };
    case 'case.detached':
      return { what: 'Paper taken out', why: (entry.content as Content['case.detached']).why };
    case 'case.approved':
      return { what: 'Approved', why: (entry.content as Content['case.approved']).note };
    case 'case.returned':
      return { what: 'Returned', why: (entry.content as Content['case.returned']).note };
    case 'case.deferred':
      return { what: 'Put off', why: (entry.content as Content['case.deferred']).note };
    case 'case.withdrawn':
      return {
        what: `Taken back by the student on ${formatDay((entry.content as Content['case.withdrawn']).on, 'en')}`,
        why: (entry.content as Content['case.withdrawn']).note,
      };
    case 'case.swapped':
      return {
        what: `Changed to another section on ${formatDay((entry.content as Content['case.swapped']).on, 'en')}`,
        why: (entry.content as Content['case.swapped']).note,
      };
    case 'office.rules':
    case 'records.removed':
    case 'student.flagged':
    case 'disclosure.made':
    case 'petition.received':
    case 'petition.corrected':
    case 'petition.approval':
    case 'petition.returned':
    case 'petition.answered':
    case 'petition.voted':
    case 'petition.decided':
    case 'petition.withdrawn':
    case 'person.added':
    case 'person.changed':
    case 'person.passphraseSet':
    case 'person.signedIn':
    case 'person.signedOut':
    case 'person.signInFailed':
    case 'person.refused':
    case 'person.recovered':
    case 'office.saved':
    case 'term.saved':
    case 'student.saved':
    case 'course.saved':
    case 'deadline.set':
    case 'group.saved':
    case 'invoice.issued':
    case 'invoice.paid':
    case 'batch.opened':
    case 'office.readings':
    case 'policy.drafted':
    case 'policy.discarded':
    case 'policy.published':
    case 'register.restored':
      return { what: entry.kind.replace('.', ' '), why: '' };
  }
}

const fields: readonly { readonly name: string; readonly say: (form: CaseForm, pack: Pack | null) => string }[] = [
  { name: 'Student', say: (f) => f.studentId ?? '' },
  { name: 'Course', say: (f) => f.courseId ?? '' },
  { name: 'What came', say: (f) => noticeWords[f.kind] },
  { name: 'Received by', say: (f) => (f.channel === null ? '' : channelWords[f.channel]) },
  { name: 'Postmark', say: (f) => (f.postmarkIllegible ? 'illegible' : dayWords(f.postmarked)) },
  { name: 'Received', say: (f) => dayWords(f.received) },
  { name: 'Time received', say: (f) => (f.receivedAt === null ? '' : formatTime(f.receivedAt)) },
  { name: 'Reason', say: (f) => (f.reason === null ? '' : String(f.reason)) },
  { name: 'Signature', say: (f) => (f.signed ? 'yes' : 'no') },
  {
    name: 'Documents',
    say: (f, pack) =>
      f.documents
        .map((d) => `${documentTitle(d.kind, pack)}${d.received === null ? '' : ` (${dayWords(d.received)})`}`)
        .join(', '),
  },
  { name: 'Date on it', say: (f) => dayWords(f.written) },
  {
    name: 'It states',
    say: (f) =>
      Object.entries(f.identity ?? {})
        .filter(([, given]) => given)
        .map(([name]) => identityWords[name as keyof typeof identityWords])
        .join(', '),
  },
  { name: 'Track', say: (f) => (f.track === null ? '' : trackWords[f.track]) },
  { name: 'Student wants', say: (f) => (f.choice === null ? '' : choiceWords[f.choice]) },
  { name: 'Federal figure', say: (f) => (f.federal === null ? '' : formatCents(f.federal)) },
  {
    name: 'Petition',
    say: (f) =>
      f.petition === null
        ? ''
        : [
            petitionWords[f.petition.kind],
            ...f.petition.approvals,
            f.petition.percent === null ? '' : `${f.petition.percent}%`,
            f.petition.reason,
          ]
            .filter((w) => w !== '')
            .join(', '),
  },
  { name: 'Note', say: (f) => f.note },
];

/** What differs between two states of a form, field by field; a student or course by name would need the register, so it is only said that it is another. */
function changesOf(before: CaseForm, after: CaseForm, pack: Pack | null): Happening['changes'] {
  return fields.flatMap(({ name, say }) => {
    const was = say(before, pack);
    const is = say(after, pack);
    if (was === is) return [];
    if (name === 'Student' || name === 'Course')
      return [{ field: name, before: was === '' ? '' : 'another', after: is === '' ? '' : 'the present one' }];
    return [{ field: name, before: was, after: is }];
  });
}

function dayWords(day: string | null): string {
  return day === null ? '' : formatDay(day, 'en');
}
