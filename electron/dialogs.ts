import { copyFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { ChosenFile } from './desktop';
import { fileNameOf } from './file-name';
import { writeWhole } from './whole-file';

/** The system's own dialogs, above our window. The renderer never names a path; the person does, here. */
export type Dialogs = {
  chooseFolder(): Promise<string | null>;
  chooseFile(what: string, extensions: readonly string[]): Promise<ChosenFile | null>;
  saveAs(name: string, bytes: Uint8Array): Promise<string | null>;
  saveCopyOf(source: string, name: string): Promise<string | null>;
};

/** Dialogs over the window that `owner` gives, or over none while there is no window. */
export function createDialogs(owner: () => BrowserWindow | null): Dialogs {
  const ask = async (name: string): Promise<string | null> => {
    const safe = fileNameOf(name);
    const options = { defaultPath: path.join(app.getPath('documents'), safe), filters: filtersOf(safe) };
    const window = owner();
    const answer =
      window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  };
  return {
    async chooseFolder() {
      const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
      const window = owner();
      const answer =
        window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async chooseFile(what, extensions) {
      const options = { properties: ['openFile' as const], filters: [{ name: what, extensions: [...extensions] }] };
      const window = owner();
      const answer =
        window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
      const [file] = answer.filePaths;
      return answer.canceled || file === undefined ? null : fileAt(file);
    },
    async saveAs(name, bytes) {
      const target = await ask(name);
      if (target !== null) await writeWhole(target, bytes);
      return target;
    },
    async saveCopyOf(source, name) {
      const target = await ask(name);
      if (target !== null) await copyFile(source, target);
      return target;
    },
  };
}

function filtersOf(name: string): { name: string; extensions: string[] }[] {
  const extension = path.extname(name).slice(1);
  return extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
}

/** A file by its path; one that is gone or may not be read has no size, and nothing comes of reading it. */
async function fileAt(file: string): Promise<ChosenFile> {
  const known = await stat(file).catch(() => null);
  return { name: path.basename(file), bytes: known?.size ?? 0, read: () => readFile(file).catch(() => null) };
}
