import { existsSync, mkdtempSync, realpathSync, rmdirSync, statfsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { UnsafePlace } from '../shared/errors';

/** What is asked of a PC about a folder, so that the rules can be tried for other PCs than this one. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The real path: links followed, and a mapped drive of Windows as the share that it is. */
  readonly real: (folder: string) => string;
  /** The kind of file system (Linux's magic number) and the bytes free for this person. */
  readonly volume: (folder: string) => { readonly type: number; readonly free: number };
  readonly exists: (file: string) => boolean;
};

/** This PC. */
export const thisMachine: Machine = {
  platform: process.platform,
  home: homedir(),
  env: process.env,
  real: (folder) => realpathSync.native(folder),
  volume: (folder) => {
    const { type, bavail, bsize } = statfsSync(folder);
    return { type, free: bavail * bsize };
  },
  exists: existsSync,
};

/** The least room a register asks for, in bytes. */
export const leastRoom = 200 * 1024 * 1024;

/** NFS, SMB, CIFS, SMB2, FUSE (sshfs, rclone and their like), 9p, Ceph, AFS, Coda, NCP. */
const networkFileSystems = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x00c36400, 0x5346414f, 0x73757245, 0x564c,
]);

const syncedNames =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive( .*)?|googledrive-.+|my drive|icloud ?drive|mobile documents|cloudstorage|box sync|nextcloud|owncloud|pcloud ?drive|mega ?sync)$/i;
const syncedMarks = [
  '.dropbox',
  '.dropbox.cache',
  '.stfolder',
  '.nextcloudsync.log',
  '.owncloudsync.log',
  '.tmp.drivedownload',
];

/** Why a register may not lie in a folder, or null where it may. A folder that is not there yet is judged by the nearest one that is. */
export function placeRefusal(folder: string, machine: Machine = thisMachine): UnsafePlace | null {
  const paths = machine.platform === 'win32' ? path.win32 : path.posix;
  if (!paths.isAbsolute(folder)) return 'not-a-folder';
  if (isShare(folder, machine)) return 'network';
  const there = nearest(folder, machine, paths);
  if (there === null) return 'not-a-folder';
  let real: string;
  try {
    real = machine.real(there);
  } catch {
    return 'not-writable';
  }
  if (isShare(real, machine)) return 'network';
  for (const candidate of [folder, real]) if (isSynced(candidate, machine, paths)) return 'synced';
  const volume = machine.volume(there);
  if (machine.platform === 'linux' && networkFileSystems.has(volume.type)) return 'network';
  if (volume.free < leastRoom) return 'no-space';
  return null;
}

/** Why this person cannot make files in a folder, or null where they can: one is made and taken away, since rights alone do not tell on Windows. */
export function writeRefusal(folder: string): UnsafePlace | null {
  const there = nearest(folder, thisMachine, path);
  if (there === null) return 'not-a-folder';
  if (!statSync(there).isDirectory()) return 'not-a-folder';
  try {
    rmdirSync(mkdtempSync(path.join(there, '.refund-desk-')));
    return null;
  } catch {
    return 'not-writable';
  }
}

function isShare(folder: string, { platform }: Machine): boolean {
  return platform === 'win32' && /^(\\\\|\/\/)(?![?.][\\/](?!UNC))/i.test(folder);
}

function isSynced(folder: string, { env, home, exists }: Machine, paths: path.PlatformPath): boolean {
  const roots = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']
    .map((name) => env[name])
    .filter((root) => root !== undefined && root !== '');
  if ([...roots, paths.join(home, 'Box')].some((root) => root !== undefined && isWithin(folder, root, paths)))
    return true;
  if (folder.split(/[\\/]/).some((name) => syncedNames.test(name))) return true;
  for (let above = folder; ; above = paths.dirname(above)) {
    if (syncedMarks.some((mark) => exists(paths.join(above, mark))))
      return above !== paths.resolve(home) || markedHome(above, exists, paths);
    if (above === paths.dirname(above)) return false;
  }
}

/** Dropbox keeps its own settings as `~/.dropbox`; only the other marks say that a whole home folder is synced. */
function markedHome(home: string, exists: Machine['exists'], paths: path.PlatformPath): boolean {
  return syncedMarks.some((mark) => mark !== '.dropbox' && exists(paths.join(home, mark)));
}

function isWithin(folder: string, root: string, paths: path.PlatformPath): boolean {
  const way = paths.relative(root, folder);
  return way === '' || (!way.startsWith('..') && !paths.isAbsolute(way));
}

function nearest(folder: string, { exists }: Pick<Machine, 'exists'>, paths: path.PlatformPath): string | null {
  for (let there = folder; ; there = paths.dirname(there)) {
    if (exists(there)) return there;
    if (there === paths.dirname(there)) return null;
  }
}
