import { formatDay } from '../day';
import { auditBands } from './audit-bands';
import { auditFeatures } from './audit-features';
import { auditNames } from './audit-names';
import { auditReadings } from './audit-readings';
import { auditShapes } from './audit-shapes';
import type { Pack } from './pack';
import { walk, type Place } from './place';

/**
 * One thing that a schema cannot see: an error makes the pack unusable, a note is for the person who wrote it. `where` is the place of
 * the field to mend (`place.ts`), and the message a sentence that can stand under it.
 */
export type Finding = { readonly severity: 'error' | 'note'; readonly where: Place; readonly message: string };

/** Says one finding of a place. */
export type Say = (where: Place, message: string) => void;

/**
 * Looks a pack over for what its schema cannot see: gaps and overlaps between schedules and between bands, percentages that rise, values
 * without a citation, names that nothing bears, words missing in a language. A pack with an error must not decide anything.
 */
export function audit(pack: Pack): readonly Finding[] {
  const findings: Finding[] = [];
  const error: Say = (where, message) => void findings.push({ severity: 'error', where, message });
  const note: Say = (where, message) => void findings.push({ severity: 'note', where, message });
  auditTwins(pack, error);
  auditWords(pack, error, note);
  auditNames(pack, error, note);
  auditReadings(pack, error, note);
  auditBands(pack, error);
  auditFeatures(pack, error, note);
  if (pack.promise !== null && pack.promise.toDays < pack.promise.fromDays)
    error(
      'promise.toDays',
      'The last day on which the refund is promised lies before the first. Change one of the two.',
    );
  pack.notice.effective.forEach(({ when }, i) => {
    const last = i === pack.notice.effective.length - 1;
    if (!last && when === undefined)
      error(`notice.effective.${i}.when`, 'This holds for every notice, so that what stands after it never applies.');
  });
  auditShapes(pack, error, note);
  return findings;
}

/** A version of a policy that there is already, and how many determinations were made by it. */
export type OtherVersion = { readonly version: string; readonly effectiveFrom: string; readonly used: number };

/**
 * Looks over where a new version would stand among the others of its policy. `latestUse` is the day on which the latest course begins
 * that has been decided by any of them; null where none has.
 */
export function auditVersion(
  { version, effectiveFrom }: Pick<Pack, 'version' | 'effectiveFrom'>,
  others: readonly OtherVersion[],
  latestUse: string | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (others.some((o) => o.version === version))
    findings.push({
      severity: 'error',
      where: 'version',
      message: `There is a version ${version} of this policy already. Give this one the next number.`,
    });
  const before = others.filter((o) => o.used > 0 && o.effectiveFrom > effectiveFrom);
  const latest = before.reduce<OtherVersion | null>(
    (a, b) => (a === null || b.effectiveFrom > a.effectiveFrom ? b : a),
    null,
  );
  if (latest !== null)
    findings.push({
      severity: 'error',
      where: 'effectiveFrom',
      message: `Version ${latest.version}, in force from ${formatDay(latest.effectiveFrom, 'en')}, has decided cases already. Choose that day or a later one.`,
    });
  else if (latestUse !== null && effectiveFrom <= latestUse)
    findings.push({
      severity: 'note',
      where: 'effectiveFrom',
      message: `Courses that begin up to ${formatDay(latestUse, 'en')} have been decided by an earlier version. Those decisions stay as they are.`,
    });
  return findings;
}

function auditTwins(pack: Pack, error: Say): void {
  const twins = (where: Place, field: 'id' | 'name' | 'kind', names: readonly string[]): void =>
    names.forEach((name, i) => {
      if (names.indexOf(name) < i)
        error(`${where}.${i}.${field}`, `“${name}” stands here a second time. Give each its own name.`);
    });
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((item) => item.id);
  twins('categories', 'id', ids(pack.categories));
  twins('schedules', 'id', ids(pack.schedules));
  twins('forms', 'id', ids(pack.forms));
  twins('tables', 'id', ids(pack.tables ?? []));
  twins(
    'readings',
    'name',
    pack.readings.map((r) => r.name),
  );
  twins(
    'decisions',
    'kind',
    pack.decisions.map((d) => d.kind),
  );
  for (const { id, bands } of pack.schedules) twins(`schedules.${id}.bands`, 'id', ids(bands));
  for (const { id, fields } of pack.forms) twins(`forms.${id}.fields`, 'id', ids(fields));
}

/** Words that stand in one language only. */
function auditWords(pack: Pack, error: Say, note: Say): void {
  walk(pack, (where, _, value) => {
    if (typeof value !== 'object' || value === null || !('en' in value) || !('es' in value)) return;
    const { en, es } = value;
    if (typeof en !== 'string' || typeof es !== 'string') return;
    if (en.trim() === '') error(`${where}.en`, 'The English words are missing. Enter them.');
    if (es.trim() === '') error(`${where}.es`, 'The Spanish words are missing. Enter them.');
    else if (en === es && en.split(' ').length > 3) note(`${where}.es`, 'The Spanish words are the English ones.');
    for (const [name] of en.matchAll(/\{\w+\}/g))
      if (!es.includes(name)) error(`${where}.es`, `${name} stands in the English words and not here. Put it in.`);
  });
}
