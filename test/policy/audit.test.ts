import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { audit } from '../../shared/policy/audit';
import { packSchema, type Pack } from '../../shared/policy/pack';
import { shippedPacks } from '../../shared/policy/packs/index';

type Draft = { -readonly [K in keyof Pack]: Pack[K] };

const sound = shippedPacks[0]?.pack;
if (sound === undefined) throw new Error('no pack is shipped');

/** A shipped pack with one thing spoilt. */
function spoilt(spoil: (pack: Draft) => void): Pack {
  const draft = structuredClone(sound) as Draft;
  spoil(draft);
  return draft;
}

const errors = (pack: Pack): string[] =>
  audit(pack)
    .filter((f) => f.severity === 'error')
    .map((f) => `${f.where}: ${f.message}`);

test.each(shippedPacks.map((p) => [p.id, p.pack] as const))('%s has no error', (_, pack) => {
  expect(errors(pack)).toEqual([]);
});

describe('what a schema cannot see is an error', () => {
  const [schedule] = sound.schedules;
  if (schedule === undefined) throw new Error('the pack has no schedule');
  const edit = (change: Partial<Pack['schedules'][number]>) => (pack: Draft) => {
    pack.schedules = [{ ...schedule, ...change }, ...pack.schedules.slice(1)];
  };
  const bands = schedule.bands;
  test.each<readonly [string, (pack: Draft) => void, RegExp]>([
    ['a citation of no clause', edit({ clause: 'H99' }), /cites H99/],
    ['a clause without words', (p) => (p.clauses = { ...p.clauses, H1: { quote: ' ', says: p.name } }), /no words/],
    ['a category nobody has', edit({ when: { categories: ['seminar'] } }), /names seminar/],
    [
      'a reading nobody has',
      (p) => (p.readings = p.readings.filter((r) => r.name !== 'semester-week')),
      /semester-week/,
    ],
    [
      'a default that is no value',
      (p) => (p.readings = p.readings.map((r) => ({ ...r, default: 'never' }))),
      /default/,
    ],
    ['a last band with an end', edit({ bands: bands.slice(0, 1) }), /nothing would decide/],
    ['a band that hides the rest', edit({ bands: bands.map((b) => ({ ...b, until: undefined })) }), /can never decide/],
    ['a percentage that rises', edit({ bands: bands.map((b, i) => ({ ...b, percent: i * 10 })) }), /gives more/],
    ['a petition of no kind', (p) => (p.decisions = p.decisions.slice(1)), /does not know/],
    [
      'two schedules for one course',
      (p) => (p.schedules = [...p.schedules, { ...schedule, id: 'twin' }]),
      /both apply/,
    ],
    ['one name for two schedules', (p) => (p.schedules = [...p.schedules, schedule]), /more than once/],
    ['a deadline no sheet knows', (p) => (p.deadlines = p.deadlines.map((d) => ({ ...d, id: 'soon' }))), /not one of/],
  ])('%s', (_, spoil, message) => {
    expect(errors(spoilt(spoil)).some((e) => message.test(e))).toBe(true);
  });

  test('a course that no schedule covers is a note with an example, since it is referred', () => {
    const pack = spoilt((p) => (p.schedules = p.schedules.slice(0, -1)));
    expect(errors(pack)).toEqual([]);
    expect(audit(pack).filter((f) => f.message.includes('no schedule applies')).length).toBeGreaterThan(0);
  });
});

test('the schema that editors use is the schema that packs are read with', async () => {
  const file = path.resolve(import.meta.dirname, '../../shared/policy/pack.schema.json');
  const schema = z.toJSONSchema(packSchema, { io: 'input', reused: 'ref' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
});
