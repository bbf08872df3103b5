import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../db/chain';
import { attachmentLimit } from '../../shared/register/petition';
import type { ChosenFile } from '../../electron/desktop';
import { id } from '../db/records';
import { aDesk, someone } from './desk-here';
import { aCaseBy, aDeskOfThree, aPetition } from './petitions-here';

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`, 'latin1');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const tiffs = [Buffer.from([0x49, 0x49, 0x2a, 0x00, 1]), Buffer.from([0x4d, 0x4d, 0x00, 0x2a, 1])];

const file = (name: string, bytes: Uint8Array) => ({ name, base64: Buffer.from(bytes).toString('base64') });

async function aCaseWithPapers() {
  const dialog = { chosen: null as ChosenFile | null, asked: 0, saved: new Map<string, Uint8Array>() };
  const here = await aDeskOfThree({
    paper: {
      chooseFile: () => {
        dialog.asked += 1;
        return Promise.resolve(dialog.chosen);
      },
      saveAs: (name, bytes) => {
        dialog.saved.set(name, bytes);
        return Promise.resolve(name);
      },
    },
  });
  const a = await aCaseBy(here);
  const adding = (given: { name: string; base64: string } | null, other: { petitionId?: string | null } = {}) => ({
    requestId: id(),
    caseId: a.caseId,
    petitionId: null,
    what: 'form' as const,
    file: given,
    ...other,
  });
  return { ...here, ...a, dialog, adding };
}

describe('a paper kept with a case', () => {
  test('lies sealed in the register under the hash of what it is, and comes back byte for byte', async () => {
    const here = await aCaseWithPapers();
    const secret = 'a diagnosis that nobody else reads';
    const bytes = pdf(secret);
    const hash = sha256(bytes).toString('hex');
    const kept = await here.gives('attachment.add', here.adding(file('Petition form.pdf', bytes)));
    expect(kept).toMatchObject({
      hash,
      name: 'Petition form.pdf',
      media: 'application/pdf',
      bytes: bytes.length,
      person: 'kim',
    });
    const back = await here.gives('attachment.get', { caseId: here.caseId, hash });
    expect(Buffer.from(back.base64, 'base64').equals(bytes)).toBe(true);
    expect(await here.gives('attachment.save', { caseId: here.caseId, hash })).toEqual({ path: 'Petition form.pdf' });
    expect(Buffer.from(here.dialog.saved.get('Petition form.pdf') ?? []).equals(bytes)).toBe(true);
    await here.desk.close();
    const onDisk = readFileSync(path.join(here.desktop.registerFolder, 'register.db'));
    expect(onDisk.includes(hash)).toBe(true);
    expect(onDisk.includes(secret)).toBe(false);
  });

  test('is in the backups, and is there again when one is restored', async () => {
    const here = await aCaseWithPapers();
    const bytes = pdf('kept');
    const { hash } = await here.gives('attachment.add', here.adding(file('a.pdf', bytes)));
    here.as('max');
    const backup = await here.gives('register.backUp', {});
    await here.gives('attachment.remove', { requestId: id(), caseId: here.caseId, hash, why: 'Of another student.' });
    const [before] = await here.gives('attachment.list', { caseId: here.caseId });
    expect(before?.removed).toBe('Of another student.');
    await here.desk.close();
    const again = aDesk(here.folder, {}, someone('administrator', 'ada'));
    await again.desk.open();
    await again.gives('register.restore', { name: backup.name });
    await again.desk.close();
    const third = aDesk(here.folder, {}, someone('clerk', 'kim'));
    await third.desk.open();
    expect(await third.gives('attachment.list', { caseId: here.caseId })).toMatchObject([{ hash, removed: null }]);
    const back = await third.gives('attachment.get', { caseId: here.caseId, hash });
    expect(Buffer.from(back.base64, 'base64').equals(bytes)).toBe(true);
  });

  test('is told by its first bytes, whatever it is called', async () => {
    const here = await aCaseWithPapers();
    const media = async (name: string, bytes: Uint8Array) =>
      (await here.gives('attachment.add', here.adding(file(name, bytes)))).media;
    expect(await media('scan.exe', png)).toBe('image/png');
    expect(await media('b.jpg', jpeg)).toBe('image/jpeg');
    for (const [i, tiff] of tiffs.entries()) expect(await media(`${i}.tif`, tiff)).toBe('image/tiff');
    const png2 = await here.gives('attachment.list', { caseId: here.caseId });
    await here.gives('attachment.save', { caseId: here.caseId, hash: png2[0]?.hash ?? '' });
    expect([...here.dialog.saved.keys()]).toEqual(['scan.exe.png']);
    for (const wrong of [Buffer.from('MZ\u0090'), Buffer.from(' %PDF-1.7'), png.subarray(0, 7), Buffer.from('<svg/>')])
      expect((await here.problems('attachment.add', here.adding(file('scan.pdf', wrong)))).file).toBe(
        '“scan.pdf” is no PDF, PNG, JPEG or TIFF, whatever it is called. Scan or save it as one of them.',
      );
    expect((await here.problems('attachment.add', here.adding(file('empty.pdf', new Uint8Array())))).file).toBe(
      '“empty.pdf” is empty. Scan it again.',
    );
  });

  test('weighs 10 MB at most, to the byte', async () => {
    const here = await aCaseWithPapers();
    const of = (size: number) => {
      const bytes = Buffer.alloc(size, 32);
      pdf('').copy(bytes);
      return bytes;
    };
    const most = await here.gives('attachment.add', here.adding(file('most.pdf', of(attachmentLimit))));
    expect(most.bytes).toBe(10_000_000);
    expect((await here.problems('attachment.add', here.adding(file('more.pdf', of(attachmentLimit + 1))))).file).toBe(
      '“more.pdf” weighs more than 10 MB. Scan it in gray, or at 200 dots an inch.',
    );
    const far = await here.problems('attachment.add', here.adding(file('far.pdf', of(attachmentLimit + 100))));
    expect(Object.values(far)[0]).toMatch(/10 MB/);
  });

  test.each([
    '../register.db',
    '..\\register.db',
    'a/b.pdf',
    'C:scan.pdf',
    'C:\\scan.pdf',
    '/etc/passwd',
    'a..b.pdf',
    'CON',
    'nul.pdf',
    'com1.pdf',
    'a\u0000.pdf',
    'a\n.pdf',
    'a\u202efdp.exe',
    'a.pdf ',
    'a.pdf.',
    'a:stream.pdf',
    '',
    '   ',
    `${'a'.repeat(117)}.pdf`,
  ])('is refused under the name %j', async (name) => {
    const here = await aCaseWithPapers();
    const before = here.desk.status().entries;
    expect(Object.keys(await here.problems('attachment.add', here.adding(file(name, pdf('x')))))).toEqual(['file']);
    expect(here.desk.status().entries).toBe(before);
  });

  test('comes once a case, and forty to a case', async () => {
    const here = await aCaseWithPapers();
    const bytes = (n: number) => pdf(`number ${n}`);
    const first = await here.gives('attachment.add', here.adding(file('0.pdf', bytes(0))));
    expect((await here.problems('attachment.add', here.adding(file('again.pdf', bytes(0))))).file).toBe(
      'The same file is kept with RD-2026-0001 already, as “0.pdf”.',
    );
    for (let n = 1; n < 40; n += 1) await here.gives('attachment.add', here.adding(file(`${n}.pdf`, bytes(n))));
    expect((await here.problems('attachment.add', here.adding(file('40.pdf', bytes(40))))).file).toBe(
      'RD-2026-0001 has 40 papers already. Put several pages into one PDF.',
    );
    // One that was taken out makes room, stays to be seen, and may come back.
    const out = { requestId: id(), caseId: here.caseId, hash: first.hash, why: 'Not legible.' };
    await here.gives('attachment.remove', out);
    expect(await here.refuses('attachment.remove', { ...out, requestId: id() })).toMatchObject({ kind: 'wrong-state' });
    await here.gives('attachment.get', { caseId: here.caseId, hash: first.hash });
    await here.gives('attachment.add', here.adding(file('0 better.pdf', bytes(0))));
    expect(await here.gives('attachment.list', { caseId: here.caseId })).toHaveLength(40);
  });

  test('belongs to its case alone, or to a petition of that', async () => {
    const here = await aCaseWithPapers();
    const other = await aCaseBy(here);
    const { hash } = await here.gives('attachment.add', here.adding(file('a.pdf', pdf('a'))));
    expect(await here.refuses('attachment.get', { caseId: other.caseId, hash })).toMatchObject({ kind: 'not-found' });
    const petition = aPetition({ kind: 'retroactive' });
    const opened = await here.gives('petition.open', { requestId: id(), caseId: other.caseId, petition });
    const wrong = here.adding(file('b.pdf', pdf('b')), { petitionId: opened.row.id });
    expect(await here.refuses('attachment.add', wrong)).toMatchObject({ kind: 'not-found' });
    await here.gives('attachment.add', { ...wrong, requestId: id(), caseId: other.caseId });
    const view = await here.gives('petition.get', { id: opened.row.id });
    expect(view.attachments).toMatchObject([{ name: 'b.pdf', petitionId: opened.row.id }]);
  });

  test('is chosen in the system’s dialog by its own name alone, and asked for once a request', async () => {
    const here = await aCaseWithPapers();
    const bytes = pdf('chosen');
    expect(await here.refuses('attachment.add', here.adding(null))).toEqual({ kind: 'cancelled' });
    here.dialog.chosen = {
      name: '/home/kim/Envelope: front.pdf',
      bytes: bytes.length,
      read: () => Promise.resolve(bytes),
    };
    const asked = here.adding(null);
    const kept = await here.gives('attachment.add', asked);
    expect(kept.name).toBe('Envelope- front.pdf');
    expect(await here.gives('attachment.add', asked)).toEqual(kept);
    expect(here.dialog.asked).toBe(2);
    let read = 0;
    here.dialog.chosen = {
      name: 'huge.pdf',
      bytes: attachmentLimit + 1,
      read: () => Promise.resolve(((read += 1), null)),
    };
    expect((await here.problems('attachment.add', here.adding(null))).file).toMatch(/more than 10 MB/);
    expect(read).toBe(0);
    here.dialog.chosen = { name: 'gone.pdf', bytes: 5, read: () => Promise.resolve(null) };
    expect((await here.problems('attachment.add', here.adding(null))).file).toMatch(/could not be read/);
  });
});
