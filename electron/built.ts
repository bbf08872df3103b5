import path from 'node:path';
import { app } from 'electron';

/** Where a part of the built app lies: the preload script, the window's files. */
export function built(part: string): string {
  return path.join(app.getAppPath(), 'dist', part);
}
