import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../db/files';
import { secretOf } from '../../electron/passphrases';
import { standardRules } from '../../shared/register/rules';
import { olderRegister } from '../db/older-register';
import { aCourse, anOffice, id } from '../db/records';
import type { DeskHere } from './desk-here';
import { ada, added, anOfficeWithAda, nobodysDesk, passphrase, peopleTake, signedIn } from './people-here';

const wrong = 'nine loud geese land';
const refusedNow = { kind: 'sign-in-refused', waitSeconds: 0 };

/** The file of a register that nobody has open. */
function fileOf(here: DeskHere): Database.Database {
  return new Database(filesOf(path.join(here.folder, 'register')).db);
}

/** What was entered about people, in order: `ada person.signedIn {…}`. */
function entered(here: DeskHere): string[] {
  const db = fileOf(here);
  const rows = db
    .prepare(
      `SELECT e.person || ' ' || substr(e.kind, 8) || ' ' || c.content FROM entry e JOIN entry_content c USING (seq)
       WHERE e.subject = 'person' ORDER BY seq`,
    )
    .pluck()
    .all() as string[];
  db.close();
  return rows;
}

describe('signing in', { timeout: peopleTake }, () => {
  test('is refused in the same words for whatever reason, and waits after the fifth wrong try, known name or not', async () => {
    const here = await anOfficeWithAda();
    for (const account of ['ada', 'nobody here']) {
      for (let i = 0; i < 4; i += 1)
        expect(await here.refuses('person.signIn', { account, passphrase: wrong })).toEqual(refusedNow);
      expect(await here.refuses('person.signIn', { account, passphrase: wrong })).toEqual({
        kind: 'sign-in-refused',
        waitSeconds: 30,
      });
      // While it waits, the right one is refused too, and nothing is counted.
      here.pass(10);
      expect(await here.refuses('person.signIn', { account, passphrase })).toEqual({
        kind: 'sign-in-refused',
        waitSeconds: 20,
      });
    }
    // A restart with the clock moved back waits the whole time again.
    await here.desk.close();
    const next = nobodysDesk(here.folder);
    next.setNow('2026-09-30T10:00:00.000Z');
    await next.desk.open();
    expect(await next.refuses('person.signIn', { account: 'ada', passphrase })).toEqual({
      kind: 'sign-in-refused',
      waitSeconds: 30,
    });
    next.pass(30);
    await signedIn(next, 'ada');
    // It is forgotten then: the next wrong try is the first.
    expect(await next.refuses('person.signIn', { account: 'ada', passphrase: wrong })).toEqual(refusedNow);
    // Who is in stays in when somebody else fails.
    expect(next.desk.status()).toMatchObject({ turn: 'in', session: { account: 'ada' } });
    await next.desk.close();
    expect(entered(next).filter((line) => line.includes('signInFailed'))).toEqual(
      [1, 2, 3, 4, 5, 1].map((failures) => `ada signInFailed {"failures":${failures}}`),
    );
  });

  test('counts tries that come all at once, one after the other', async () => {
    const here = await anOfficeWithAda();
    await here.gives('person.signOut', {});
    const tries = await Promise.all(
      Array.from({ length: 7 }, () => here.refuses('person.signIn', { account: 'ada', passphrase: wrong })),
    );
    expect(tries.map((t) => (t.kind === 'sign-in-refused' ? t.waitSeconds : t))).toEqual([0, 0, 0, 0, 30, 30, 30]);
  });

  test('by a secret that was put in from outside, or a role that no entry gave, is refused', async () => {
    const here = await anOfficeWithAda();
    const kim = await added(here, 'kim', 'clerk');
    await here.desk.close();
    const own = await secretOf(wrong);
    const change = async (change: (db: Database.Database) => void) => {
      const db = fileOf(here);
      change(db);
      db.close();
      const next = nobodysDesk(here.folder);
      await next.desk.open();
      return next;
    };
    const swapped = await change((db) =>
      db.prepare('UPDATE secret SET salt = ?, hash = ? WHERE person_id = ?').run(own.salt, own.hash, kim.id),
    );
    expect(await swapped.refuses('person.signIn', { account: 'kim', passphrase: wrong })).toEqual(refusedNow);
    await signedIn(swapped, 'ada');
    await swapped.gives('person.setPassphrase', { requestId: id(), id: kim.id, passphrase });
    await signedIn(swapped, 'kim');
    await swapped.desk.close();
    const raised = await change((db) =>
      db.prepare(`UPDATE person SET role = 'administrator', record = replace(record, 'clerk', 'administrator')`).run(),
    );
    expect(await raised.refuses('person.signIn', { account: 'kim', passphrase })).toEqual(refusedNow);
    await raised.desk.close();
    // An entry that was written over is found by the signature, before any check of the whole has come so far.
    const forged = await change((db) => {
      db.exec(
        `DROP TRIGGER entry_content_never_changes; UPDATE person SET role = 'clerk', record = replace(record, 'administrator', 'clerk') WHERE account = 'kim'`,
      );
      db.exec(
        `UPDATE person SET record = replace(record, '"role":"clerk"', '"role":"supervisor"'), role = 'supervisor' WHERE account = 'kim'`,
      );
      db.exec(
        `UPDATE entry_content SET content = replace(content, 'clerk', 'supervisor') WHERE seq IN (SELECT seq FROM entry WHERE kind = 'person.added')`,
      );
    });
    expect(await forged.refuses('person.signIn', { account: 'kim', passphrase })).toEqual(refusedNow);
  });

  test('leaves no passphrase and no code anywhere in the folder', async () => {
    const here = await anOfficeWithAda();
    await here.refuses('person.signIn', { account: wrong, passphrase: wrong });
    await here.desk.close();
    const folder = path.join(here.folder, 'register');
    const planted = [passphrase, wrong, here.recoveryCode, here.recoveryCode.replaceAll('-', '')];
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())) {
      const bytes = readFileSync(path.join(name.parentPath, name.name));
      for (const text of planted) expect([name.name, bytes.includes(text)]).toEqual([name.name, false]);
    }
  });
});

describe('a turn at the desk', { timeout: peopleTake }, () => {
  test('is locked, gone on with, taken over and ended, each with an entry', async () => {
    const here = await anOfficeWithAda();
    await added(here, 'kim', 'clerk', 'Kim');
    await here.gives('person.lock', {});
    expect(here.desk.status()).toMatchObject({
      turn: 'locked',
      session: null,
      lockedBy: { account: 'ada', name: 'Ada Okafor' },
    });
    expect(await here.refuses('office.get', {})).toEqual({ kind: 'not-signed-in' });
    // Locked twice, it is still the same person's.
    here.desk.lock();
    expect(here.desk.status()).toMatchObject({ turn: 'locked', lockedBy: { account: 'ada' } });
    await signedIn(here, 'ada');
    here.desk.lock();
    // Another person over the lock.
    await signedIn(here, 'kim');
    expect(here.desk.status()).toMatchObject({ turn: 'in', session: { account: 'kim' }, lockedBy: null });
    // Switched without a lock.
    await signedIn(here, 'ada');
    await here.gives('person.signOut', {});
    expect(here.desk.status()).toMatchObject({ turn: 'sign-in', lockedBy: null });
    await signedIn(here, 'kim');
    await here.desk.close();
    expect(entered(here).filter((line) => /signed(In|Out)/.test(line))).toEqual([
      'ada signedIn {"account":"ada","role":"administrator"}',
      'ada signedOut {"why":"locked"}',
      'ada signedIn {"account":"ada","role":"administrator"}',
      'ada signedOut {"why":"screen-lock"}',
      'kim signedIn {"account":"kim","role":"clerk"}',
      'ada signedOut {"why":"another"}',
      'ada signedIn {"account":"ada","role":"administrator"}',
      'kim signedOut {"why":"another"}',
      'ada signedOut {"why":"asked"}',
      'kim signedIn {"account":"kim","role":"clerk"}',
      'kim signedOut {"why":"closed"}',
    ]);
  });

  test('ends by itself after the minutes of the office’s rules, on neither side of them', async () => {
    const here = await anOfficeWithAda();
    await here.gives('rules.save', { requestId: id(), rules: { ...standardRules, lockAfter: 2 } });
    for (let round = 0; round < 100; round += 1) {
      here.desk.stir();
      here.pass(119 + round / 101);
      here.desk.look();
      expect(here.desk.status().turn).toBe('in');
    }
    here.desk.stir();
    here.pass(120);
    // What the window asks for by itself keeps nobody in.
    await here.gives('app.status', {});
    await here.gives('office.get', {});
    here.told.length = 0;
    here.desk.look();
    expect(here.desk.status()).toMatchObject({ turn: 'locked', lockedBy: { account: 'ada' } });
    // The window is told, so that it can blank itself.
    expect(here.told.map((t) => t.data)).toMatchObject([{ turn: 'locked', session: null }]);
    here.desk.look();
    await signedIn(here, 'ada');
    here.pass(119);
    here.desk.look();
    // A form that is saved is a sign of life, as a key is.
    await here.gives('rules.save', { requestId: id(), rules: standardRules });
    here.pass(10 * 60 - 1);
    here.desk.look();
    expect(here.desk.status().turn).toBe('in');
    here.pass(1);
    here.desk.look();
    expect(here.desk.status().turn).toBe('locked');
    await here.desk.close();
    expect(entered(here).filter((line) => line.includes('idle'))).toHaveLength(2);
  });

  test('keeps what was half typed for the one who typed it', async () => {
    const here = await anOfficeWithAda();
    for (const account of ['kim', 'lee']) await added(here, account, 'clerk');
    await signedIn(here, 'kim');
    await here.gives('draft.save', { key: 'entry', text: 'Garcia' });
    here.desk.lock();
    await signedIn(here, 'lee');
    expect(await here.gives('draft.get', { key: 'entry' })).toBeNull();
    await here.gives('draft.save', { key: 'entry', text: 'Okafor' });
    await here.gives('draft.discard', { key: 'entry' });
    await signedIn(here, 'kim');
    expect(await here.gives('draft.get', { key: 'entry' })).toMatchObject({ text: 'Garcia' });
  });

  test('does not undo what its person may not do', async () => {
    const here = await anOfficeWithAda();
    for (const [account, role] of [
      ['kim', 'clerk'],
      ['sam', 'supervisor'],
    ] as const)
      await added(here, account, role);
    await signedIn(here, 'sam');
    const { office } = await here.gives('office.get', {});
    const renamed = { requestId: id(), office: { ...office, name: 'Extension' } };
    await here.gives('office.save', renamed);
    await signedIn(here, 'kim');
    const course = { requestId: id(), course: aCourse() };
    await here.gives('course.save', course);
    expect(await here.refuses('action.undo', { requestId: id(), actionId: renamed.requestId })).toEqual({
      kind: 'not-allowed',
      action: 'change the office and its calendar',
    });
    await here.gives('action.undo', { requestId: id(), actionId: course.requestId });
    expect((await here.gives('office.get', {})).office.name).toBe('Extension');
    await here.desk.close();
    expect(entered(here).filter((line) => line.includes('refused'))).toEqual(['kim refused {"call":"action.undo"}']);
  });
});

describe('a register that is opened, closed and exchanged', { timeout: peopleTake }, () => {
  test('from before people signed in asks for its first administrator', async () => {
    const here = nobodysDesk();
    const folder = path.join(here.folder, 'register');
    olderRegister(folder, 4, [['office.saved', id(), anOffice()]]);
    here.choose(folder);
    expect(await here.gives('register.openOther', {})).toMatchObject({ register: 'open', turn: 'first' });
    expect(await here.refuses('office.get', {})).toEqual({ kind: 'not-signed-in' });
    await here.gives('person.first', { requestId: id(), person: ada, passphrase });
    expect((await here.gives('office.get', {})).office.name).toBe(anOffice().name);
    await here.desk.close();
    expect(entered(here).map((line) => line.split(' {')[0])).toEqual([
      'ada added',
      'ada passphraseSet',
      'ada recoveryMade',
      'ada signedIn',
      'ada signedOut',
    ]);
  });

  test('that has nobody and can only be read is not locked up for good: its backup can be restored', async () => {
    const here = nobodysDesk();
    const folder = path.join(here.folder, 'register');
    olderRegister(folder, 4, [['office.saved', id(), anOffice()]]);
    here.choose(folder);
    // A backup is made before it is brought to the present form.
    await here.gives('register.openOther', {});
    const asked = { requestId: id(), person: ada, passphrase };
    await here.desk.close();
    const db = fileOf(here);
    db.exec(`DROP TRIGGER entry_never_changes; UPDATE entry SET person = 'somebody'`);
    db.close();
    const next = nobodysDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status()).toMatchObject({ register: 'open', readOnly: true, turn: 'nobody' });
    expect(await next.refuses('person.first', asked)).toMatchObject({ kind: 'register-damaged' });
    const [backup] = await next.gives('register.backups', {});
    expect(await next.gives('register.restore', { name: backup?.name ?? '' })).toMatchObject({ turn: 'first' });
    await next.gives('person.first', asked);
  });

  test('with people that can only be read is still signed in to, and restored by its administrator', async () => {
    const here = await anOfficeWithAda();
    await here.gives('register.backUp', {});
    await added(here, 'kim', 'clerk');
    await here.desk.close();
    const db = fileOf(here);
    db.exec(`DROP TRIGGER entry_never_changes; UPDATE entry SET at = '2026-01-01' WHERE kind = 'person.signedOut'`);
    db.close();
    const next = nobodysDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status()).toMatchObject({ readOnly: true, turn: 'sign-in' });
    for (let i = 0; i < 5; i += 1) await next.refuses('person.signIn', { account: 'ada', passphrase: wrong });
    expect(await next.refuses('person.signIn', { account: 'ada', passphrase })).toMatchObject({ waitSeconds: 30 });
    next.pass(30);
    await signedIn(next, 'ada');
    // The first of the backups: nobody but Ada was there.
    const backups = await next.gives('register.backups', {});
    expect(await next.refuses('register.restore', { name: 'none.db' })).toMatchObject({ kind: 'not-found' });
    expect(next.desk.status()).toMatchObject({ turn: 'in', session: { account: 'ada' } });
    expect(await next.gives('register.restore', { name: backups.at(-1)?.name ?? '' })).toMatchObject({
      turn: 'sign-in',
      readOnly: false,
    });
    expect(await next.refuses('person.signIn', { account: 'kim', passphrase })).toEqual(refusedNow);
    await signedIn(next, 'ada');
    await next.desk.close();
    const kept = fileOf(here);
    expect(kept.prepare(`SELECT person FROM entry WHERE kind = 'register.restored'`).pluck().all()).toEqual(['ada']);
    kept.close();
  });

  test('goes on with the same turn where another could not be opened', async () => {
    const here = await anOfficeWithAda();
    const broken = path.join(here.folder, 'broken');
    mkdirSync(broken);
    writeFileSync(filesOf(broken).db, 'not a register'.repeat(1000));
    here.choose(broken);
    expect(await here.refuses('register.openOther', {})).toMatchObject({ kind: 'register-not-ours' });
    expect(here.desk.status()).toMatchObject({ register: 'open', turn: 'in', session: { account: 'ada' } });
  });
});
