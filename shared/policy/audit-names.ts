import { channels, noticeKinds } from '../register/case';
import type { Say } from './audit';
import { outcomes } from './determination';
import type { Condition, Pack } from './pack';
import { english } from './phrases-en';
import { spanish } from './phrases-es';
import { itemName, walk } from './place';

/** The limits beside refunds that letters and sheets have words for. */
const deadlineIds: readonly string[] =
  'approval-free petition register grade-free enrollment credentials accommodation support materials invoice'.split(
    ' ',
  );

/** Says every name in a pack that nothing bears: clauses, categories, petitions, documents, deadlines, schedules, sentences, outcomes. */
export function auditNames(pack: Pack, error: Say, note: Say): void {
  const cited = new Set<string>();
  walk(pack, (where, key, value) => {
    if (typeof value !== 'string') return;
    if (key === 'clause' || key.endsWith('Clause')) {
      cited.add(value);
      if (!Object.hasOwn(pack.clauses, value))
        error(
          where,
          `This cites ${value}, which is not a clause of this policy. Cite the clause that says so, or add it.`,
        );
    }
  });
  for (const [clause, { quote }] of Object.entries(pack.clauses)) {
    if (quote.trim() === '')
      error(`clauses.${clause}.quote`, 'The words of the source are missing. Copy them from the policy.');
    if (!cited.has(clause)) note(`clauses.${clause}`, 'Nothing in this policy stands on this clause.');
  }

  const categories = new Set(pack.categories.map((c) => c.id));
  for (const [where, condition] of conditions(pack))
    condition.categories?.forEach((category, i) => {
      if (!categories.has(category))
        error(
          `${where}.categories.${i}`,
          `“${category}” is not a category of this policy. Choose one that is, or add it.`,
        );
    });

  auditSentences(pack, error);
  auditPetitions(pack, error);
  pack.notice.spokenChannels.forEach((channel, i) => {
    if (!channels.some((c) => c === channel))
      error(
        `notice.spokenChannels.${i}`,
        `“${channel}” is not a way in which a notice comes. Use ${channels.join(', ')}.`,
      );
  });
  pack.notice.documents.forEach(({ kind }, i) => {
    if (!Object.hasOwn(english, `missing:${kind}`) && !noticeKinds.some((k) => k === kind))
      error(
        `notice.documents.${itemName(pack.notice.documents, i, 'documents')}.kind`,
        `“${kind}” is not a document that letters have words for.`,
      );
  });
  for (const outcome of Object.keys(pack.outcomeLabels))
    if (!outcomes.some((o) => o === outcome))
      error(`outcomeLabels.${outcome}`, `“${outcome}” is not an outcome. Use ${outcomes.join(', ')}.`);
  walk(pack, (where, key, value) => {
    if (!/(^|\.)deadlines$/.test(where) || key !== 'deadlines' || !Array.isArray(value) || where.startsWith('features'))
      return;
    (value as readonly { readonly id: string }[]).forEach(({ id }, i) => {
      if (!deadlineIds.includes(id))
        error(
          `${where}.${itemName(value, i, key)}.id`,
          `“${id}” is not a limit that letters and sheets know. Use ${deadlineIds.join(', ')}.`,
        );
    });
  });
  const schedules = new Set(pack.schedules.map((s) => s.id));
  for (const { id, rows } of pack.tables ?? [])
    rows.forEach(({ schedule }, i) => {
      if (!schedules.has(schedule))
        error(`tables.${id}.rows.${i}.schedule`, `“${schedule}” is not a schedule of this policy. Choose one that is.`);
    });
}

/** The worksheet says a line for each schedule and for each end of a band; the last band has none. */
function auditSentences(pack: Pack, error: Say): void {
  const look = (where: string, rule: string): void => {
    if (!hasSentence(rule))
      error(`${where}.rule`, `There is no sentence named “${rule}”. Choose one that the worksheet has.`);
  };
  for (const { id, rule, bands } of pack.schedules) {
    look(`schedules.${id}`, rule);
    for (const band of bands) if (band.until !== undefined) look(`schedules.${id}.bands.${band.id}`, band.rule);
  }
}

function auditPetitions(pack: Pack, error: Say): void {
  for (const { id, bands } of pack.schedules)
    for (const { id: band, petition } of bands) {
      const decision = petition === undefined ? undefined : pack.decisions.find((d) => d.kind === petition.decision);
      const where = `schedules.${id}.bands.${band}.petition.decision`;
      if (petition !== undefined && decision === undefined)
        error(where, `“${petition.decision}” is not a petition of this policy. Choose one that is, or add it.`);
      if (decision?.read === 'instead')
        error(where, `“${decision.kind}” takes the place of the bands, so that no band can ask for it.`);
    }
}

/** Every condition of a pack, with its place; the parts of one of which any may hold are conditions too. */
export function conditions(pack: Pack): readonly (readonly [string, Condition])[] {
  const found: (readonly [string, Condition])[] = [];
  walk(pack, (where, key, value) => {
    if (key !== 'when' || typeof value !== 'object' || value === null) return;
    const condition = value as Condition;
    found.push([where, condition]);
    condition.anyOf?.forEach((part, i) => found.push([`${where}.anyOf.${i}`, part]));
  });
  return found;
}

function hasSentence(rule: string): boolean {
  return Object.hasOwn(english, rule) && Object.hasOwn(spanish, rule) && !rule.includes(':');
}
