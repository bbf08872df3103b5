import type { Output } from '../../../shared/contract';
import { formatDay } from '../../../shared/day';
import { formatCents } from '../../../shared/money';
import type { Content } from '../../../shared/register/contents';
import type { EntryKind } from '../../../shared/register/entry';
import { wordsOfKind } from '../../../shared/register/kind-words';
import { petitionTitle } from '../../forms/words';
import { sidesOf, type Difference, type Saying } from '../history/sides';
import { unpaidWords } from '../hand-off/unpaid-words';
import { attachmentWords } from '../petitions/attachment-words';
import { voteWords } from '../petitions/vote-words';

type CaseEntry = Output<'history.case'>['entries'][number];

/** One thing that happened to a case, its petitions or its letters, in words: what, why, and what was changed from what to what. */
export type Happening = {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  /** The petition or letter that it happened to; empty where it was the case itself. */
  readonly of: string;
  readonly what: string;
  readonly why: string;
  readonly changes: readonly Difference[];
  readonly undone: boolean;
};

/** Everything that happened to a case, the newest first. */
export function historyOf(entries: readonly CaseEntry[], saying: Saying): readonly Happening[] {
  const standing = new Map<string, unknown>();
  const happenings = entries.map((entry): Happening => {
    const state = stateIn(entry);
    const key = `${entry.subjectId} ${entry.subject}`;
    const before = standing.get(key);
    if (state !== undefined && !entry.undone) standing.set(key, state);
    const { what, why } = wordsOf(entry, saying);
    return {
      seq: entry.seq,
      at: entry.at,
      person: entry.person,
      of: entry.label,
      what,
      why,
      changes:
        before === undefined || state === undefined ? [] : sidesOf(before, state, saying).filter((d) => d.changed),
      undone: entry.undone,
    };
  });
  return happenings.reverse();
}

/** The form or petition that an entry holds whole. */
function stateIn(entry: CaseEntry): unknown {
  if (entry.content === null) return undefined;
  switch (entry.kind) {
    case 'case.received':
    case 'case.held':
    case 'case.completed':
    case 'case.corrected':
      return (entry.content as Content['case.received']).form;
    case 'petition.received':
    case 'petition.corrected':
      return { petition: (entry.content as Content['petition.received']).petition };
    default:
      return undefined;
  }
}

type Said = { readonly what: string; readonly why: string };

/** What an entry says, in a sentence's beginning, and the reason that was typed with it. */
function wordsOf({ kind, content }: CaseEntry, saying: Saying): Said {
  if (content === null) return { what: wordsOfKind(kind).what, why: 'what it said was removed with old records' };
  const say = sayings[kind] as ((held: unknown, saying: Saying) => Said) | undefined;
  return say?.(content, saying) ?? { what: wordsOfKind(kind).what, why: '' };
}

const day = (on: string): string => formatDay(on, 'en');

const approvers = { instructor: 'the instructor', chair: 'the department chair' };
const verdicts = { granted: 'Granted', 'in-part': 'Granted in part', denied: 'Denied' };

/** The kinds of which more is to be said than that they happened. */
const sayings: { readonly [K in EntryKind]?: (content: Content[K], saying: Saying) => Said } = {
  'case.received': ({ number }) => ({ what: `Form keyed as ${number}`, why: '' }),
  'case.held': ({ why }) => ({ what: 'Form held as incomplete', why }),
  'case.corrected': ({ why }) => ({ what: 'Form corrected', why }),
  'case.determined': ({ determination, label, why, needsApproval }) => ({
    what: `Determined: ${label}${determination.outcome === 'refund' ? `, ${formatCents(determination.refund)}` : ''} (${determination.clause})${needsApproval === true ? ', waits for approval' : ''}`,
    why,
  }),
  'case.attached': ({ name, what }) => ({
    what: `Paper attached: ${name} (${attachmentWords[what].toLowerCase()})`,
    why: '',
  }),
  'case.detached': ({ why }) => ({ what: 'Paper taken out', why }),
  'case.approved': ({ note, determinationSeq }) => ({
    what: `Approved the determination of entry ${seq(determinationSeq)}`,
    why: note,
  }),
  'case.returned': ({ note, determinationSeq }) => ({
    what: `Returned the determination of entry ${seq(determinationSeq)}`,
    why: note,
  }),
  'case.deferred': ({ note }) => ({ what: 'Put off', why: note }),
  'case.handedOver': ({ transmittal, cents, on }) => ({
    what: `${formatCents(cents)} handed over to the Business Office in batch ${transmittal} on ${day(on)}`,
    why: '',
  }),
  'case.handedBack': ({ why }) => ({ what: 'Taken back from the Business Office: its batch was reopened', why }),
  'case.paid': ({ on, reference, cents, by }) => ({
    what: `${formatCents(cents)} paid on ${day(on)}, no. ${reference}${by === 'import' ? ', by the Business Office’s file' : ''}`,
    why: '',
  }),
  'case.unpaid': ({ on, reference, why, note }) => ({
    what: `Payment no. ${reference} came to nothing, known on ${day(on)}: ${lowered(unpaidWords[why])}`,
    why: note,
  }),
  'case.withdrawn': ({ on, note }) => ({ what: `Taken back by the student on ${day(on)}`, why: note }),
  'case.swapped': ({ on, toCourseId, note }, { names }) => ({
    what: `Changed to the section ${names[toCourseId] ?? toCourseId} on ${day(on)}`,
    why: note,
  }),
  'letter.made': ({ title }) => ({ what: `Letter made: ${title}`, why: '' }),
  'letter.reprinted': ({ why }) => ({ what: 'Letter printed again', why }),
  'letter.voided': ({ why }) => ({ what: 'Letter voided', why }),
  'petition.received': ({ petition, enclosed }, { pack }) => ({
    what: `${petitionTitle(petition.kind, pack)} opened, received on ${day(petition.receivedOn)}${enclosed ? ' with the form' : ''}`,
    why: petition.reason,
  }),
  'petition.corrected': ({ why }) => ({ what: 'Petition corrected', why }),
  'petition.approval': ({ role, verdict, name, on, signatureSeen, note }) => ({
    what: `${verdict === 'approved' ? 'Approved' : 'Declined'} by ${approvers[role]}, ${name}, on ${day(on)}, signature ${signatureSeen ? 'seen' : 'not seen'}`,
    why: note,
  }),
  'petition.returned': ({ on, why, answerBy }) => ({
    what: `Returned to the student on ${day(on)}${answerBy === null ? '' : `, to be answered by ${day(answerBy)}`}`,
    why,
  }),
  'petition.answered': ({ on, note }) => ({ what: `Answered by the student on ${day(on)}`, why: note }),
  'petition.voted': ({ member, vote, on, conflict, note }) => ({
    what: `${member} voted on ${day(on)}: ${voteWords[vote].toLowerCase()}${conflict ? ', conflict of interest' : ''}`,
    why: note,
  }),
  'petition.decided': (decided) => {
    if (decided.verdict === 'late')
      return { what: `Refused as too late: it could have come through ${day(decided.deadline)}`, why: decided.reason };
    const { verdict, percent, cents, authority, on, reason } = decided;
    const amount = percent !== null ? `, ${percent}%` : cents !== null ? `, ${formatCents(cents)}` : '';
    const by = authority === '' ? '' : ` by ${authority}`;
    return { what: `${verdicts[verdict]}${amount}${by} on ${day(on)}`, why: reason };
  },
  'petition.withdrawn': ({ on, note }) => ({ what: `Withdrawn by the student on ${day(on)}`, why: note }),
};

function lowered(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function seq(n: number): string {
  return n.toLocaleString('en-US');
}
