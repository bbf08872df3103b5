import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longDay, type MeetingsContext } from '../../shared/meetings-dates';
import { meetingMinutes, readMeetingsLine, withoutDay, type MeetingsReading } from '../../shared/meetings-line';
import { meetingSchema } from '../../shared/register/course';

const fall: MeetingsContext = {
  term: { name: 'Fall 2026', begins: '2026-08-24', ends: '2026-12-18' },
  closures: [{ on: '2026-11-11', label: 'Veterans Day' }],
  near: '2026-09-30',
};
const noTerm: MeetingsContext = { ...fall, term: null };

function read(text: string, context = fall): MeetingsReading {
  const result = readMeetingsLine(text, context);
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.failure)}`);
  return result.value;
}

function refusal(text: string, context = fall): string {
  const result = readMeetingsLine(text, context);
  if (result.ok || result.failure.kind !== 'invalid') throw new Error(`read as ${JSON.stringify(result)}`);
  return result.failure.problems.map((p) => `${p.field}: ${p.message}`).join();
}

const days = (text: string, context = fall): readonly string[] => read(text, context).meetings.map((m) => m.date);
const times = (text: string): string =>
  read(`Mon ${text} 9/14`)
    .meetings.map((m) => `${m.from}-${m.to}`)
    .join();

describe('a meetings line', () => {
  test('with weekdays, times, a range and an exception is the dated meetings a clerk means', () => {
    const reading = read('Mon Wed 6-8:50p 9/14-11/2 x 10/12');
    expect(reading.meetings.map((m) => m.date)).toEqual([
      '2026-09-14',
      '2026-09-16',
      '2026-09-21',
      '2026-09-23',
      '2026-09-28',
      '2026-09-30',
      '2026-10-05',
      '2026-10-07',
      '2026-10-14',
      '2026-10-19',
      '2026-10-21',
      '2026-10-26',
      '2026-10-28',
      '2026-11-02',
    ]);
    expect(reading.meetings[0]).toEqual({ date: '2026-09-14', from: '18:00', to: '20:50' });
    expect(reading.notes).toEqual([]);
    // 14 meetings of 170 minutes.
    expect(meetingMinutes(reading.meetings)).toBe(14 * 170);
    expect(reading.line).toBe('Mon Wed 6-8:50p 9/14-11/2 x 10/12');
  });

  test('may have several groups, put in order of their dates', () => {
    const reading = read('Sat 9a-12p 10/3; mon 6p-8:50p 9/28 - 10/5');
    expect(reading.meetings).toEqual([
      { date: '2026-09-28', from: '18:00', to: '20:50' },
      { date: '2026-10-03', from: '09:00', to: '12:00' },
      { date: '2026-10-05', from: '18:00', to: '20:50' },
    ]);
    expect(reading.line).toBe('Sat 9a-12p 10/3; Mon 6-8:50p 9/28-10/5');
  });

  test('may list dates, in any of the ways people write lists', () => {
    for (const text of [
      'Sat 9a-12p 10/3, 10/10, 10/17',
      '9a-12p 10/3 10/10 10/17',
      'Sat 9a-12p 10/3,10,17',
      '9a-12p Oct 3, Oct 10 and Oct 17',
      '9-12p 2026-10-03 2026-10-10 10/17/26',
    ])
      expect(days(text), text).toEqual(['2026-10-03', '2026-10-10', '2026-10-17']);
  });

  test('without times has meetings without times, which count no minutes', () => {
    expect(read('Tue 9/15-9/22').meetings).toEqual([
      { date: '2026-09-15', from: null, to: null },
      { date: '2026-09-22', from: null, to: null },
    ]);
    expect(meetingMinutes(read('Tue 9/15-9/22').meetings)).toBe(0);
  });

  test('without dates runs the whole term, and without a term asks for them', () => {
    expect(days('Fri 9a-12p')).toHaveLength(17);
    expect(days('Fri 9a-12p')[0]).toBe('2026-08-28');
    expect(read('Fri 9a-12p').line).toBe('Fri 9a-12p 8/24-12/18');
    expect(refusal('Fri 9a-12p', noTerm)).toMatch(/^meetingLine: Say from when to when the class meets/);
  });

  test('that is empty is a course without meetings', () => {
    expect(read('  ')).toEqual({ meetings: [], line: '', notes: [] });
  });

  test('understands the ways registrars write weekdays', () => {
    const week = (text: string): string =>
      [...new Set(read(`${text} 9/14-9/20`).meetings.map((m) => longDay(m.date).slice(0, 3)))].join(' ');
    const ways: Readonly<Record<string, string>> = {
      MWF: 'Mon Wed Fri',
      TR: 'Tue Thu',
      TTh: 'Tue Thu',
      MTWThF: 'Mon Tue Wed Thu Fri',
      'Mon/Wed': 'Mon Wed',
      'Mondays and Wednesdays': 'Mon Wed',
      'Mon-Thu': 'Mon Tue Wed Thu',
      'Tues, Thurs': 'Tue Thu',
      weekdays: 'Mon Tue Wed Thu Fri',
      daily: 'Mon Tue Wed Thu Fri Sat Sun',
      'Fri-Mon': 'Mon Fri Sat Sun',
      SU: 'Sun',
      'Sa/Su': 'Sat Sun',
      'Wed. Fri.': 'Wed Fri',
      'every Saturday': 'Sat',
    };
    for (const [text, meant] of Object.entries(ways)) expect(week(text), text).toBe(meant);
  });

  test('settles am and pm from the side that says it, and by the shorter class', () => {
    const ways: Readonly<Record<string, string>> = {
      '6-8:50p': '18:00-20:50',
      '6p-8:50p': '18:00-20:50',
      '6:00 pm - 8:50 pm': '18:00-20:50',
      '6 p.m. to 8:50 p.m.': '18:00-20:50',
      '9-12p': '09:00-12:00',
      '11-1p': '11:00-13:00',
      '9a-12': '09:00-12:00',
      '10a-1': '10:00-13:00',
      '9-noon': '09:00-12:00',
      'noon-1:30': '12:00-13:30',
      '12-1p': '12:00-13:00',
      '8-11p': '20:00-23:00',
      '18:00-20:50': '18:00-20:50',
      '0900-1150': '09:00-11:50',
      '1430-1620': '14:30-16:20',
      '630-920p': '18:30-21:20',
      '1-130p': '13:00-13:30',
      '10-14': '10:00-14:00',
    };
    for (const [text, meant] of Object.entries(ways)) expect(times(text), text).toBe(meant);
    expect(read('Mon 18:00-20:50 9/14').notes).toEqual([]);
  });

  test('says how it read times that name neither am nor pm', () => {
    expect(times('6-8:50')).toBe('18:00-20:50');
    expect(times('8-10')).toBe('08:00-10:00');
    expect(times('7-9')).toBe('19:00-21:00');
    expect(read('Mon 6-8:50 9/14').notes).toEqual([
      {
        kind: 'guessed-times',
        date: null,
        message: 'The times were read as 6:00 pm to 8:50 pm. Type a or p if that is wrong.',
      },
    ]);
  });

  test('puts years where the term is, over the turn of a year too', () => {
    const winter: MeetingsContext = { ...fall, term: { name: 'Winter', begins: '2026-12-14', ends: '2027-01-22' } };
    expect(days('Mon 12/14-1/18', winter)).toEqual([
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
      '2027-01-04',
      '2027-01-11',
      '2027-01-18',
    ]);
    expect(days('1/9', winter)).toEqual(['2027-01-09']);
    expect(days('12/28', { ...noTerm, near: '2027-01-04' })).toEqual(['2026-12-28']);
    expect(read('Mon 12/28-1/11', { ...noTerm, near: '2027-01-04' }).line).toBe('Mon 12/28-1/11');
    expect(read('Tue 9/14/2027-10/1/2027').line).toBe('Tue 9/14/2027-10/1');
  });

  test('leaves out days and ranges, and says so when there was nothing to leave out', () => {
    expect(days('Mon 9/14-10/12 x 9/21-9/28')).toEqual(['2026-09-14', '2026-10-05', '2026-10-12']);
    expect(days('Mon 9/14-10/12 x9/21, 9/28')).toEqual(['2026-09-14', '2026-10-05', '2026-10-12']);
    expect(days('Mon 9/14-10/12 except Sep 21')).not.toContain('2026-09-21');
    expect(read('Mon 9/14-10/12 x 9/22').notes.map((n) => n.message)).toEqual([
      'There is no meeting on Tue, Sep 22, 2026, so leaving it out changes nothing.',
    ]);
  });

  test('notes a meeting on a closure and one outside the term, by their names', () => {
    expect(read('Mon Wed 6-8:50p 11/9-11/11').notes).toEqual([
      {
        kind: 'closure',
        date: '2026-11-11',
        message: 'The office is closed on Wed, Nov 11, 2026 (Veterans Day). The meeting counts unless it is left out.',
      },
    ]);
    expect(read('Mon 6-8:50p 12/14-12/21').notes).toEqual([
      {
        kind: 'outside-term',
        date: '2026-12-21',
        message:
          'Mon, Dec 21, 2026 lies outside Fall 2026 (Mon, Aug 24, 2026 to Fri, Dec 18, 2026). Check the date or the term.',
      },
    ]);
  });

  test('leaves a day out of each group that meets on it, and of no other', () => {
    const line = 'Mon Wed 6-8:50p 11/2-11/18; Wed 9a-12p 11/4-11/18 x 11/4; Fri 9a-12p 11/6-11/13';
    const without = withoutDay(line, '2026-11-11', fall);
    expect(without).toBe(
      'Mon Wed 6-8:50p 11/2-11/18 x 11/11; Wed 9a-12p 11/4-11/18 x 11/4 11/11; Fri 9a-12p 11/6-11/13',
    );
    expect(days(without)).toEqual(days(line).filter((day) => day !== '2026-11-11'));
    expect(withoutDay(line, '2026-11-12', fall)).toBe(line);
  });

  test('counts a meeting named twice once, and notes two that overlap', () => {
    const twice = read('Mon 6-8p 9/14-9/21; Mon 6-8p 9/21');
    expect(twice.meetings).toHaveLength(2);
    expect(twice.notes.map((n) => n.kind)).toEqual(['twice']);
    expect(read('Mon 6-8p 9/14; Mon 7-9p 9/14').notes.map((n) => n.kind)).toEqual(['overlap']);
    expect(read('Mon 6-8p 9/14; Mon 8-9p 9/14').notes).toEqual([]);
  });

  test('says what it did not understand, what that means and what to type', () => {
    const wrong: Readonly<Record<string, RegExp>> = {
      'Mon 6-8p 2/30': /February 2026 has 28 days/,
      'Mon 6-8p 13/5': /no month 13/,
      'Mon 6-8p 9/32': /No month has a day 32/,
      'Mon 6p 9/14': /“6p” has no ending time/,
      'Mon 8p-6p 9/14': /“8p-6p” ends before it begins/,
      'Mon 25-26 9/14': /not a pair of times/,
      'Mon 6-8p 11/2-9/14': /The meetings end \(Mon, Sep 14, 2026\) before they begin \(Mon, Nov 2, 2026\)/,
      'Mon 6-8p 9/14/2026-9/14/2029': /more than two years/,
      'Fri 9a-12p 10/3': /Sat, Oct 3, 2026 is a Saturday. Check the date or the weekday/,
      'Mon 6-8p Wed 7-9p 9/14-11/2': /two pairs of times. Put a ;/,
      'Mon 6-8p 9/14-11/2 x': /day on which the class does not meet after the x/,
      'Mon 9/15-9/18': /No meeting falls on these days/,
      'Mon 9/14 x 9/14': /No meeting falls on these days/,
      '6-8p': /Say on which weekdays or dates/,
      'Mon 6-8p 9/14 room B': /“room” is not a weekday, a time or a date/,
      'daily 6-8a 1/1/2026-12/31/2026; daily 6-8p 1/1/2026-12/31/2026': /730 meetings, and a course holds at most 400/,
    };
    for (const [text, message] of Object.entries(wrong)) expect(refusal(text), text).toMatch(message);
  });

  test('without a weekday meets every day of its range and says so', () => {
    const reading = read('9a-4p 9/14-9/16');
    expect(reading.meetings).toHaveLength(3);
    expect(reading.notes.map((n) => n.kind)).toEqual(['every-day']);
  });
});

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clock = fc.integer({ min: 0, max: 1438 });
const show = (m: number): string =>
  `${Math.floor(m / 60) % 12 || 12}:${String(m % 60).padStart(2, '0')}${m < 720 ? 'a' : 'p'}`;
const day = (offset: number): string => new Date(Date.UTC(2026, 7, 1 + offset)).toISOString().slice(0, 10);
const groupLine = fc
  .record({
    days: fc.subarray(weekdayNames, { minLength: 1 }),
    from: clock,
    length: fc.integer({ min: 1, max: 719 }),
    start: fc.integer({ min: 0, max: 120 }),
    span: fc.integer({ min: 7, max: 80 }),
    except: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 3 }),
  })
  .map((g) => {
    const to = Math.min(1439, g.from + g.length);
    const x = g.except.length === 0 ? '' : ` x ${g.except.map(day).join(' ')}`;
    return `${g.days.join(' ')} ${show(g.from)}-${show(to)} ${day(g.start)}-${day(g.start + g.span)}${x}`;
  });

describe('the line as the register writes it', () => {
  test('reads back as the same meetings and writes itself again, with a term and without', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(groupLine, { minLength: 1, maxLength: 3 }), fc.boolean(), (groups, withTerm) => {
        const context = withTerm ? fall : noTerm;
        const first = readMeetingsLine(groups.join('; '), context);
        if (!first.ok) return;
        const again = read(first.value.line, context);
        expect(again.meetings).toEqual(first.value.meetings);
        expect(again.line).toBe(first.value.line);
        compared++;
      }),
      { numRuns: 300, seed: 20260914 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  test('never throws on any text, and every meeting it finds is one the register accepts', () => {
    const word = fc.constantFrom(
      'Mon',
      'TTh',
      '6-8p',
      '9/14',
      '9/14-11/2',
      'x',
      ';',
      '2/29',
      '-',
      '31',
      'to',
      'noon',
      '0',
      '1/1/2027',
      '9/',
      'a',
      '6-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 9 }).map((w) => w.join(' ')),
        ),
        (text) => {
          const result = readMeetingsLine(text, fall);
          if (result.ok) for (const meeting of result.value.meetings) meetingSchema.parse(meeting);
          else expect(result.failure.kind).toBe('invalid');
        },
      ),
      { numRuns: 600, seed: 7 },
    );
  });
});
