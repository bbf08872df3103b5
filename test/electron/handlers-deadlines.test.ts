import { convertIcsCalendar } from 'ts-ics';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { aForm, anEnrolment, aTerm, id } from '../db/records';
import { aDeskWithPaper } from '../letters/desk-with-paper';
import { add, all, list, setting, text, type Here } from './deadlines-here';
import { saving } from './desk-here';

/** Deadline sheets at the desk: listed, set by hand, saved as CSV and as a calendar. */

/** The lines of a calendar file as a program that never saw ours reads them: unfolded, unescaped. */
function calendarOf(here: Here, at = -1) {
  const file = text(here.saved.at(at)?.bytes);
  return { file, ...convertIcsCalendar(undefined, file) };
}

describe('the list', () => {
  test('is narrowed by course, by term and by the words that find courses', async () => {
    const term = aTerm();
    const here = await aDeskWithPaper({ terms: [term] });
    const other = await add(here, { code: 'EXT 310-01', title: 'Grant Writing', termId: term.id });
    expect((await list(here)).sheets.map((s) => s.code)).toEqual(['EXT 204-02', 'EXT 310-01']);
    expect((await list(here, { ...all, courseId: other.id })).sheets.map((s) => s.code)).toEqual(['EXT 310-01']);
    expect((await list(here, { ...all, termId: term.id })).total).toBe(1);
    expect((await list(here, { ...all, text: 'proj man' })).sheets.map((s) => s.code)).toEqual(['EXT 204-02']);
    expect(await list(here, { ...all, courseId: id() })).toEqual({ sheets: [], total: 0 });
    const paged = await here.gives('deadline.list', { filter: all, offset: 1, limit: 1 });
    expect([paged.sheets.map((s) => s.code), paged.total]).toEqual([['EXT 310-01'], 2]);
  });
});

describe('a date set by hand', () => {
  test('is kept with reason and person, shown beside the computed one, undone and redone', async () => {
    const here = await aDeskWithPaper();
    const sheet = await here.gives('deadline.set', setting(here, { through: '2026-10-02' }));
    const row = sheet.rows.find((r) => r.deadline === 'refund:65');
    expect(row).toMatchObject({
      through: '2026-10-02',
      computed: '2026-09-28T19:25',
      set: { through: '2026-10-02', reason: 'The instructor was ill', person: 'jrivera' },
    });
    const through = async () => (await list(here)).sheets[0]?.rows.find((r) => r.deadline === 'refund:65')?.through;
    const last = await here.gives('action.last', {});
    expect(last.undo?.label).toBe('setting a deadline of EXT 204-02');
    await here.gives('action.undo', { requestId: id(), actionId: last.undo?.actionId ?? '' });
    expect(await through()).toBe('2026-09-28T19:25');
    await here.gives('action.redo', { requestId: id(), actionId: last.undo?.actionId ?? '' });
    expect(await through()).toBe('2026-10-02');
    await here.gives('deadline.set', setting(here, { through: null }));
    expect(await through()).toBe('2026-09-28T19:25');
    expect(await here.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });

  test('set twice by the same request is set once', async () => {
    const here = await aDeskWithPaper();
    const input = setting(here, { through: '2026-10-02T17:00' });
    const once = await here.gives('deadline.set', input);
    expect(await here.gives('deadline.set', input)).toEqual(once);
    expect((await here.gives('course.get', { id: here.course.id })).course).toEqual(here.course);
  });

  test('changes no determination: the form is decided as it was', async () => {
    const here = await aDeskWithPaper();
    await here.gives('deadline.set', setting(here, { through: '2026-10-31' }));
    const form = aForm(here.student, here.course, { postmarked: null, received: '2026-09-29' });
    const { view } = await here.gives('case.save', saving(form, anEnrolment(here.student, here.course)));
    expect(view.row.refund).toBe(0);
    await here.gives('deadline.set', setting(here, { through: '2026-09-15' }));
    expect((await here.gives('case.get', { id: view.row.id })).stale).toBe(false);
  });

  test('that cannot be is refused under its field', async () => {
    const here = await aDeskWithPaper();
    const wrong = async (other: Parameters<typeof setting>[1]) => here.problems('deadline.set', setting(here, other));
    expect(Object.keys(await wrong({ through: '2026-02-30' }))).toEqual(['through']);
    expect(Object.keys(await wrong({ through: '2026-10-02T25:00' }))).toEqual(['through']);
    expect(await wrong({ through: '2026-10-02', reason: ' ' })).toEqual({
      reason: 'The reason is missing. Type it here.',
    });
    expect((await wrong({ through: '2025-09-12' }))['through']).toContain('before its registration can have opened');
    await here.gives('deadline.set', setting(here, { through: '2025-09-13' }));
    expect((await wrong({ through: '2025-09-13' }))['through']).toContain('is set already');
    expect((await wrong({ through: '2028-11-18' }))['through']).toContain('more than two years after the course ends');
    await here.gives('deadline.set', setting(here, { through: null }));
    expect((await wrong({ through: null }))['through']).toContain('No date is set');
    expect((await wrong({ through: '2026-09-28T19:25' }))['through']).toContain('is the computed limit already');
    expect(await here.refuses('deadline.set', setting(here, { through: '2026-10-02', deadline: 'lunch' }))).toEqual({
      kind: 'not-found',
      what: 'That deadline',
    });
  });
});

describe('a CSV file', () => {
  test('has a line a deadline that any reader of RFC 4180 reads back, with a byte order mark and CRLF', async () => {
    const here = await aDeskWithPaper();
    await here.gives('deadline.set', setting(here, { through: '2026-10-02', reason: 'Ill, "again"\u00a0– see file' }));
    const made = await here.gives('deadline.save', { filter: all, as: 'csv' });
    expect(made).toEqual({ path: '/chosen', courses: 1, deadlines: 3, undated: 0 });
    expect(here.saved[0]?.name).toBe('Deadlines 2026-09-30.csv');
    const file = text(here.saved[0]?.bytes);
    expect([...(here.saved[0]?.bytes.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { data, errors } = Papa.parse<Record<string, string>>(file.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(
      data.map((r) => [
        r['Course'],
        r['Deadline'],
        r['Last moment'],
        r['Date'],
        r['Before'],
        r['Percent'],
        r['Clause'],
      ]),
    ).toEqual([
      ['EXT 204-02', 'Full less $10', 'until Mon Sep 14, 2026, 6:00 pm', '2026-09-14', '18:00', '100', 'H7'],
      ['EXT 204-02', '65%', 'through Fri Oct 2, 2026', '2026-10-02', '', '65', 'H14'],
      ['EXT 204-02', 'Request a retroactive refund', 'through Sun May 16, 2027', '2027-05-16', '', '', 'H16'],
    ]);
    expect(data[1]?.['Computed']).toBe('2026-09-28 19:25');
    expect(data[1]?.['Note']).toBe(
      'Set by the office, computed: until Mon Sep 28, 2026, 7:25 pm. Reason: Ill, "again"\u00a0– see file Refunds are decided by the computed date.',
    );
  });

  test('takes the formula out of every cell that a spreadsheet would run', async () => {
    const here = await aDeskWithPaper();
    const titles = ['=cmd|A1', '+1+1', '-2', '@SUM(A1)', '＝1', ' =1+1'];
    for (const [i, title] of titles.entries()) await add(here, { code: `X ${i}`, title });
    await here.gives('deadline.save', { filter: { ...all, text: 'x' }, as: 'csv' });
    const cells = Papa.parse<string[]>(text(here.saved[0]?.bytes).slice(1)).data.flat();
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(cells).toContain("'=cmd|A1");
    // A percentage stays a number.
    expect(cells).toContain('65');
  });

  test('names a course that has no deadline, with why', async () => {
    const here = await aDeskWithPaper();
    await add(here, { code: 'OLLI 1', category: 'olli' });
    await here.gives('deadline.save', { filter: { ...all, text: 'olli' }, as: 'csv' });
    const { data } = Papa.parse<Record<string, string>>(text(here.saved[0]?.bytes).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(1);
    expect(data[0]?.['Note']).toMatch(/no rule/);
  });

  test('of no course is not made; one whose dialog was left is no failure of the disk', async () => {
    const here = await aDeskWithPaper();
    expect(await here.refuses('deadline.save', { filter: { ...all, text: 'zzz' }, as: 'csv' })).toMatchObject({
      message: 'No course is on this sheet.',
    });
    here.answers.save = null;
    expect(await here.refuses('deadline.save', { filter: all, as: 'csv' })).toEqual({ kind: 'cancelled' });
  });
});

describe('a calendar file', () => {
  test('is read back by another program: whole days as days, moments in the office’s zone, what each stands on', async () => {
    const here = await aDeskWithPaper();
    await here.gives('deadline.save', { filter: all, as: 'ics' });
    expect(here.saved[0]?.name).toBe('Deadlines 2026-09-30.ics');
    const { events = [], timezones = [], method, version } = calendarOf(here);
    expect([version, method]).toEqual(['2.0', 'PUBLISH']);
    expect(timezones.map((z) => z.id)).toEqual(['America/Los_Angeles']);
    expect(events.map((e) => [e.summary, e.start.type, e.start.date.toISOString()])).toEqual([
      // Six in the evening of daylight time is one in the morning, UTC.
      ['EXT 204-02: Full less $10 (100%)', 'DATE-TIME', '2026-09-15T01:00:00.000Z'],
      ['EXT 204-02: 65%', 'DATE-TIME', '2026-09-29T02:25:00.000Z'],
      ['EXT 204-02: Request a retroactive refund', 'DATE', '2027-05-16T00:00:00.000Z'],
    ]);
    expect(events[1]?.start.local?.timezone).toBe('America/Los_Angeles');
    expect(events[2]?.end?.date.toISOString()).toBe('2027-05-17T00:00:00.000Z');
    expect(events[1]?.description).toContain('until Mon Sep 28, 2026, 7:25 pm, 65% of the fees paid');
    expect(events[1]?.description).toContain('H14: “EXTENSION, SPECIAL SESSION, NON-CREDIT COURSES');
    expect(events[0]?.stamp.date.toISOString()).toBe('2026-09-30T16:00:00.000Z');
  });

  test('made again later has the same identifiers with a higher sequence, so that an import brings it up to date', async () => {
    const here = await aDeskWithPaper();
    await here.gives('deadline.save', { filter: all, as: 'ics' });
    here.setNow('2026-10-01T16:00:00.000Z');
    await here.gives('deadline.set', setting(here, { through: '2026-10-02' }));
    await here.gives('deadline.save', { filter: all, as: 'ics' });
    const [first, second] = [calendarOf(here, 0), calendarOf(here, 1)];
    const uids = (file: typeof first): string[] => (file.events ?? []).map((e) => e.uid).sort();
    expect(uids(second)).toEqual(uids(first));
    expect(new Set(uids(first)).size).toBe(3);
    expect(second.events?.[0]?.sequence).toBeGreaterThan(first.events?.[0]?.sequence ?? 0);
    const moved = second.events?.find((e) => e.summary === 'EXT 204-02: 65%');
    expect([moved?.start.type, moved?.start.date.toISOString()]).toEqual(['DATE', '2026-10-02T00:00:00.000Z']);
    expect(moved?.description).toContain('Set by the office, computed: until Mon Sep 28, 2026, 7:25 pm.');
    expect(moved?.description).toContain('Refunds are decided by the computed date.');
  });

  test('keeps to the form: CRLF, at most 75 octets a line, nothing cut inside a character, nothing escaped wrongly', async () => {
    const here = await aDeskWithPaper();
    const title = 'Diseño; “niños”, \\ y más\u{1F4DA} – '.repeat(3).slice(0, 118).trim();
    const course = await add(here, { code: 'Ñ 1', title });
    await here.gives('deadline.save', { filter: { ...all, courseId: course.id }, as: 'ics' });
    const { file, events = [] } = calendarOf(here);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = file.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(Math.max(...lines.map((l) => Buffer.byteLength(l)))).toBeGreaterThan(70);
    expect(file).not.toContain('\uFFFD');
    for (const event of events) expect(event.description).toContain(`Ñ 1 ${title}`);
    for (const needed of ['UID', 'DTSTAMP', 'DTSTART']) {
      expect(lines.filter((l) => l.startsWith(needed) && !l.startsWith('DTSTART:1970'))).toHaveLength(3);
    }
  });

  test('leaves out what has no date and says how many; of nothing dated it is not made', async () => {
    const here = await aDeskWithPaper();
    const blank = await add(here, { code: 'Y 1', meetings: [], meetingLine: '', arranged: true });
    const filter = { ...all, courseId: blank.id };
    expect(await here.refuses('deadline.save', { filter, as: 'ics' })).toMatchObject({
      message: 'None of these deadlines has a date, so a calendar would be empty.',
    });
    const made = await here.gives('deadline.save', { filter: all, as: 'ics' });
    expect(made).toMatchObject({ courses: 2, undated: 3 });
    expect(calendarOf(here).events).toHaveLength(3);
  });
});
