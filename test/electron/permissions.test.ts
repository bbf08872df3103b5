import Database from 'better-sqlite3';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../db/files';
import { createRouter } from '../../electron/router';
import { practicePassphrase } from '../../electron/sample/practice';
import { contract, type CallName } from '../../shared/contract';
import { may, rolesThatMay, type Opened } from '../../shared/register/permissions';
import { roles, type Role } from '../../shared/register/role';
import { fail, ok } from '../../shared/result';
import { anOffice, id } from '../db/records';
import { aDesk, someFolder, someone, type DeskHere } from './desk-here';
import { added, anOfficeWithAda, nobodysDesk, passphrase, peopleTake } from './people-here';
import { permissionTable } from './permission-table';

const names = Object.keys(contract) as CallName[];
const everybody: readonly (Role | null)[] = [...roles, null];
const opened: readonly Opened[] = ['own', 'sample', 'fresh', 'none', 'failed'];
const letterOf: Readonly<Record<Role, string>> = { clerk: 'c', supervisor: 's', auditor: 'a', administrator: 'd' };

/** Whether the table lets somebody make a call, and what it says where not. */
function expected(call: CallName, role: Role | null, where: Opened): { readonly may: boolean; readonly said: string } {
  const [permission, second] = permissionTable.filter(({ calls }) => calls.includes(call));
  if (permission === undefined || second !== undefined) throw new Error(`${call} has to stand in the table once`);
  return { may: permission[where].includes(role === null ? 'n' : letterOf[role]), said: permission.said };
}

/** What an input that no call takes is answered with: to be refused for it, one has to be let through first. */
const unfit = { unfit: true };

/** Makes every call in somebody's name with an unfit input; gives those of which the answer is not what the table says. */
async function everyCall(here: DeskHere, role: Role | null, where: Opened): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const name of names) {
    const result = await here.desk.route(name, unfit);
    const { may: allowed, said } = expected(name, role, where);
    const refusal =
      where === 'none'
        ? fail({ kind: 'no-register' })
        : role === null
          ? fail({ kind: 'not-signed-in' })
          : fail({ kind: 'not-allowed', action: said });
    const isRight = allowed
      ? !result.ok && result.failure.kind === 'invalid'
      : JSON.stringify(result) === JSON.stringify(refusal);
    if (!isRight) wrong.push([name, role, where, result]);
  }
  expect(here.bugs).toEqual([]);
  return wrong;
}

/** The entries of a register, as they lie in its file. */
function entriesIn(folder: string) {
  const db = new Database(filesOf(path.join(folder, 'register')).db, { readonly: true });
  const rows = db
    .prepare('SELECT e.kind, e.person, c.content FROM entry e JOIN entry_content c USING (seq) ORDER BY seq')
    .all() as { kind: string; person: string; content: string }[];
  db.close();
  return rows;
}

describe('the table of permissions', () => {
  test('has every call of the contract once', () => {
    expect(permissionTable.flatMap(({ calls }) => calls).sort()).toEqual([...names].sort());
  });

  test('is what main goes by, for every call, role and register', () => {
    const wrong: unknown[] = [];
    for (const name of names)
      for (const role of everybody)
        for (const where of opened)
          if (may(role, name, where) !== expected(name, role, where).may) wrong.push([name, role, where]);
    expect(wrong).toEqual([]);
  });

  test('says whom to ask', () => {
    expect(rolesThatMay('approve')).toEqual(['supervisor']);
    expect(rolesThatMay('read')).toEqual(['clerk', 'supervisor', 'auditor']);
  });

  test('holds in 5,000 calls by anybody, anywhere, with anything: what is refused reaches nobody who would answer it', async () => {
    let standing: { readonly session: ReturnType<typeof someone> | null; readonly opened: Opened };
    const answered: CallName[] = [];
    const route = createRouter(
      (name) => {
        answered.push(name);
        return Promise.resolve(ok('answered'));
      },
      () => standing,
      () => undefined,
    );
    const input = fc.oneof(fc.constant({}), fc.anything(), fc.record({ requestId: fc.uuid({ version: 7 }) }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...everybody),
        fc.constantFrom(...opened),
        input,
        async (name, role, where, typed) => {
          standing = { session: role === null ? null : someone(role), opened: where };
          answered.length = 0;
          const result = await route(name, typed);
          const { may: allowed, said } = expected(name, role, where);
          if (allowed) {
            expect(result.ok || result.failure.kind === 'invalid').toBe(true);
            return;
          }
          expect(answered).toEqual([]);
          if (where === 'none') expect(result).toEqual(fail({ kind: 'no-register' }));
          else if (role === null) expect(result).toEqual(fail({ kind: 'not-signed-in' }));
          else expect(result).toEqual(fail({ kind: 'not-allowed', action: said }));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

// Everybody signs in for real, at the full cost of a passphrase.
describe('every call by everybody', { timeout: peopleTake }, () => {
  test('at the office’s own register: what is refused says which permission is missing, and makes one entry a turn', async () => {
    const here = await anOfficeWithAda();
    for (const role of ['clerk', 'supervisor', 'auditor'] as const) await added(here, role, role);
    const accounts = { administrator: 'ada', clerk: 'clerk', supervisor: 'supervisor', auditor: 'auditor' } as const;
    const made: { readonly before: number; readonly wanted: readonly unknown[] }[] = [];
    const entries = (): number => here.desk.status().entries;
    for (const role of roles) {
      await here.gives('person.signIn', { account: accounts[role], passphrase });
      const before = entries();
      expect(await everyCall(here, role, 'own')).toEqual([]);
      const refused = names.filter((name) => !expected(name, role, 'own').may);
      expect(refused.length).toBeGreaterThan(10);
      const wanted = refused.map((call) => ({
        kind: 'person.refused',
        person: accounts[role],
        content: JSON.stringify({ call }),
      }));
      made.push({ before, wanted });
      expect(entries()).toBe(before + wanted.length);
      // Again, and with inputs that would fit: the chain is not flooded, and nothing else is written either.
      expect(await everyCall(here, role, 'own')).toEqual([]);
      for (const name of refused) {
        const result = await here.desk.route(name, { requestId: id(), id: id(), caseId: id(), text: 'Garcia' });
        expect(result).toEqual(fail({ kind: 'not-allowed', action: expected(name, role, 'own').said }));
      }
      expect(entries()).toBe(before + wanted.length);
    }
    await here.gives('person.signOut', {});
    const before = entries();
    expect(await everyCall(here, null, 'own')).toEqual([]);
    await here.gives('person.signIn', { account: 'clerk', passphrase });
    await here.gives('person.lock', {});
    expect(await everyCall(here, null, 'own')).toEqual([]);
    // Signed in, locked: nobody is no person of whom an entry could tell.
    expect(entries()).toBe(before + 2);
    await here.gives('person.signIn', { account: 'ada', passphrase });
    expect(await here.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
    await here.desk.close();
    const kept = entriesIn(here.folder);
    // What was typed is in none of them: the name of the call, and no more.
    for (const turn of made) expect(kept.slice(turn.before, turn.before + turn.wanted.length)).toEqual(turn.wanted);
  });

  test('at the sample office, by the people who work there', async () => {
    const folder = someFolder();
    const own = nobodysDesk(folder);
    await own.gives('register.create', { requestId: id(), office: anOffice(), terms: [] });
    await own.desk.close();
    // A sample from before people signed in: it gets its people when it is opened.
    cpSync(path.join(folder, 'register'), path.join(folder, 'sample'), { recursive: true });
    const here = nobodysDesk(folder);
    await here.desk.open();
    const status = await here.gives('register.openSample', {});
    expect(status).toMatchObject({ sample: true, turn: 'in', session: { account: 'supervisor', role: 'supervisor' } });
    expect(status.practice).toContain(practicePassphrase);
    for (const role of roles) {
      await here.gives('person.signIn', { account: role, passphrase: practicePassphrase });
      expect(await everyCall(here, role, 'sample')).toEqual([]);
    }
    await here.gives('person.signOut', {});
    expect(await everyCall(here, null, 'sample')).toEqual([]);
  });

  test.each(everybody)(
    'where no register is open, where it has nobody yet, and where it cannot be opened, by %s',
    async (role) => {
      const folder = someFolder();
      const here = aDesk(folder, {}, role === null ? null : someone(role));
      await here.desk.open();
      expect(await everyCall(here, role, 'none')).toEqual([]);
      const { db } = filesOf(path.join(folder, 'register'));
      await here.gives('register.create', { requestId: id(), office: anOffice(), terms: [] });
      expect(await everyCall(here, role, 'fresh')).toEqual([]);
      await here.desk.close();
      writeFileSync(db, Buffer.alloc(16_384, 3));
      await here.desk.open();
      expect(here.desk.status().register).toBe('failed');
      expect(await everyCall(here, role, 'failed')).toEqual([]);
    },
  );
});
