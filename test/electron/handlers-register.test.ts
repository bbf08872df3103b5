import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedBeforeWindow } from '../../db/check';
import { filesOf } from '../../db/files';
import { openRegister } from '../../db/open';
import { noFilter } from '../../shared/contract/no-filter';
import { sayFailure } from '../../shared/errors';
import { ok } from '../../shared/result';
import { aForm, anEnrolment, anOffice, aStudent, aTerm, id } from '../db/records';
import { aDesk, anOpenDesk, now, saving, someFolder, someone, type DeskHere } from './desk-here';

/** Waits until the check behind the window has ended. */
async function checked(here: DeskHere) {
  while (here.desk.status().check === 'running') await new Promise((done) => setTimeout(done, 5));
  return here.desk.status();
}

describe('set-up', () => {
  test('proposes a place, makes the register there, and the next start opens it again', async () => {
    const here = aDesk();
    await here.desk.open();
    expect(here.desk.status()).toMatchObject({ register: 'none', failure: null, path: null, sample: false });
    const folder = path.join(here.folder, 'register');
    expect(await here.gives('register.place', {})).toEqual({ path: folder, refusal: null });
    const term = aTerm();
    const status = await here.gives('register.create', { requestId: id(), office: anOffice(), terms: [term] });
    expect(status).toMatchObject({
      register: 'open',
      path: filesOf(folder).db,
      readOnly: false,
      entries: 2,
      account: 'jrivera',
    });
    expect(await here.gives('office.get', {})).toEqual({ office: anOffice(), terms: [term] });
    expect(here.told.filter((t) => t.name === 'status').at(-1)?.data).toMatchObject({ register: 'open' });
    await here.desk.close();

    const next = aDesk(here.folder);
    await next.desk.open();
    expect(await next.gives('office.get', {})).toEqual({ office: anOffice(), terms: [term] });
  });

  test('by a double click makes one register', async () => {
    const here = aDesk();
    const asked = { requestId: id(), office: anOffice(), terms: [] };
    await here.gives('register.create', asked);
    expect(await here.gives('register.create', asked)).toMatchObject({ register: 'open', entries: 1 });
    expect(await here.refuses('register.create', { ...asked, requestId: id() })).toMatchObject({
      kind: 'register-exists',
    });
  });

  test('refuses a synced folder with the reason, and takes the next one', async () => {
    const here = aDesk();
    const synced = path.join(here.folder, 'OneDrive - Coastal State');
    mkdirSync(synced);
    here.choose(synced);
    const place = await here.gives('register.choosePlace', {});
    expect(place).toEqual({ path: synced, refusal: { kind: 'unsafe-place', path: synced, why: 'synced' } });
    expect(await here.refuses('register.create', { requestId: id(), office: anOffice(), terms: [] })).toEqual(
      place.refusal,
    );
    expect(readdirSync(synced)).toEqual([]);
    const good = path.join(here.folder, 'office');
    mkdirSync(good);
    here.choose(good);
    expect((await here.gives('register.choosePlace', {})).refusal).toBeNull();
    // A dialog that was cancelled changes nothing.
    here.choose(null);
    expect((await here.gives('register.choosePlace', {})).path).toBe(good);
    expect((await here.gives('register.create', { requestId: id(), office: anOffice(), terms: [] })).path).toBe(
      filesOf(good).db,
    );
  });

  test('refuses an office with fields missing, each named, and a policy or reading that is not there', async () => {
    const here = aDesk();
    const create = (office: Parameters<typeof anOffice>[0]) =>
      here.problems('register.create', { requestId: id(), office: anOffice(office), terms: [] });
    const problems = await create({ institution: '', email: 'office', hours: { mon: ['17:00', '08:00'] } });
    expect(Object.keys(problems).sort()).toEqual(['email', 'hours.mon', 'institution']);
    expect((await create({ hours: {} })).hours).toMatch(/never open/);
    expect((await create({ policy: 'nowhere' })).policy).toMatch(/not a policy this office has/);
    const { policy } = anOffice();
    const readings = await create({ readings: { [policy]: { 'semester-week': 'sundays', nothing: 'x' } } });
    expect(readings[`readings.${policy}.semester-week`]).toMatch(/not a choice/);
    expect(readings[`readings.${policy}.nothing`]).toMatch(/not a choice/);
    expect(here.desk.status().register).toBe('none');
  });
});

describe('the office', () => {
  test('is changed, with its terms; two terms do not share a name', async () => {
    const here = await anOpenDesk();
    const office = anOffice({ closures: [] });
    // How a policy is read is no part of it: that has a call of its own, with the reason.
    const reading = { ...office, readings: { [office.policy]: { 'semester-week': 'friday' } } };
    expect(await here.gives('office.save', { requestId: id(), office: reading })).toEqual(office);
    const term = aTerm();
    await here.gives('term.save', { requestId: id(), term });
    expect((await here.problems('term.save', { requestId: id(), term: aTerm({ name: 'fall 2026' }) })).name).toMatch(
      /already a term called Fall 2026/,
    );
    expect((await here.problems('term.save', { requestId: id(), term: { ...term, ends: '2026-01-01' } })).ends).toMatch(
      /ends before it begins/,
    );
    expect((await here.gives('office.get', {})).terms).toEqual([term]);
  });

  test('counts case numbers by its own fiscal year, which carries the year in which it ends', async () => {
    const here = await anOpenDesk({ office: { fiscalYearBegins: 7 } });
    const number = async () =>
      (
        await here.gives(
          'case.save',
          saving(aForm(null, null, { received: null, postmarked: null }), null, { mode: 'hold' }),
        )
      ).view.row.number;
    here.setNow('2026-07-01T06:30:00.000Z');
    expect(await number()).toBe('RD-2026-0001');
    here.setNow('2026-07-01T07:30:00.000Z');
    expect(await number()).toBe('RD-2027-0001');
    expect(await number()).toBe('RD-2027-0002');
    here.setNow('2027-06-30T20:00:00.000Z');
    expect(await number()).toBe('RD-2027-0003');
    here.setNow('2027-07-01T20:00:00.000Z');
    expect(await number()).toBe('RD-2028-0001');
  });

  test('starts its calendar from the public holidays of its state', async () => {
    const here = aDesk();
    const days = await here.gives('calendar.holidays', { state: 'CA', year: 2026 });
    expect(days).toContainEqual({ on: '2026-11-26', label: 'Thanksgiving Day' });
    expect(days).toContainEqual({ on: '2026-03-31', label: 'César Chávez Day' });
    expect(days.map((d) => d.on)).toEqual([...new Set(days.map((d) => d.on))].sort());
    // What people call a holiday, but no office closes for.
    expect(days.map((d) => d.label).filter((label) => /Mother|Valentine|Tax|Election/.test(label))).toEqual([]);
    expect((await here.gives('calendar.holidays', { state: 'OR', year: 2026 })).map((d) => d.label)).not.toContain(
      'César Chávez Day',
    );
  });

  test('has its own clock', async () => {
    const here = await anOpenDesk({ office: { timeZone: 'America/New_York' } });
    expect(await here.gives('app.clock', {})).toEqual({ day: '2026-09-30', time: '12:00' });
  });
});

describe('a register that was changed from outside', () => {
  test('is found out behind the window, and only read from then on', async () => {
    const here = await anOpenDesk();
    await here.desk.close();
    await moreThanTheStartLooksAt(path.join(here.folder, 'register'));
    tamper(here, `UPDATE entry SET person = 'somebody' WHERE seq = 2`);
    const next = aDesk(here.folder);
    await next.desk.open();
    const status = await checked(next);
    expect(status).toMatchObject({
      register: 'open',
      readOnly: true,
      check: 'failed',
      checkDetail: expect.stringMatching(/^Entry 2 — a student, saved by somebody on .* outside Refund Desk/) as string,
    });
    expect(next.told.filter((t) => t.name === 'status').at(-1)?.data).toEqual(status);
    const failure = await next.refuses('student.save', { requestId: id(), student: aStudent() });
    expect(failure.kind).toBe('register-damaged');
    expect(sayFailure(failure).next).toMatch(/restore the newest backup/);
    // Everything can still be looked at.
    expect(await next.gives('student.find', { text: 'garc', limit: 5 })).toHaveLength(1);
    expect(await next.gives('register.verify', {})).toMatchObject({ firstBroken: 2 });
  });

  test('at its end is found out before the window opens', async () => {
    const here = await anOpenDesk();
    await here.desk.close();
    tamper(here, `UPDATE entry_content SET content = replace(content, 'Alder', 'Elder')`);
    const next = aDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status()).toMatchObject({ register: 'open', readOnly: true, check: 'failed' });
    expect(await next.refuses('draft.save', { key: 'form', text: 'x' })).toMatchObject({ kind: 'register-damaged' });
  });

  test('is found out by a look at a damaged page: that is said, is no bug, and stops all writing', async () => {
    const here = await anOpenDesk();
    await here.desk.close();
    const { db } = filesOf(path.join(here.folder, 'register'));
    const file = new Database(db, { readonly: true });
    const page = Number(file.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'student'`).pluck().get());
    file.close();
    const bytes = readFileSync(db);
    bytes.fill(0x55, (page - 1) * 4096, page * 4096);
    writeFileSync(db, bytes);
    const next = aDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status().readOnly).toBe(false);
    const failure = await next.refuses('student.get', { id: here.student.id });
    expect(failure).toEqual({ kind: 'register-damaged', path: db, detail: 'SQLite finds its file malformed.' });
    expect(next.desk.status()).toMatchObject({ register: 'open', readOnly: true, failure });
    expect(await next.refuses('draft.save', { key: 'form', text: 'x' })).toEqual(failure);
  });

  test('in its triggers is found out', async () => {
    const here = await anOpenDesk();
    await here.desk.close();
    const db = new Database(filesOf(path.join(here.folder, 'register')).db);
    db.exec('DROP TRIGGER entry_never_goes');
    db.close();
    const next = aDesk(here.folder);
    await next.desk.open();
    expect(await checked(next)).toMatchObject({
      readOnly: true,
      checkDetail: 'Its tables or triggers were changed from outside.',
    });
  });

  test('passes its check while nothing was', async () => {
    const here = await anOpenDesk();
    expect(await checked(here)).toMatchObject({ check: 'passed', readOnly: false });
  });
});

describe('backups', () => {
  test('are made on demand and at closing where something changed, and restored with an entry that says so', async () => {
    const here = await anOpenDesk();
    expect(here.desk.status().backedUpAt).toBeNull();
    const made = await here.gives('register.backUp', {});
    expect(here.desk.status().backedUpAt).toBe(made.at);
    here.setNow('2026-09-30T17:00:00.000Z');
    await here.gives('case.save', saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)));
    const before = await here.gives('register.verify', {});
    await here.desk.close();

    const keeper = aDesk(here.folder, {}, someone('administrator'));
    keeper.setNow('2026-09-30T18:00:00.000Z');
    await keeper.desk.open();
    expect((await keeper.gives('register.backups', {})).map((b) => [b.at, b.entries])).toEqual([
      ['2026-09-30T17:00:00.000Z', 6],
      [made.at, 3],
    ]);
    const status = await keeper.gives('register.restore', { name: made.name });
    expect(status).toMatchObject({ register: 'open', readOnly: false, entries: 4 });
    await expect(keeper.refuses('register.restore', { name: '../register.db' })).resolves.toEqual({
      kind: 'not-found',
      what: 'That backup',
    });
    await keeper.desk.close();
    const next = aDesk(here.folder);
    await next.desk.open();
    expect((await next.gives('search.all', { text: 'garc' })).cases).toEqual([]);
    expect((await next.gives('search.all', { text: 'garc' })).students).toHaveLength(1);
    const { undo } = await next.gives('action.last', {});
    // The restoring itself stays for good; what was done before it can be undone as ever.
    expect(undo?.label).toBe('saving the course EXT 204-02');
    const db = filesOf(path.join(next.folder, 'register'));
    expect(existsSync(db.quarantine)).toBe(true);
    expect(before.head?.seq).toBe(6);
    expect(await next.gives('register.verify', {})).toMatchObject({ entries: 4, firstBroken: null, rowsDiffering: 0 });
    await next.desk.close();
    const content = new Database(db.db, { readonly: true })
      .prepare('SELECT content FROM entry_content WHERE seq = 4')
      .pluck()
      .get();
    expect(JSON.parse(String(content))).toEqual({ backup: made.name, head: before.head });
  });

  test('are not made again at closing where nothing changed', async () => {
    const here = await anOpenDesk();
    await here.gives('register.backUp', {});
    await here.desk.close();
    const next = aDesk(here.folder);
    await next.desk.open();
    await next.desk.close();
    expect(readdirSync(filesOf(path.join(here.folder, 'register')).backups)).toHaveLength(1);
  });
});

describe('a register that cannot be opened', () => {
  test('has its reason, can be tried again, and is never taken for a new office', async () => {
    const here = await anOpenDesk();
    await here.desk.close();
    const { db } = filesOf(path.join(here.folder, 'register'));
    const bytes = readFileSync(db);
    rmSync(db);
    const next = aDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status()).toMatchObject({
      register: 'failed',
      failure: { kind: 'register-missing', path: db },
      path: db,
    });
    expect(await next.refuses('register.retry', {})).toEqual({ kind: 'register-missing', path: db });
    writeFileSync(db, bytes);
    expect(await next.gives('register.retry', {})).toMatchObject({ register: 'open', readOnly: false });
  });

  test('can be restored from its backups', async () => {
    const here = await anOpenDesk();
    await here.desk.close();
    const files = filesOf(path.join(here.folder, 'register'));
    writeFileSync(files.db, Buffer.alloc(16_384, 3));
    const next = aDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status()).toMatchObject({ register: 'failed', failure: { kind: 'register-damaged' } });
    const [newest] = await next.gives('register.backups', {});
    expect(await next.gives('register.restore', { name: newest?.name ?? '' })).toMatchObject({
      register: 'open',
      readOnly: false,
    });
    expect(await next.gives('student.find', { text: 'garc', limit: 5 })).toHaveLength(1);
  });
});

test('the sample office is opened beside the office’s own register, and left again', { timeout: 90_000 }, async () => {
  const here = await anOpenDesk();
  const [status, again] = await Promise.all([
    here.gives('register.openSample', {}),
    here.gives('register.openSample', {}),
  ]);
  expect(status).toMatchObject({ register: 'open', sample: true, readOnly: false });
  expect(again.entries).toBe(status.entries);
  const list = await here.gives('case.list', {
    filter: noFilter,
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 100,
  });
  expect(list.total).toBeGreaterThan(60);
  // Every stage, and everything that a policy can say of a form.
  expect([...new Set(list.rows.map((r) => r.state))].sort()).toEqual(['decided', 'held', 'undone']);
  const outcomes = new Set(list.rows.map((r) => r.outcome));
  for (const outcome of ['refund', 'none', 'refer', 'incomplete', 'not-official', 'petition-required', 'refused']) {
    expect([outcome, outcomes.has(outcome)]).toEqual([outcome, true]);
  }
  const { counts } = await here.gives('letter.list', { text: '', state: null, sort: 'number', offset: 0, limit: 5 });
  expect([counts.ready > 0, counts.printed > 0, counts.mailed > 0]).toEqual([true, true, true]);
  expect(await here.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  await here.desk.close();

  // It is what was open last, until it is left.
  const next = aDesk(here.folder);
  await next.desk.open();
  expect(next.desk.status()).toMatchObject({ register: 'open', sample: true });
  expect(await next.gives('register.closeSample', {})).toMatchObject({ register: 'open', sample: false, entries: 3 });
});

test('another register is opened and remembered; one that is not there is refused', async () => {
  const here = await anOpenDesk();
  await here.desk.close();
  const other = aDesk();
  other.choose(null);
  expect(await other.refuses('register.openOther', {})).toEqual({ kind: 'cancelled' });
  const empty = someFolder();
  other.choose(empty);
  expect(await other.refuses('register.openOther', {})).toMatchObject({ kind: 'register-missing' });
  other.choose(path.join(here.folder, 'register'));
  expect(await other.gives('register.openOther', {})).toMatchObject({ register: 'open', entries: 3 });
  // A wrong folder leaves the open one open.
  other.choose(empty);
  expect(await other.refuses('register.openOther', {})).toMatchObject({ kind: 'register-missing' });
  const broken = someFolder();
  writeFileSync(filesOf(broken).db, 'not a register'.repeat(1000));
  other.choose(broken);
  expect(await other.refuses('register.openOther', {})).toMatchObject({ kind: 'register-not-ours' });
  expect(other.desk.status()).toMatchObject({ register: 'open', failure: null, entries: 3 });
  await other.desk.close();
  const next = aDesk(other.folder);
  await next.desk.open();
  expect(next.desk.status().path).toBe(filesOf(path.join(here.folder, 'register')).db);
});

test('a copy is saved from a backup that was checked, never from the live file', async () => {
  const here = await anOpenDesk();
  expect(await here.gives('register.saveCopy', {})).toEqual({
    path: path.join(here.folder, 'refund-desk-2026-09-30.db'),
  });
  expect(await here.gives('register.backups', {})).toHaveLength(1);
});

test('a register that cannot be remembered for the next start is open all the same, and that is said', async () => {
  const here = aDesk();
  // A file stands where the folder of the settings would be.
  writeFileSync(path.join(here.folder, 'settings'), '');
  const failure = await here.refuses('register.create', { requestId: id(), office: anOffice(), terms: [] });
  expect(failure).toMatchObject({ kind: 'disk-read-only', path: path.join(here.folder, 'settings', 'register.json') });
  expect(here.desk.status().register).toBe('open');
});

test('settings that were cut short are as good as none', async () => {
  const here = aDesk();
  mkdirSync(path.join(here.folder, 'settings'));
  writeFileSync(path.join(here.folder, 'settings', 'register.json'), '{"registerFolder": "/nowh');
  const next = aDesk(here.folder);
  await next.desk.open();
  expect(next.desk.status().register).toBe('none');
});

/** A register with so many later entries that the first ones are only checked behind the window. */
async function moreThanTheStartLooksAt(folder: string): Promise<void> {
  const opened = await openRegister(folder, now);
  if (!opened.ok) throw new Error(opened.failure.kind);
  opened.value.act({ id: id(), call: 'test', input: 0, person: 'jrivera', at: now }, (write) => {
    for (let i = 0; i <= checkedBeforeWindow; i += 1) {
      const term = aTerm({ name: `Term ${i}` });
      write.entry('term.saved', term.id, term);
    }
    return ok(null);
  });
  opened.value.close();
}

function tamper(here: DeskHere, statement: string): void {
  const db = new Database(filesOf(path.join(here.folder, 'register')).db);
  db.exec('DROP TRIGGER entry_never_changes; DROP TRIGGER entry_content_never_changes');
  db.exec(statement);
  db.close();
}
