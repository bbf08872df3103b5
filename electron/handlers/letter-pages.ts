import type { LetterRow } from '../../shared/contract/rows';
import type { Failure } from '../../shared/errors';
import { fail, ok, type Result } from '../../shared/result';
import type { Page } from '../desktop';
import type { OpenContext } from './context';
import { keptOf, type PlannedLetter } from './letter-making';

/** A planned letter as a page. */
export function pageOf({ html, title, language }: PlannedLetter['made']): Page {
  return { html, title, language };
}

/** A letter's page as it was made; null where there is no such letter or its page is not what was kept. */
export function keptPage(id: string, register: OpenContext['register']): Page | null {
  const letter = register.letters.get(id);
  const html = letter === null ? null : register.kept.document(keptOf(letter).htmlHash);
  return letter === null || html === null
    ? null
    : { html: new TextDecoder().decode(html), title: letter.title, language: letter.language };
}

/** The kept pages of letters that may go out, in the order asked for. */
export function printable(ids: readonly string[], { register }: OpenContext): Result<readonly Page[]> {
  const pages: Page[] = [];
  for (const id of ids) {
    const row = register.letters.row(id);
    const page = keptPage(id, register);
    if (row === null || page === null) return fail({ kind: 'not-found', what: 'That letter' });
    const refused = staysHere(row);
    if (refused !== null) return fail(refused);
    pages.push(page);
  }
  return ok(pages);
}

/** Why a letter does not go out: it is void, or waits for an address. */
export function staysHere(row: LetterRow): Failure | null {
  if (row.state === 'needs-address') return { kind: 'no-address', student: row.studentName };
  if (row.state !== 'voided') return null;
  const message = `${row.number} for ${row.studentName} is void.`;
  return { kind: 'wrong-state', message, next: 'Make the letter of the case as it stands now.' };
}
