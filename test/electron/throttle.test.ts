import { describe, expect, test } from 'vitest';
import { newRecoveryCode, readRecoveryCode } from '../../electron/recovery-code';
import { countFailure, forgetFailures, triedName, waitAfter, waitOf } from '../../electron/throttle';
import type { Register } from '../../db/register';
import { ok } from '../../shared/result';
import { aRegister, at, reopened, request, valueOf } from '../db/register-here';

/** A PC whose clock can be set, and one that only goes forward. */
function aPc(now = at) {
  const pc = { moment: Date.parse(now), passed: 0 };
  const desktop = { now: () => new Date(pc.moment).toISOString(), elapsed: () => pc.passed * 1000 };
  return { pc, desktop };
}

function keep(register: Register, name: string, failures: number, now: string): void {
  valueOf(
    register.act(request({ at: now }), (write) => {
      write.tries(name, failures);
      return ok(null);
    }),
  );
}

describe('waiting after wrong tries', () => {
  test('begins with the fifth, doubles, and is never longer than a quarter of an hour', () => {
    expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(waitAfter)).toEqual([
      0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  test('goes by the clock that only goes forward, and not by the PC’s, which anybody can set', async () => {
    const register = await aRegister();
    const { pc, desktop } = aPc();
    const here = { register, desktop };
    for (let i = 0; i < 4; i += 1) countFailure('kim', here);
    expect(waitOf('kim', here)).toBe(0);
    expect(countFailure('kim', here)).toBe(5);
    expect(waitOf('kim', here)).toBe(30);
    for (const days of [-400, 400]) {
      pc.moment += days * 86_400_000;
      expect(waitOf('kim', here)).toBe(30);
    }
    pc.passed = 29.5;
    expect(waitOf('kim', here)).toBe(1);
    pc.passed = 30;
    expect(waitOf('kim', here)).toBe(0);
    expect(countFailure('kim', here)).toBe(6);
    expect(waitOf('kim', here)).toBe(60);
    forgetFailures('kim', here);
    expect(waitOf('kim', here)).toBe(0);
    expect(waitOf('lee', here)).toBe(0);
  });

  test.each([
    ['no time passed', 0, 30],
    ['ten seconds passed', 10, 20],
    ['the clock was moved back a year', -365 * 86_400, 30],
    ['half a minute passed', 30, 0],
  ])('survives a restart in which %s', async (_, seconds, left) => {
    const register = await aRegister();
    keep(register, 'kim', 5, at);
    const { folder } = register.files;
    register.close();
    const { desktop } = aPc(new Date(Date.parse(at) + seconds * 1000).toISOString());
    const here = { register: await reopened(folder), desktop };
    expect(waitOf('kim', here)).toBe(left);
    expect(countFailure('kim', here)).toBe(6);
    expect(waitOf('kim', here)).toBe(60);
  });

  test('keeps no word of what was typed where it is nobody’s name: it may have been a passphrase', async () => {
    const register = await aRegister();
    const typed = 'my secret passphrase';
    const name = triedName(typed, register);
    expect(name).toMatch(/^#[0-9a-f]{4}$/);
    expect(triedName(' MY secret Passphrase', register)).toBe(name);
    keep(register, name, 3, at);
    expect(register.tries(name)).toEqual({ failures: 3, lastAt: at });
    keep(register, name, 0, at);
    expect(register.tries(name)).toBeNull();
  });
});

describe('a recovery code', () => {
  test('has five groups of five letters that nobody takes for another, and each is new', () => {
    const codes = new Set(Array.from({ length: 200 }, newRecoveryCode));
    expect(codes.size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
  });

  test.each([
    ['ABCDE-FGHJK-MNPQR-STVWX-YZ012', 'ABCDE-FGHJK-MNPQR-STVWX-YZ012'],
    [' abcde fghjk mnpqr stvwx yzoil ', 'ABCDE-FGHJK-MNPQR-STVWX-YZ011'],
    ['ABCDEFGHJKMNPQRSTVWXYZ012', 'ABCDE-FGHJK-MNPQR-STVWX-YZ012'],
    ['ABCDE-FGHJK-MNPQR-STVWX-YZ01', null],
    ['ABCDE-FGHJK-MNPQR-STVWX-YZ0123', null],
    ['ABCDE-FGHJK-MNPQR-STVWX-YZ01U', null],
    ['', null],
  ])('is read from %j as %j', (typed, read) => {
    expect(readRecoveryCode(typed)).toBe(read);
  });
});
