import path from 'node:path';
import electronLog from 'electron-log/node';

/**
 * The log for IT: what happened, when, never about whom. Whoever writes to it names an event in fixed words; of an
 * error it keeps kind, code and place, and leaves out its message, which may quote what somebody typed.
 */
export const log = {
  info: (event: string): void => electronLog.info(event),
  warn: (event: string): void => electronLog.warn(event),
  error: (event: string, error: unknown): void => electronLog.error(event, traceOf(error)),
};

/** Sends the log to `refund-desk.log` in that folder, at most 1 MB and one older file, and, where the app is not packaged, to the terminal too. */
export function keepLog(folder: string, packaged: boolean): void {
  electronLog.transports.file.resolvePathFn = () => path.join(folder, 'refund-desk.log');
  electronLog.transports.file.maxSize = 1024 * 1024;
  electronLog.transports.file.level = 'info';
  electronLog.transports.console.level = packaged ? false : 'warn';
  process.on('uncaughtException', (error) => log.error('uncaught in main', error));
  process.on('unhandledRejection', (error) => log.error('unhandled in main', error));
}

/** An error without its message: its name, its code where it has one, and where in the program it arose. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text));
  return [`${error.name}${code}`, ...places].join('\n');
}
