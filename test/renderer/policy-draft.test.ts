import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { blankPolicy } from '../../renderer/screens/policies/blank-policy';
import { blankItem, completed } from '../../renderer/screens/policies/blank';
import { checkDraft } from '../../renderer/screens/policies/draft-check';
import type { DraftTree } from '../../renderer/screens/policies/drafting';
import { sectionAt, sections } from '../../renderer/screens/policies/sections';
import { packFields } from '../../renderer/screens/policies/shape';
import {
  branchOf,
  listOf,
  placeOf,
  renamedIn,
  valueAt,
  withKey,
  withValue,
} from '../../renderer/screens/policies/tree';
import { casesFile } from '../policy/worked-cases';

/** What the policy editor does to a draft, and where it shows what is wrong with it. */

const [sound] = shippedPacks;
if (sound === undefined) throw new Error('no pack is shipped');
const draft: DraftTree = { pack: sound.pack, cases: casesFile(sound.id) };

const errorsOf = (tree: DraftTree) =>
  checkDraft(tree).found.flatMap((f) => (f.severity === 'error' ? [`${f.path.join('.')}: ${f.message}`] : []));

/** A sound draft with one value put elsewhere. */
const spoilt = (path: string, value: unknown) => withValue(draft, placeOf(draft, path), value) as DraftTree;

describe('every finding stands under the field it concerns', () => {
  test('a sound policy has none, and all its worked cases pass', () => {
    expect(errorsOf(draft)).toEqual([]);
    expect(checkDraft(draft).results?.every((r) => r.passed)).toBe(true);
  });

  test.each([
    ['a percentage that rises', 'pack.schedules.1.bands.1.percent', 100.5, /at most 100/],
    ['a rise to the band before', 'pack.schedules.1.bands.2.percent', 70, /gives more than the band before it/],
    ['an end that is missing', 'pack.schedules.1.bands.1.until', undefined, /has no end/],
    ['an end of the last band', 'pack.schedules.1.bands.2.until', { kind: 'begins' }, /must have no end/],
    ['a clause that nobody has', 'pack.schedules.1.bands.1.clause', 'X9', /not a clause/],
    ['a percentage of letters', 'pack.schedules.1.bands.1.percent', 'most', /must be a number/],
    ['no percentage', 'pack.schedules.1.bands.1.percent', '', /missing/],
    ['no name', 'pack.name.en', '', /./],
    ['a case that comes out otherwise', 'cases.cases.0.expect.percent', 66, /The policy gives 65%/],
    ['a case without its sum', 'cases.cases.0.why', 'too short', /at least 20/],
  ])('%s', (_, path, value, message) => {
    const found = checkDraft(spoilt(path, value)).found.filter((f) => f.severity === 'error');
    const own = found.find((f) => f.path.join('.') === path);
    expect(found.map((f) => f.path.join('.'))).toContain(path);
    expect(own?.message).toMatch(message);
  });

  test('a gap between schedules stands at the category and names a course in it', () => {
    const errors = errorsOf(spoilt('pack.schedules.1.when.meetings.min', 6));
    expect(errors.some((e) => /^pack\.categories\.\d: No schedule applies .*5 meetings.*Close the gap/.test(e))).toBe(
      true,
    );
  });

  test('each part of the pack has its place in the editor', () => {
    const shown = sections.flatMap((s) => s.keys);
    expect(packFields.map((f) => f.key).filter((k) => !shown.includes(k))).toEqual([
      '$schema',
      'id',
      'version',
      'effectiveFrom',
    ]);
    expect(sectionAt(['pack', 'features', 'sessions'])).toBe('more');
    expect(sectionAt(['cases', 'cases', 3])).toBe('cases');
  });
});

describe('places', () => {
  test('by id, by number, by a name with dots, and of a field that is not there yet', () => {
    const tree = { clauses: { 'A.1': { quote: '' } }, bands: [{ id: 'a' }, { id: 'b', label: { en: '' } }], facts: {} };
    expect(placeOf(tree, 'clauses.A.1.quote')).toEqual(['clauses', 'A.1', 'quote']);
    expect(placeOf(tree, 'bands.b.label.en')).toEqual(['bands', 1, 'label', 'en']);
    expect(placeOf(tree, 'bands.0')).toEqual(['bands', 0]);
    expect(placeOf(tree, 'facts.course')).toEqual(['facts', 'course']);
    expect(placeOf(tree, '')).toEqual([]);
  });

  test('putting a value changes that value and nothing else, and never the draft that was', () => {
    const before = JSON.stringify(draft);
    const next = withValue(draft, ['pack', 'schedules', 1, 'bands', 0, 'percent'], 90) as DraftTree;
    expect(valueAt(next, ['pack', 'schedules', 1, 'bands', 0, 'percent'])).toBe(90);
    expect(valueAt(next, ['pack', 'clauses'])).toBe(valueAt(draft, ['pack', 'clauses']));
    expect(withValue(next, ['pack', 'schedules', 1, 'bands', 0, 'percent'], 100)).toEqual(draft);
    expect(JSON.stringify(draft)).toBe(before);
    expect(listOf(valueAt(withValue(draft, ['pack', 'schedules', 1], undefined), ['pack', 'schedules']))).toHaveLength(
      2,
    );
  });

  test('a clause by another name is cited by it everywhere, and the policy is as sound as before', () => {
    const cites = (key: string) => key === 'clause' || key.endsWith('Clause');
    const next = renamedIn(withKey(draft, ['pack', 'clauses'], 'H14', 'N14'), cites, 'H14', 'N14') as DraftTree;
    expect(errorsOf(next)).toEqual([]);
    expect(JSON.stringify(next.pack)).not.toContain('"H14"');
    expect(Object.keys(branchOf(valueAt(next, ['pack', 'clauses'])))[13]).toBe('N14');
  });
});

describe('a new policy', () => {
  const typed = {
    name: 'P',
    institution: 'I',
    source: 'S',
    clause: 'A1',
    quote: 'Nothing is refunded.',
    category: 'Évening courses',
  };
  const fresh = blankPolicy('p', typed, '2026-09-30');

  test('has nothing wrong but what nobody has said, and its own names', () => {
    expect(errorsOf(completed(fresh))).toEqual([]);
    expect(valueAt(fresh, ['pack', 'categories', 0, 'id'])).toBe('e-vening-courses');
  });

  test('gives new schedules, bands and categories names of their own, once', () => {
    const path = ['pack', 'schedules'];
    const shape = packFields.find((f) => f.key === 'schedules')?.shape;
    if (shape?.kind !== 'list') throw new Error('schedules are no list');
    const one = completed(fresh);
    const second = { ...branchOf(blankItem(one, path, shape.of())), label: { en: 'all courses', es: '' } };
    const two = completed(withValue(one, [...path, 1], second));
    expect(listOf(valueAt(two, path)).map((s) => branchOf(s)['id'])).toEqual(['all-courses', 'all-courses-2']);
    expect(completed(two)).toBe(two);
    const banded = completed(
      withValue(two, [...path, 1, 'bands', 1], { id: '', label: { en: '', es: '' }, percent: 60 }),
    );
    expect(valueAt(banded, [...path, 1, 'bands', 1])).toMatchObject({ id: '60', label: { en: '60%', es: '60 %' } });
  });
});
