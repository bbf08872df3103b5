import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { saveSeparately } from '../../electron/separate-files';
import { writeFresh, writeWhole } from '../../electron/whole-file';
import { sayFailure } from '../../shared/errors';
import { emptyAddress } from '../../shared/register/fields';
import { id } from '../db/records';
import { someFolder } from '../electron/desk-here';
import { aDeskWithPaper, make } from './desk-with-paper';
import { wordsOf } from './samples';

/** A letter that was printed on the 30th and mailed. */
async function aMailedLetter() {
  const here = await aDeskWithPaper();
  const letter = await make(here, (await here.decide()).row.id);
  await here.gives('letter.markPrinted', { requestId: id(), ids: [letter.id] });
  await here.gives('letter.markMailed', { requestId: id(), ids: [letter.id] });
  here.setNow('2026-10-14T17:00:00.000Z');
  const back = (other: Partial<Parameters<typeof here.gives<'letter.cameBack'>>[1]> = {}) => ({
    requestId: id(),
    id: letter.id,
    on: '2026-10-14',
    why: 'undeliverable' as const,
    note: '',
    ...other,
  });
  const again = () => ({ requestId: id(), id: letter.id });
  const move = (line1: string) =>
    here.gives('student.save', {
      requestId: id(),
      student: { ...here.student, address: { ...here.student.address, line1 } },
    });
  return { ...here, letter, back, again, move };
}

describe('a letter that came back', () => {
  it('is recorded with its day and why, and counted on Today', async () => {
    const here = await aMailedLetter();
    const row = await here.gives('letter.cameBack', here.back({ note: 'No such number.' }));
    expect(row).toMatchObject({
      state: 'came-back',
      cameBackOn: '2026-10-14',
      cameBackWhy: 'undeliverable',
      cameBackNote: 'No such number.',
      studentId: here.student.id,
    });
    expect(await here.gives('today.counts', {})).toMatchObject({ lettersCameBack: 1 });
    expect(await here.refuses('letter.cameBack', here.back())).toMatchObject({
      kind: 'wrong-state',
      message: 'It is recorded already that L-000001 came back.',
    });
  });

  it('came back on a day from its printing to today', async () => {
    const here = await aMailedLetter();
    const problem = async (on: string) => (await here.problems('letter.cameBack', here.back({ on }))).on;
    expect(await problem('2026-10-15')).toMatch(/^This day is in the future/);
    expect(await problem('2026-09-29')).toBe(
      'L-000001 was printed on Wed, Sep 30, 2026; it cannot have come back before.',
    );
    expect(await here.gives('letter.cameBack', here.back({ on: '2026-09-30' }))).toMatchObject({ state: 'came-back' });
  });

  it('must have gone out before', async () => {
    const here = await aDeskWithPaper();
    const letter = await make(here, (await here.decide()).row.id);
    expect(
      await here.refuses('letter.cameBack', {
        requestId: id(),
        id: letter.id,
        on: '2026-09-30',
        why: 'lost',
        note: '',
      }),
    ).toMatchObject({ kind: 'wrong-state', message: 'L-000001 has not gone out.' });
  });

  it('goes out again to the student’s new address, not to the one from which it came back', async () => {
    const here = await aMailedLetter();
    expect(await here.refuses('letter.sendAgain', here.again())).toMatchObject({ kind: 'wrong-state' });
    await here.gives('letter.cameBack', here.back({ why: 'moved' }));
    expect(await here.refuses('letter.sendAgain', here.again())).toMatchObject({
      kind: 'wrong-state',
      message: 'The address of García-López, María is still the one from which L-000001 came back.',
      next: 'Correct the address on the student, then send the letter again.',
    });
    await here.gives('student.save', { requestId: id(), student: { ...here.student, address: emptyAddress } });
    expect(await here.refuses('letter.sendAgain', here.again())).toMatchObject({ kind: 'no-address' });
    await here.move('7 Pine Ct.');
    const asked = here.again();
    const ready = await here.gives('letter.sendAgain', asked);
    expect(ready).toMatchObject({ number: 'L-000001', state: 'ready', cameBackOn: null, cameBackNote: '' });
    expect(await here.gives('letter.sendAgain', asked)).toEqual(ready);
    await here.gives('letter.open', { id: here.letter.id });
    const words = wordsOf(here.shown.at(-1)?.html ?? '');
    expect(words).toContain('7 PINE CT');
    expect(words).not.toContain('1420 ALDER');
    // The student has never had it: it is no copy, and nobody is asked why.
    await here.gives('letter.print', { ids: [here.letter.id] });
    expect(wordsOf(here.jobs.at(-1)?.[0]?.html ?? '')).not.toContain('Copy');
    await here.gives('letter.answerPrinting', { requestId: id(), printed: [here.letter.id], jammed: false });
    expect(await here.gives('letter.get', { id: here.letter.id })).toMatchObject({ state: 'printed', copies: 2 });
  });

  it.each(['lost', 'refused'] as const)('goes out again as it was where it was %s', async (why) => {
    const here = await aMailedLetter();
    await here.gives('letter.cameBack', here.back({ why }));
    expect(await here.gives('letter.sendAgain', here.again())).toMatchObject({ state: 'ready' });
  });

  it('stays back when its new page cannot be made', async () => {
    const here = await aMailedLetter();
    await here.gives('letter.cameBack', here.back({ why: 'lost' }));
    here.answers.pdf = new Error('the page did not get ready in 30 seconds');
    expect(await here.refuses('letter.sendAgain', here.again())).toMatchObject({ kind: 'printing' });
    expect(await here.gives('letter.get', { id: here.letter.id })).toMatchObject({ state: 'came-back' });
  });
});

describe('letters as separate PDFs', () => {
  it('are named by their cases, replace nothing, and mark nothing', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const second = await here.decide({ kind: 'letter' }, { enrolment: null, secondForm: true });
    const ids = [(await make(here, row.id)).id, (await make(here, second.row.id)).id];
    expect(await here.refuses('letter.saveSeparate', { ids })).toEqual({ kind: 'cancelled' });
    const folder = someFolder();
    here.choose(folder);
    expect(await here.gives('letter.saveSeparate', { ids })).toEqual({ folder, files: 2 });
    const names = ['RD-2026-0001 L-000001.pdf', 'RD-2026-0002 L-000002.pdf'];
    expect(readdirSync(folder).sort()).toEqual(names);
    const [first = ''] = names;
    expect((await PDFDocument.load(readFileSync(path.join(folder, first)))).getTitle()).toContain('Refund decision');
    expect((await here.gives('letter.get', { id: ids[0] ?? '' })).copies).toBe(0);
    // The same again are the same; another file of that name is nobody's to replace.
    expect(await here.gives('letter.saveSeparate', { ids })).toEqual({ folder, files: 2 });
    writeFileSync(path.join(folder, first), 'minutes of a meeting');
    rmSync(path.join(folder, names[1] ?? ''));
    expect(await here.refuses('letter.saveSeparate', { ids })).toMatchObject({
      kind: 'wrong-state',
      message: `Another file named ${first} is in that folder already. None was replaced, and nothing was written.`,
    });
    expect(readdirSync(folder)).toEqual([first]);
    expect(readFileSync(path.join(folder, first), 'utf8')).toBe('minutes of a meeting');
  });

  it('are those of letters that may go out', async () => {
    const here = await aDeskWithPaper();
    await here.gives('student.save', { requestId: id(), student: { ...here.student, address: emptyAddress } });
    const letter = await make(here, (await here.decide()).row.id);
    here.choose(someFolder());
    expect(await here.refuses('letter.saveSeparate', { ids: [letter.id] })).toMatchObject({ kind: 'no-address' });
  });
});

/** A disk with room for 64 KB; null where this account may make none. */
function aSmallDisk(): string | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const folder = aSmallDisk();
if (folder !== null) {
  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });
  it('a disk that fills up while PDFs are written holds whole files alone, and it is said how far it came', async () => {
    const files = [1, 2, 3, 4].map((n) => ({ name: `${n}.pdf`, bytes: () => new Uint8Array(20_000).fill(n) }));
    const saved = await saveSeparately(folder, files, () => undefined);
    if (saved.ok) throw new Error('the disk never filled');
    expect(saved.failure).toEqual({
      kind: 'files-stopped',
      path: folder,
      written: 3,
      of: 4,
      last: '3.pdf',
      full: true,
    });
    expect(sayFailure(saved.failure).meaning).toBe(
      `3 of 4 files are in ${folder}, the last one 3.pdf. No half file was left, and no letter was marked.`,
    );
    expect(readdirSync(folder).sort()).toEqual(['1.pdf', '2.pdf', '3.pdf']);
    // One more of a name that is there: what is there stays whole.
    await expect(writeWhole(path.join(folder, '1.pdf'), new Uint8Array(20_000))).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(readFileSync(path.join(folder, '1.pdf')).every((byte) => byte === 1)).toBe(true);
    rmSync(path.join(folder, '2.pdf'));
    expect(await saveSeparately(folder, files.slice(2), () => undefined)).toEqual({ ok: true, value: null });
    expect(readdirSync(folder).sort()).toEqual(['1.pdf', '3.pdf', '4.pdf']);
  });
}

describe('a full disk', () => {
  it('is said of one PDF too, where it is saved by itself', async () => {
    const here = await aDeskWithPaper();
    here.answers.save = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const letter = await make(here, (await here.decide()).row.id);
    expect(await here.refuses('letter.savePdf', { ids: [letter.id] })).toMatchObject({ kind: 'disk-full' });
    expect((await here.gives('letter.get', { id: letter.id })).copies).toBe(0);
  });
});

it('a file is taken where nothing stands, else refused', async () => {
  const file = path.join(someFolder(), 'a.pdf');
  await writeFresh(file, Uint8Array.of(1));
  await expect(writeFresh(file, Uint8Array.of(2))).rejects.toMatchObject({ code: 'EEXIST' });
  expect([...readFileSync(file)]).toEqual([1]);
  expect(readdirSync(path.dirname(file))).toEqual(['a.pdf']);
});
