import type { Failure } from '../shared/errors';

/** What SQLite or the file system reported, as a failure that a person can meet; null where it is a bug of ours. The only place that knows their codes. */
export function failureOf(error: unknown, path: string): Failure | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (code.startsWith('SQLITE_IOERR')) return { kind: 'disk-error', path };
  if (code.startsWith('SQLITE_READONLY')) return { kind: 'disk-read-only', path };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'register-busy', path };
  if (code.startsWith('SQLITE_CANTOPEN')) return { kind: 'register-missing', path };
  if (code.startsWith('SQLITE_CORRUPT') || isMalformed(error)) {
    return { kind: 'register-damaged', path, detail: 'SQLite finds its file malformed.' };
  }
  switch (code) {
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { kind: 'disk-full', path };
    case 'SQLITE_NOTADB':
      return { kind: 'register-not-ours', path };
    case 'SQLITE_NOMEM':
    case 'ENOMEM':
      return { kind: 'no-memory' };
    case 'SQLITE_AUTH':
    case 'SQLITE_PERM':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'disk-read-only', path };
    case 'EIO':
    case 'ENXIO':
      return { kind: 'disk-error', path };
    case 'EBUSY':
      return { kind: 'register-busy', path };
    case 'EEXIST':
      return { kind: 'register-exists', path };
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'register-missing', path };
    default:
      return null;
  }
}

/** Damage that SQLite reports under no code of its own: a schema or a header that was overwritten. */
function isMalformed(error: unknown): boolean {
  return (
    error instanceof Error &&
    codeOf(error) === 'SQLITE_ERROR' &&
    /unsupported file format|tokenizer|malformed|vtable constructor/.test(error.message)
  );
}

/** Whether trying again in a moment may help: another program (a virus scanner, an indexer) has the file in its hands. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code === null) return false;
  return [
    'SQLITE_BUSY',
    'SQLITE_LOCKED',
    'SQLITE_CANTOPEN',
    'SQLITE_READONLY',
    'SQLITE_IOERR',
    'EBUSY',
    'EACCES',
    'EPERM',
  ].some((c) => code.startsWith(c));
}

/** The code that SQLite or the file system gave an error, or null. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
