import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Request, Write } from '../../db/actions';
import { createRegister, openRegister } from '../../db/open';
import type { Register } from '../../db/register';
import { ok, type Result } from '../../shared/result';
import { anOffice, id } from './records';

/** A folder that is gone after the test. */
export function someFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of a call that has to succeed. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export const at = '2026-09-30T16:00:00.000Z';

export function request(other: Partial<Request> = {}): Request {
  const own = id();
  return { id: own, call: 'test', input: { own }, person: 'jrivera', at, ...other };
}

/** Does one action that has to succeed; gives its id. */
export function act(register: Register, work: (write: Write) => void, other: Partial<Request> = {}): string {
  const asked = request(other);
  valueOf(
    register.act(asked, (write) => {
      work(write);
      return ok(null);
    }),
  );
  return asked.id;
}

/** A register with its office in a new folder of this PC, closed and gone after the test. */
export async function aRegister(folder = someFolder()): Promise<Register> {
  const register = valueOf(
    await createRegister(folder, at, (fresh) =>
      fresh.act(request(), (write) => ok(write.entry('office.saved', write.newId(), anOffice()))),
    ),
  );
  closedAfterwards(register);
  return register;
}

/** Opens the register of a folder again. */
export async function reopened(folder: string): Promise<Register> {
  const register = valueOf(await openRegister(folder, at));
  closedAfterwards(register);
  return register;
}

function closedAfterwards(register: Register): void {
  onTestFinished(() => {
    if (register.isOpen()) register.close();
  });
}
