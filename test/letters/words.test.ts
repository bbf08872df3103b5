import { describe, expect, it } from 'vitest';
import { sayDate, sayDay, sayHours, sayLimit, sayList, sayStretch, sayWhen } from '../../shared/letters/words';

describe('words of a letter', () => {
  it('writes days as students read them', () => {
    expect(sayDay('2026-09-22', 'en')).toBe('Tuesday, September 22, 2026');
    expect(sayDay('2026-09-22', 'es')).toBe('martes 22 de septiembre de 2026');
    expect(sayDate('2026-09-22', 'en')).toBe('September 22, 2026');
    expect(sayDate('2026-09-22', 'es')).toBe('22 de septiembre de 2026');
    expect(sayWhen('2026-09-22', 'en')).toBe('on Tuesday, September 22, 2026');
    expect(sayWhen('2026-09-22T17:00', 'en')).toBe('at 5:00 p.m. on Tuesday, September 22, 2026');
    expect(sayWhen('2026-09-22T08:05', 'es')).toBe('a las 8:05 a.m. del martes 22 de septiembre de 2026');
  });

  it('writes a limit so that nobody takes the first moment too late for the last in time', () => {
    expect(sayLimit('2026-09-22', 'en')).toBe('by Tuesday, September 22, 2026');
    expect(sayLimit('2026-09-22T18:00', 'en')).toBe('before 6:00 p.m. on Tuesday, September 22, 2026');
    expect(sayLimit('2026-09-22T18:00', 'es')).toBe('antes de las 6:00 p.m. del martes 22 de septiembre de 2026');
  });

  it('writes a stretch of days with its year once where it is one', () => {
    expect(sayStretch('2026-09-14', '2026-11-16', 'en')).toBe('September 14 to November 16, 2026');
    expect(sayStretch('2026-12-14', '2027-01-16', 'en')).toBe('December 14, 2026 to January 16, 2027');
    expect(sayStretch('2026-09-14', '2026-11-16', 'es')).toBe('del 14 de septiembre al 16 de noviembre de 2026');
    expect(sayStretch('2026-09-14', '2026-09-14', 'en')).toBe('September 14, 2026');
  });

  it('writes the hours in as few words as they allow', () => {
    const usual = ['08:00', '17:00'] as [string, string];
    expect(sayHours({ mon: usual, tue: usual, wed: usual, thu: usual, fri: usual }, 'en')).toBe(
      'Monday to Friday, 8:00 a.m. to 5:00 p.m.',
    );
    expect(sayHours({ mon: usual, wed: usual, thu: usual, sat: ['09:00', '12:00'] }, 'en')).toBe(
      'Monday, 8:00 a.m. to 5:00 p.m.; Wednesday to Thursday, 8:00 a.m. to 5:00 p.m.; Saturday, 9:00 a.m. to 12:00 p.m.',
    );
    expect(sayHours({ mon: usual, tue: usual }, 'es')).toBe('lunes a martes, de 8:00 a.m. a 5:00 p.m.');
  });

  it('lists things', () => {
    expect(sayList(['a'], 'en')).toBe('a');
    expect(sayList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
    expect(sayList(['a', 'b'], 'es')).toBe('a y b');
    expect(sayList([], 'en')).toBe('');
  });
});
