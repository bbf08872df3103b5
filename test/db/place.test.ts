import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { leastRoom, placeRefusal, writeRefusal, type Machine } from '../../db/place';
import { someFolder } from './register-here';

/** A PC by what it says of its folders. */
const machine = (other: Partial<Machine>): Machine => ({
  platform: 'linux',
  home: '/home/jrivera',
  env: {},
  real: (folder) => folder,
  volume: () => ({ type: 0xef53, free: leastRoom * 10 }),
  exists: (file) => ['/', 'C:\\', 'D:\\', 'Z:\\', '\\\\?\\C:\\'].includes(file),
  ...other,
});

const windows = (other: Partial<Machine> = {}): Machine =>
  machine({ platform: 'win32', home: 'C:\\Users\\jrivera', ...other });

describe('a register may lie', () => {
  test.each([
    ['/home/jrivera/.local/share/refund-desk/register', machine({})],
    ['/srv/Boxes/register', machine({})],
    ['C:\\Users\\jrivera\\AppData\\Local\\RefundDesk\\register', windows()],
    ['\\\\?\\C:\\RefundDesk', windows()],
    ['/Users/j/Library/Application Support/Refund Desk/register', machine({ platform: 'darwin', home: '/Users/j' })],
  ])('in %s', (folder, on) => {
    expect(placeRefusal(folder, on)).toBeNull();
  });
});

describe('a register is refused on a network drive:', () => {
  test.each([
    ['NFS', 0x6969],
    ['SMB', 0x517b],
    ['CIFS', 0xff534d42],
    ['SMB2', 0xfe534d42],
    ['FUSE', 0x65735546],
    ['9p', 0x01021997],
  ])('%s', (_, type) => {
    expect(placeRefusal('/mnt/office/register', machine({ volume: () => ({ type, free: leastRoom * 10 }) }))).toBe(
      'network',
    );
  });

  test.each(['\\\\server\\share\\register', '//server/share', '\\\\?\\UNC\\server\\share'])('%s', (folder) => {
    expect(placeRefusal(folder, windows())).toBe('network');
  });

  test('a letter of a drive that stands for a share', () => {
    expect(placeRefusal('Z:\\register', windows({ real: (folder) => folder.replace('Z:', '\\\\server\\share') }))).toBe(
      'network',
    );
  });
});

describe('a register is refused in a synced folder:', () => {
  test.each([
    ['/home/jrivera/Dropbox/register', machine({})],
    ['/home/jrivera/Google Drive/office', machine({})],
    ['/home/jrivera/Nextcloud/office', machine({})],
    ['/home/jrivera/Box/office', machine({})],
    ['/Users/j/Library/Mobile Documents/com~apple~CloudDocs/office', machine({ platform: 'darwin' })],
    ['/Users/j/Library/CloudStorage/OneDrive-State/office', machine({ platform: 'darwin' })],
    ['C:\\Users\\jrivera\\OneDrive - Coastal State\\office', windows()],
    ['C:\\Users\\jrivera\\iCloudDrive\\office', windows()],
    ['D:\\Work\\register', windows({ env: { OneDriveCommercial: 'D:\\Work' } })],
  ])('%s', (folder, on) => {
    expect(placeRefusal(folder, on)).toBe('synced');
  });

  test('one that a sync program has marked, at any level above', () => {
    const marked = (mark: string) => machine({ exists: (file) => file === '/' || file === `/srv/office/${mark}` });
    expect(placeRefusal('/srv/office/a/b', marked('.stfolder'))).toBe('synced');
    expect(placeRefusal('/srv/office/a/b', marked('.dropbox.cache'))).toBe('synced');
    expect(placeRefusal('/srv/other/a/b', marked('.stfolder'))).toBeNull();
  });

  test('but not because Dropbox keeps its settings in the home folder', () => {
    const settings = machine({ exists: (file) => file === '/' || file === '/home/jrivera/.dropbox' });
    expect(placeRefusal('/home/jrivera/register', settings)).toBeNull();
  });
});

describe('a register is refused', () => {
  test('where there is too little room', () => {
    expect(placeRefusal('/srv/register', machine({ volume: () => ({ type: 0xef53, free: leastRoom - 1 }) }))).toBe(
      'no-space',
    );
  });

  test('where the place is no folder', () => {
    const folder = someFolder();
    writeFileSync(path.join(folder, 'file'), '');
    expect(writeRefusal(path.join(folder, 'file'))).toBe('not-a-folder');
    expect(placeRefusal('register', machine({}))).toBe('not-a-folder');
  });

  test('where this person may not write', () => {
    expect(writeRefusal(path.join(unwritable(), 'register'))).toBe('not-writable');
    expect(writeRefusal(path.join(someFolder(), 'register'))).toBeNull();
  });
});

/** A folder in which even this person can make nothing: root may write anywhere but in the kernel's own. */
function unwritable(): string {
  if (process.getuid?.() === 0) return '/proc';
  const folder = path.join(someFolder(), 'closed');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  return folder;
}
