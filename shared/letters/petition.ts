import { dayOf, type Language } from '../day';
import { formatCents } from '../money';
import type { Pack } from '../policy/pack';
import { courseDays } from '../register/course';
import { isFinal } from './choose';
import { lastRefundDay } from './disagree';
import type { LetterFields, PetitionWords, SaidBy } from './fields';
import { parts } from './measure';
import { missingWords } from './missing';
import { approverWords, meetingWords, petitionHeading, petitionWords } from './phrases';
import type { LetterSource } from './source';
import type { PetitionTold } from './told';
import { sayDate, sayDay, sayList, sayStretch } from './words';

/** The petition or appeal that the letter tells of, or that came with the form; null where there is none. */
export function petitionFields(source: LetterSource): PetitionWords | null {
  const { petition, language, pack } = source;
  if (petition === null) return enclosedPetition(source);
  const say = (day: string | null): string | null => (day === null ? null : sayDay(day, language));
  const { kind, decision, returned, declined } = petition;
  const final = decision !== null && isFinal(pack);
  // Only a late drop needs a serious and compelling reason.
  const asking = kind === 'late-drop' ? pack : { forms: pack.forms, schedules: [] };
  return {
    heading: petitionHeading(kind, language),
    what: petitionWords(kind, language),
    received: sayDay(petition.receivedOn, language),
    asked: petition.asked === null ? null : formatCents(petition.asked),
    authority: decision === null || decision.authority === '' ? null : decision.authority,
    limit: say(final ? lastRefundDay(source) : (decision?.deadline ?? null)),
    final,
    due: say(petition.dueOn),
    decided: say(decision?.on ?? null),
    reason: decision === null ? [] : parts(decision.reason),
    missing: [...missingWords(petition.missing, asking, language).student, ...petition.awaited],
    declined:
      declined.length === 0
        ? null
        : sayList(
            declined.map((role) => approverWords(role, language)),
            language,
          ),
    returned: returned && {
      on: sayDay(returned.on, language),
      why: parts(returned.why),
      answerBy: say(returned.answerBy),
    },
    answered: say(petition.answeredOn),
    withdrawn: say(petition.withdrawnOn),
    rule: ruleOf(kind, pack, language),
    against: againstFields(petition, source),
  };
}

/** The petition that came enclosed with a form and was decided by it, and the day that it came too late for. */
function enclosedPetition(source: LetterSource): PetitionWords | null {
  const { facts, determination: d, madeOn, language, pack } = source;
  const { decision } = facts;
  if (decision == null) return null;
  const final = d.steps.some((s) => s.rule === 'no-exception');
  const through = final ? lastRefundDay(source) : d.steps.find((s) => s.rule === 'petition-late')?.values['through'];
  return {
    heading: petitionHeading(decision.kind, language),
    what: petitionWords(decision.kind, language),
    received: sayDay(dayOf(decision.received ?? facts.notice?.received ?? madeOn), language),
    asked: null,
    authority: decision.authority == null || decision.authority === '' ? null : decision.authority,
    limit: typeof through === 'string' ? sayDay(through, language) : null,
    final,
    due: null,
    decided: null,
    reason: [],
    missing: [],
    declined: null,
    returned: null,
    answered: null,
    withdrawn: null,
    rule: ruleOf(decision.kind, pack, language),
    against: null,
  };
}

/** What the policy says of a kind of petition; null where it has none of the kind. */
function ruleOf(kind: PetitionTold['kind'], pack: Pack, language: Language): SaidBy | null {
  const clause = pack.decisions.find((rule) => rule.kind === kind)?.clause;
  const text = clause === undefined ? undefined : pack.clauses[clause]?.says[language];
  return clause === undefined || text === undefined ? null : { text, clause };
}

function againstFields({ against }: PetitionTold, { determination, language }: LetterSource): PetitionWords['against'] {
  if (against === null) return null;
  const change = determination.refund - against.refund;
  return {
    date: sayDate(against.on, language),
    refund: formatCents(against.refund),
    letter: against.letter,
    more: change > 0 ? formatCents(change) : null,
    less: change < 0 ? formatCents(-change) : null,
  };
}

/** What the student did with the form instead of dropping. */
export function insteadFields({ instead, language }: LetterSource): LetterFields['instead'] {
  if (instead === null) return null;
  const on = sayDay(instead.on, language);
  if (instead.kind === 'withdrawn') return { on, to: null };
  const { course, term } = instead;
  const { first, last } = courseDays(course);
  return {
    on,
    to: {
      code: course.code,
      title: course.title,
      term: term?.name ?? null,
      days: first !== null && last !== null ? sayStretch(first, last, language) : null,
      meetings: meetingWords(course.meetings.length, language),
    },
  };
}
