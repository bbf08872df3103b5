import path from 'node:path';
import type { LevelOption, NodeLogger } from 'electron-log';

/**
 * The log for IT: what happened, when, never about whom. Whoever writes to it names an event in fixed words; of an
 * error it keeps kind, code and place, and leaves out its message, which may quote what somebody typed.
 */
export const log = {
  warn: (event: string): void => write('warn', event),
  error: (event: string, error: unknown): void => write('error', event, traceOf(error)),
};

type Place = { readonly folder: string; readonly terminal: LevelOption };
let place: Place | null = null;
let opened: Promise<NodeLogger> | null = null;

/** Sends the log to `refund-desk.log` in that folder, at most 1 MB and one older file, and, where the app is not packaged, to the terminal too. */
export function keepLog(folder: string, packaged: boolean): void {
  place = { folder, terminal: packaged ? false : 'warn' };
  process.on('uncaughtException', (error) => log.error('uncaught in main', error));
  process.on('unhandledRejection', (error) => log.error('unhandled in main', error));
}

function write(level: 'warn' | 'error', ...said: readonly string[]): void {
  // Loaded with the first line there is to write: most days there is none, and no start has to wait for it.
  opened ??= open(place);
  void opened.then((logger) => logger[level](...said));
}

async function open(at: Place | null): Promise<NodeLogger> {
  const { default: logger } = await import('electron-log/node');
  logger.transports.console.level = at?.terminal ?? 'warn';
  logger.transports.file.level = at === null ? false : 'info';
  logger.transports.file.maxSize = 1024 * 1024;
  if (at !== null) logger.transports.file.resolvePathFn = () => path.join(at.folder, 'refund-desk.log');
  return logger;
}

/** An error without its message: its name, its code where it has one, and where in the program it arose. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text));
  return [`${error.name}${code}`, ...places].join('\n');
}
