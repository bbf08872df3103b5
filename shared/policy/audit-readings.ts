import type { Say } from './audit';
import type { Pack } from './pack';
import { english } from './phrases-en';
import { walk } from './place';
import { isWindow } from './readings';
import { shareBases } from './share';

/** What a reading is asked for at one place, and the values that are understood there. */
type Use = { readonly where: string; readonly name: string; readonly understood: readonly unknown[] | 'window' };

/** Says what is wrong with the readings of a pack: one that nothing has or nothing uses, a default or a value that means nothing where it is asked. */
export function auditReadings(pack: Pack, error: Say, note: Say): void {
  const byName = new Map(pack.readings.map((r) => [r.name, r]));
  const uses = usesOf(pack);
  if (!byName.has('effective'))
    error('readings', 'The reading “effective” is missing: which date of a notice counts. Add it.');
  for (const { where, name } of uses)
    if (where !== '' && !byName.has(name))
      error(where, `“${name}” is not a reading of this policy. Choose one that is, or add it.`);
  for (const { name, values, default: given, window } of pack.readings) {
    const own = uses.filter((u) => u.name === name);
    if (own.length === 0) note(`readings.${name}`, 'Nothing in this policy asks for this reading.');
    const isWindowUse = own.some((u) => u.understood === 'window');
    if (window === true) {
      if (own.length > 0 && !isWindowUse)
        error(`readings.${name}.window`, 'This reading is a window, but it is asked for as a choice.');
      if (given !== null && !isWindow(given))
        error(`readings.${name}.default`, 'The window of a session is not known beforehand. Leave it empty.');
      continue;
    }
    if (isWindowUse) error(`readings.${name}.window`, 'This reading is asked for as a window, but it is a choice.');
    if (values.length === 0)
      error(`readings.${name}.values`, 'A reading needs the values to choose from. Add at least one.');
    if (given !== null && !values.some((v) => v.value === given))
      error(`readings.${name}.default`, `“${given}” is not one of the values of this reading. Choose one that is.`);
    values.forEach(({ value }, i) => {
      if (values.findIndex((v) => v.value === value) < i)
        error(`readings.${name}.values.${i}.value`, `“${value}” stands here a second time. Keep one of the two.`);
      for (const { understood } of own)
        if (understood !== 'window' && !understood.includes(value))
          error(`readings.${name}.values.${i}.value`, `“${value}” means nothing here. Use ${understood.join(', ')}.`);
    });
  }
  walk(pack, (where, key, value) => {
    if (key === 'unset' && typeof value === 'string' && !Object.hasOwn(english, `missing:${value}`))
      error(where, `“${value}” is not a fact that letters can say is missing.`);
  });
}

const effective = ['policy', 'received', 'postmarked'];
const seven = 'seven-days';

function usesOf(pack: Pack): readonly Use[] {
  const uses: Use[] = [{ where: '', name: 'effective', understood: effective }];
  const add = (where: string, name: string, understood: Use['understood']): void =>
    void uses.push({ where, name, understood });
  if (pack.notice.officeHours !== null)
    add('notice.officeHours.reading', pack.notice.officeHours.reading, ['closing', 'opening']);
  if (pack.dueReading !== null) add('dueReading.name', pack.dueReading.name, [true, false]);
  walk(pack, (where, key, value) => {
    if (typeof value !== 'object' || value === null) return;
    const own = value as Readonly<Record<string, unknown>>;
    const { kind, reading, basis, boundary } = own;
    if (key === 'withhold' && typeof reading === 'string')
      add(`${where}.reading`, reading, ['deposit', 'fee', 'larger']);
    if (kind === 'term-week' && typeof reading === 'string')
      add(`${where}.reading`, reading, [seven, 'friday', 'monday']);
    if (kind === 'class-week' && typeof reading === 'string') add(`${where}.reading`, reading, [seven, 'monday']);
    if (kind === 'window' && typeof reading === 'string') add(`${where}.reading`, reading, 'window');
    if (kind === 'share' && typeof basis === 'string') add(`${where}.basis`, basis, shareBases);
    if (kind === 'share' && typeof boundary === 'string') add(`${where}.boundary`, boundary, ['reached', 'passed']);
    if (key === 'proRata' && typeof basis === 'string') add(`${where}.basis`, basis, shareBases);
  });
  return uses;
}
