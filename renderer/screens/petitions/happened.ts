import { formatDay } from '../../../shared/day';
import { formatCents } from '../../../shared/money';
import type { Content } from '../../../shared/register/contents';
import type { Entry } from '../../../shared/register/entry';
import { kindWords } from '../../../shared/register/kind-words';
import type { PetitionFields } from '../../../shared/register/petition';
import type { Office } from '../../../shared/register/office';
import { channelWords, petitionWords } from '../../forms/words';
import { stateWords } from './states';
import { voteWords } from './vote-words';
import { roleNames } from './role-names';

/** One thing that happened to a petition: what, why, and what a correction changed from what to what. */
export type PetitionHappening = {
  readonly entry: Entry;
  readonly what: string;
  readonly why: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
};

/** The history of a petition, newest first. */
export function happenedTo(entries: readonly Entry[], office: Office): readonly PetitionHappening[] {
  let paper: PetitionFields | null = null;
  return entries
    .map((entry): PetitionHappening => {
      const before = paper;
      const after = paperIn(entry);
      if (after !== null && !entry.undone) paper = after;
      return {
        entry,
        ...wordsOf(entry),
        changes: before === null || after === null ? [] : changesOf(before, after, office),
      };
    })
    .reverse();
}

function paperIn(entry: Entry): PetitionFields | null {
  if (entry.content === null) return null;
  if (entry.kind === 'petition.received') return (entry.content as Content['petition.received']).petition;
  if (entry.kind === 'petition.corrected') return (entry.content as Content['petition.corrected']).petition;
  return null;
}

function wordsOf(entry: Entry): { readonly what: string; readonly why: string } {
  const plain = { what: kindWords[entry.kind].what, why: '' };
  // What retention took away is only known to have happened.
  if (entry.content === null) return plain;
  switch (entry.kind) {
    case 'petition.received': {
      const { number, petition } = entry.content as Content['petition.received'];
      return { what: `Opened as ${number}, received ${formatDay(petition.receivedOn, 'en')}`, why: '' };
    }
    case 'petition.corrected':
      return { what: 'Corrected', why: (entry.content as Content['petition.corrected']).why };
    case 'petition.approval': {
      const said = entry.content as Content['petition.approval'];
      return {
        what: `${roleNames[said.role]} ${said.verdict}: ${said.name}, ${formatDay(said.on, 'en')}`,
        why: said.signatureSeen ? 'signature seen' : 'signature not seen yet',
      };
    }
    case 'petition.returned': {
      const { on, why } = entry.content as Content['petition.returned'];
      return { what: `Returned for information on ${formatDay(on, 'en')}`, why };
    }
    case 'petition.answered': {
      const { on, note } = entry.content as Content['petition.answered'];
      return { what: `Answered on ${formatDay(on, 'en')}`, why: note };
    }
    case 'petition.voted': {
      const { member, vote, note } = entry.content as Content['petition.voted'];
      return { what: `Vote of ${member}: ${voteWords[vote]}`, why: note };
    }
    case 'petition.decided': {
      const { verdict, reason } = entry.content as Content['petition.decided'];
      return { what: `Decided: ${stateWords[verdict]}`, why: reason };
    }
    case 'petition.withdrawn': {
      const { on, note } = entry.content as Content['petition.withdrawn'];
      return { what: `Withdrawn by the student on ${formatDay(on, 'en')}`, why: note };
    }
    default:
      return plain;
  }
}

const fields: readonly {
  readonly name: string;
  readonly say: (petition: PetitionFields, office: Office) => string;
}[] = [
  { name: 'It asks for', say: (p) => petitionWords[p.kind] },
  { name: 'Received', say: (p) => formatDay(p.receivedOn, 'en') },
  { name: 'Received by', say: (p) => (p.channel === null ? '' : channelWords[p.channel]) },
  { name: 'Reason', say: (p, office) => (p.reasonCode === null ? '' : (office.reasons[p.reasonCode - 1] ?? '')) },
  { name: 'Reason stated', say: (p) => p.reason },
  {
    name: 'Evidence',
    say: (p) =>
      p.evidence.map((e) => `${e.what} (${e.seenOn === null ? 'awaited' : formatDay(e.seenOn, 'en')})`).join(', '),
  },
  { name: 'Asked amount', say: (p) => (p.askedCents === null ? '' : formatCents(p.askedCents)) },
];

function changesOf(before: PetitionFields, after: PetitionFields, office: Office): PetitionHappening['changes'] {
  return fields.flatMap(({ name, say }) => {
    const [was, is] = [say(before, office), say(after, office)];
    return was === is ? [] : [{ field: name, before: was, after: is }];
  });
}
