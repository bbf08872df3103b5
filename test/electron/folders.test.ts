import { describe, expect, test } from 'vitest';
import { createClock } from '../../electron/clock';
import { fileNameOf } from '../../electron/file-name';
import { foldersOf } from '../../electron/folders';
import { traceOf } from '../../electron/log';
import { createPageShelf } from '../../electron/pages';

describe('where everything lies', () => {
  test.each([
    [
      'win32',
      'C:\\Users\\jr',
      { LOCALAPPDATA: 'C:\\Users\\jr\\AppData\\Local', APPDATA: 'C:\\Users\\jr\\AppData\\Roaming' },
      'C:\\Users\\jr\\AppData\\Local\\RefundDesk\\register',
    ],
    [
      'win32',
      'C:\\Users\\jr',
      { APPDATA: '\\\\server\\profiles\\jr' },
      'C:\\Users\\jr\\AppData\\Local\\RefundDesk\\register',
    ],
    ['win32', 'C:\\Users\\jr', { REFUND_DESK_DATA: 'D:\\RefundDesk' }, 'D:\\RefundDesk\\register'],
    ['darwin', '/Users/jr', {}, '/Users/jr/Library/Application Support/Refund Desk/register'],
    ['linux', '/home/jr', {}, '/home/jr/.local/share/refund-desk/register'],
    ['linux', '/home/jr', { XDG_DATA_HOME: '/data/jr' }, '/data/jr/refund-desk/register'],
    ['linux', '/home/jr', { XDG_DATA_HOME: 'data' }, '/home/jr/.local/share/refund-desk/register'],
    ['linux', '/home/jr', { REFUND_DESK_DATA: '/srv/refund-desk' }, '/srv/refund-desk/register'],
    ['linux', '/home/jr', { REFUND_DESK_DATA: 'srv' }, '/home/jr/.local/share/refund-desk/register'],
  ] as const)('on %s, for %s with %o', (platform, home, env, register) => {
    expect(foldersOf({ platform, home, env }).register).toBe(register);
  });
});

describe('a proposed file name', () => {
  test.each([
    ['RD-2026-0417.pdf', 'RD-2026-0417.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\Windows\\x.pdf', 'C--Windows-x.pdf'],
    ['con.pdf', 'con-.pdf'],
    ['a\u0000b\n.pdf', 'a-b-.pdf'],
    ['letter.pdf...', 'letter.pdf'],
    ['', 'Refund Desk'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ])('%j becomes %j', (name, safe) => {
    expect(fileNameOf(name)).toBe(safe);
  });
});

describe('the clock', () => {
  test('gives the office’s own day and time, wherever the PC stands', () => {
    const clock = createClock(() => Date.parse('2026-11-01T07:30:00Z'));
    expect(clock.local('America/Los_Angeles')).toEqual({ day: '2026-11-01', time: '00:30' });
    expect(clock.local('America/New_York')).toEqual({ day: '2026-11-01', time: '02:30' });
    expect(clock.local('Pacific/Kiritimati')).toEqual({ day: '2026-11-01', time: '21:30' });
    expect(clock.now()).toBe('2026-11-01T07:30:00.000Z');
  });
});

describe('the log', () => {
  test('keeps of an error where it arose and its code, never what it says', () => {
    const error = Object.assign(new TypeError('Maria Garcia-Lopez has no address'), { code: 'E_ADDRESS' });
    const trace = traceOf(error);
    expect(trace).toMatch(/^TypeError E_ADDRESS\n\s+at /);
    expect(trace).not.toContain('Garcia');
    expect(traceOf('Maria Garcia-Lopez')).toBe('string');
  });
});

describe('the shelf of pages', () => {
  const page = (html: string) => ({ html, title: '', language: 'en' as const });

  test('gives each page an address nobody can guess, and forgets the oldest', () => {
    const shelf = createPageShelf(2);
    const urls = ['one', 'two', 'three'].map((html) => shelf.put(page(html)));
    const found = urls.map((url) => shelf.find(new URL(url).pathname.slice(1)));
    expect(new Set(urls).size).toBe(3);
    expect(urls[0]).toMatch(/^app:\/\/page\/[0-9a-f-]{36}$/);
    expect(found).toEqual([null, 'two', 'three']);
    shelf.drop(urls[2] ?? '');
    expect(shelf.find((urls[2] ?? '').slice('app://page/'.length))).toBeNull();
  });
});
