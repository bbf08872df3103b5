import { describe, expect, test } from 'vitest';
import { readFilterLine, termNamed, type FilterContext } from '../../renderer/screens/register/filter-line';
import { noFilter } from '../../shared/contract/no-filter';

const fall26 = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Fall 2026',
  begins: '2026-08-24',
  ends: '2026-12-18',
};
const fall25 = {
  id: '01890000-0000-7000-8000-000000000002',
  name: 'Fall 2025',
  begins: '2025-08-25',
  ends: '2025-12-19',
};
const summer = {
  id: '01890000-0000-7000-8000-000000000003',
  name: 'Summer Session 2026',
  begins: '2026-06-01',
  ends: '2026-08-07',
};
const context: FilterContext = {
  terms: [fall25, summer, fall26],
  outcomes: ['refund', 'none', 'refer', 'incomplete'],
  today: '2026-09-30',
  readDay: (text) =>
    /^\d{1,2}\/\d{1,2}$/.test(text)
      ? `2026-${text
          .split('/')
          .map((n) => n.padStart(2, '0'))
          .join('-')}`
      : null,
};
const read = (text: string) => readFilterLine(text, context);

describe('the filter line of the register', () => {
  test('narrows by the words before a colon and finds with the rest', () => {
    expect(read('term:F26 status:held course:204 garcia maria')).toEqual({
      filter: { ...noFilter, termId: fall26.id, state: 'held', text: 'garcia maria' },
      courseText: '204',
      problems: [],
    });
    expect(read('outcome:none late:yes').filter).toEqual({ ...noFilter, outcome: 'none', overdueOn: '2026-09-30' });
    expect(read('').filter).toEqual(noFilter);
    expect(read('approval:waiting').filter).toEqual({ ...noFilter, approval: 'waiting' });
    expect(read('approval:ret').filter).toEqual({ ...noFilter, approval: 'returned' });
  });

  test('takes a day, a range and open ends for the receipt', () => {
    expect(read('received:9/22').filter).toMatchObject({ receivedFrom: '2026-09-22', receivedTo: '2026-09-22' });
    expect(read('received:9/1-9/30').filter).toMatchObject({ receivedFrom: '2026-09-01', receivedTo: '2026-09-30' });
    expect(read('from:9/1').filter).toMatchObject({ receivedFrom: '2026-09-01', receivedTo: null });
    expect(read('to:9/30').filter).toMatchObject({ receivedFrom: null, receivedTo: '2026-09-30' });
  });

  test('narrows nothing while a word is half typed, and says what it does not know', () => {
    expect(read('term:')).toEqual({ filter: noFilter, courseText: null, problems: [] });
    expect(read('term:Z99').problems).toEqual([
      'No term is called “Z99”. Type one of Fall 2025, Summer Session 2026, Fall 2026.',
    ]);
    expect(read('received:soon').problems[0]).toMatch(/“soon” is not a day/);
    expect(read('colour:red').problems[0]).toMatch(/“colour:” is not a word the filter knows/);
    expect(read('status:lost').filter).toEqual(noFilter);
    expect(read('approval:maybe').filter).toEqual(noFilter);
    expect(read('approval:maybe').problems[0]).toMatch(
      /Type approval:waiting, approval:returned or approval:approved\./,
    );
  });

  test('keeps quoted words together', () => {
    expect(read('term:"Summer Session 2026" "de la cruz"').filter).toEqual({
      ...noFilter,
      termId: summer.id,
      text: 'de la cruz',
    });
  });

  test('knows a term by its name, its initials and its year, and takes the latest where several fit', () => {
    for (const [text, term] of [
      ['F26', fall26],
      ['f25', fall25],
      ['Fall2025', fall25],
      ['fall', fall26],
      ['SS26', summer],
      ['su26', summer],
      ['summer', summer],
    ] as const)
      expect(termNamed(text, context.terms), text).toEqual(term);
    expect(termNamed('winter', context.terms)).toBeNull();
  });
});
