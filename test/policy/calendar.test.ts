import { addMonths, lastDayOfMonth } from 'date-fns';
import { UTCDate } from '@date-fns/utc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarOf,
  firstOfficeMoment,
  isWorkingDay,
  lastOfficeMoment,
  nextOpening,
  openOn,
  weekdays,
} from '../../shared/calendar';
import {
  civil,
  dayNumber,
  dayText,
  daysInMonth,
  formatDay,
  formatLongDay,
  formatMoment,
  formatTime,
  minuteNumber,
  momentText,
  monthsAfter,
  weekdayOf,
} from '../../shared/day';

const first = Date.UTC(1900, 0, 1) / 86_400_000;
const last = Date.UTC(2199, 11, 31) / 86_400_000;

describe('every day from 1900 to 2199, against the platform’s own calendar', () => {
  test('its number, text, year, month, date and weekday', () => {
    const wrong: string[] = [];
    for (let day = first; day <= last; day++) {
      const own = new Date(day * 86_400_000);
      const text = own.toISOString().slice(0, 10);
      const { year, month, date } = civil(day);
      const right =
        dayText(day) === text &&
        dayNumber(text) === day &&
        year === own.getUTCFullYear() &&
        month === own.getUTCMonth() + 1 &&
        date === own.getUTCDate() &&
        weekdayOf(day) === (own.getUTCDay() + 6) % 7;
      if (!right) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(last - first + 1).toBe(109_573);
  });

  test('the days of each month, and the same date six months later or that month’s last day', () => {
    const wrong: string[] = [];
    for (let day = first; day <= last; day++) {
      const six = addMonths(new UTCDate(day * 86_400_000), 6);
      if (monthsAfter(day, 6) !== six.getTime() / 86_400_000) wrong.push(dayText(day));
    }
    for (let year = 1900; year < 2200; year++)
      for (let month = 1; month <= 12; month++)
        if (daysInMonth(year, month) !== lastDayOfMonth(new UTCDate(year, month - 1, 1)).getDate())
          wrong.push(`${year}-${month}`);
    expect(wrong).toEqual([]);
  });
});

test('any number of months, forwards and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: -60, max: 60 }), (day, months) => {
      expect(dayText(monthsAfter(day, months))).toBe(
        addMonths(new UTCDate(day * 86_400_000), months)
          .toISOString()
          .slice(0, 10),
      );
    }),
  );
});

test('a moment’s number and text are each other’s inverse, before 1970 too', () => {
  fc.assert(
    fc.property(fc.integer({ min: first * 1440, max: last * 1440 }), (minute) => {
      expect(momentText(minute)).toBe(new Date(minute * 60_000).toISOString().slice(0, 16));
      expect(minuteNumber(momentText(minute))).toBe(minute);
    }),
  );
});

describe('as people read them', () => {
  test.each([
    ['2026-09-22', 'Tue, Sep 22, 2026', 'mar, 22 sep 2026'],
    ['2024-02-29', 'Thu, Feb 29, 2024', 'jue, 29 feb 2024'],
  ])('%s', (day, english, spanish) => {
    expect(formatDay(day, 'en')).toBe(english);
    expect(formatDay(day, 'es')).toBe(spanish);
  });

  test('a day in a letter', () => {
    expect(formatLongDay('2026-09-22', 'en')).toBe('Tuesday, September 22, 2026');
    expect(formatLongDay('2026-09-22', 'es')).toBe('martes, 22 de septiembre de 2026');
  });

  test.each([
    ['00:00', '12:00 a.m.'],
    ['00:05', '12:05 a.m.'],
    ['11:59', '11:59 a.m.'],
    ['12:00', '12:00 p.m.'],
    ['14:30', '2:30 p.m.'],
    ['23:59', '11:59 p.m.'],
  ])('%s', (time, words) => {
    expect(formatTime(time)).toBe(words);
  });

  test('a moment and a day alone', () => {
    expect(formatMoment('2026-09-22T14:30', 'en')).toBe('Tue, Sep 22, 2026, 2:30 p.m.');
    expect(formatMoment('2026-09-22', 'es')).toBe('mar, 22 sep 2026');
  });
});

describe('the office’s calendar', () => {
  const hours = {
    mon: ['08:00', '17:00'],
    tue: ['08:00', '17:00'],
    wed: ['08:00', '17:00'],
    thu: ['08:00', '17:00'],
    fri: ['08:00', '12:00'],
  } as const;
  const calendar = calendarOf({ hours, closures: ['2026-09-07', '2026-11-26', '2026-11-27'] });
  const at = (minute: number | null): string | null => (minute === null ? null : momentText(minute));

  test('opens at the next opening, over a weekend and a closure', () => {
    expect(at(nextOpening(calendar, dayNumber('2026-09-04')))).toBe('2026-09-08T08:00');
    expect(at(nextOpening(calendar, dayNumber('2026-11-25')))).toBe('2026-11-30T08:00');
    expect(at(nextOpening(calendar, dayNumber('2026-09-09')))).toBe('2026-09-10T08:00');
  });

  test('is closed on days without hours and on its closures', () => {
    expect(openOn(calendar, dayNumber('2026-09-05'))).toBeNull();
    expect(openOn(calendar, dayNumber('2026-09-07'))).toBeNull();
    expect(openOn(calendar, dayNumber('2026-09-04'))?.map(momentText)).toEqual([
      '2026-09-04T08:00',
      '2026-09-04T12:00',
    ]);
  });

  test('the last office moment before a limit, and the first that is not before it', () => {
    const last = (limit: string) => at(lastOfficeMoment(calendar, minuteNumber(limit)));
    const next = (limit: string) => at(firstOfficeMoment(calendar, minuteNumber(limit)));
    expect(last('2026-09-21T00:00')).toBe('2026-09-18T12:00');
    expect(last('2026-09-08T18:00')).toBe('2026-09-08T17:00');
    expect(last('2026-09-08T10:00')).toBe('2026-09-08T09:59');
    expect(last('2026-09-08T08:00')).toBe('2026-09-04T12:00');
    expect(next('2026-09-21T00:00')).toBe('2026-09-21T08:00');
    expect(next('2026-09-08T17:00')).toBe('2026-09-08T17:00');
    expect(next('2026-09-08T17:01')).toBe('2026-09-09T08:00');
  });

  test('an office that gave no hours, or is open on no day, has none to move a notice to', () => {
    for (const none of [
      calendarOf(null),
      calendarOf({}),
      calendarOf({ hours: {} }),
      calendarOf({ hours: { mon: null } }),
    ]) {
      expect(nextOpening(none, dayNumber('2026-09-04'))).toBeNull();
      expect(lastOfficeMoment(none, minuteNumber('2026-09-04'))).toBeNull();
    }
  });

  test('working days are neither weekends nor closures, on any day of ten years', () => {
    for (let day = dayNumber('2020-01-01'); day < dayNumber('2030-01-01'); day++) {
      const weekend = ['sat', 'sun'].includes(weekdays[weekdayOf(day)] ?? '');
      const closed = ['2026-09-07', '2026-11-26', '2026-11-27'].includes(dayText(day));
      expect(isWorkingDay(calendar, day)).toBe(!weekend && !closed);
    }
  });
});
