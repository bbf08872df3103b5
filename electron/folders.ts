import path from 'node:path';

/** Where everything of this PC lies: all of it below one folder of the person's own that no profile roams with. Absolute paths. */
export type Folders = {
  /** Where a new register is proposed. */
  readonly register: string;
  /** The app's own settings: which register was open, where the window stood. */
  readonly settings: string;
  /** What the window's engine keeps for itself; nothing of a student is in it. */
  readonly engine: string;
  readonly logs: string;
};

/** The file among the settings that says which register was open last; before set-up there is none. */
export const lastOpen = 'register.json';

/** Which register will be opened: the office's own, at which somebody signs in; the sample's, whose supervisor sits there by itself; none before set-up. */
export type Expected = 'own' | 'sample' | null;

/** The variable with which IT can name another folder for everything, for one person or for the whole PC. */
export const folderVariable = 'REFUND_DESK_DATA';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The folders of this PC: below the folder that IT named in `REFUND_DESK_DATA` (absolute, else it is passed over), or else the machine-local one of the platform. */
export function foldersOf(machine: Machine): Folders {
  const paths = machine.platform === 'win32' ? path.win32 : path.posix;
  const named = machine.env[folderVariable];
  const root = named !== undefined && paths.isAbsolute(named) ? named : localFolder(machine);
  return {
    register: paths.join(root, 'register'),
    settings: paths.join(root, 'settings'),
    engine: paths.join(root, 'engine'),
    logs: paths.join(root, 'logs'),
  };
}

function localFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') {
    // Never %APPDATA%: it roams, and a policy may have moved it to a share.
    return path.win32.join(env.LOCALAPPDATA ?? path.win32.join(home, 'AppData', 'Local'), 'RefundDesk');
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Refund Desk');
  return path.posix.join(absolute(env.XDG_DATA_HOME) ?? path.posix.join(home, '.local', 'share'), 'refund-desk');
}

/** The XDG rules pass over a relative folder. */
function absolute(folder: string | undefined): string | null {
  return folder !== undefined && path.posix.isAbsolute(folder) ? folder : null;
}
