import type { Problem } from '../../../shared/errors';
import type { Channel } from '../../../shared/register/case';
import type { PetitionFields, PetitionKind } from '../../../shared/register/petition';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { showMoney } from '../../../shared/typed/money';
import { readCents, readDayText, type Reading } from '../record-form/reading';

/** A petition or appeal as its paper is keyed: everything as typed. `why` is asked of a correction alone. */
export type PaperTexts = {
  readonly kind: PetitionKind;
  readonly receivedOn: string;
  readonly channel: Channel | null;
  readonly reasonCode: string | null;
  readonly reason: string;
  readonly evidence: { readonly what: string; readonly seenOn: string }[];
  readonly askedCents: string;
  readonly why: string;
};

/** A paper of a kind with nothing else on it yet. */
export function blankPaper(kind: PetitionKind): PaperTexts {
  return {
    kind,
    receivedOn: '',
    channel: null,
    reasonCode: null,
    reason: '',
    evidence: [],
    askedCents: '',
    why: '',
  };
}

/** A kept petition as text again, to correct it. */
export function writePaper(petition: PetitionFields): PaperTexts {
  return {
    kind: petition.kind,
    receivedOn: showDay(petition.receivedOn),
    channel: petition.channel,
    reasonCode: petition.reasonCode === null ? null : String(petition.reasonCode),
    reason: petition.reason,
    evidence: petition.evidence.map(({ what, seenOn }) => ({ what, seenOn: seenOn === null ? '' : showDay(seenOn) })),
    askedCents: petition.askedCents === null ? '' : showMoney(petition.askedCents),
    why: '',
  };
}

/** The petition that a paper's texts mean, as far as they can be read. */
export function readPaper(texts: PaperTexts, days: DayContext): Reading {
  const wrong: Problem[] = [];
  if (texts.receivedOn.trim() === '')
    wrong.push({ field: 'receivedOn', message: 'The date received is missing. Type it as stamped.' });
  const record: Omit<PetitionFields, 'receivedOn'> & { readonly receivedOn: string | null } = {
    kind: texts.kind,
    receivedOn: readDayText(texts.receivedOn, 'receivedOn', days, wrong),
    channel: texts.channel,
    reasonCode: texts.reasonCode === null ? null : Number(texts.reasonCode),
    reason: texts.reason,
    evidence: texts.evidence.map(({ what, seenOn }, at) => ({
      what,
      seenOn: readDayText(seenOn, `evidence.${at}.seenOn`, days, wrong),
    })),
    askedCents: readCents(texts.askedCents, 'askedCents', wrong),
  };
  return { record, wrong };
}
