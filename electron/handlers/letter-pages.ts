import type { LetterRow } from '../../shared/contract/rows';
import type { Failure } from '../../shared/errors';
import { fail, ok, type Result } from '../../shared/result';
import type { ManyPages, Page } from '../desktop';
import type { OpenContext } from './context';
import { keptOf, type PlannedLetter } from './letter-making';

/** A planned letter as a page. */
export function pageOf({ html, title, language }: PlannedLetter['made']): Page {
  return { html, title, language };
}

/** A planned letter as one of many pages that are made together. */
export function manyPages(made: PlannedLetter['made']): ManyPages {
  return { ...pageOf(made), pages: made.pages };
}

/** A letter's page as it was made; null where there is no such letter or its page is not what was kept. */
export function keptPage(id: string, register: OpenContext['register']): Page | null {
  const letter = register.letters.get(id);
  const html = letter === null ? null : register.kept.document(keptOf(letter).htmlHash);
  return letter === null || html === null
    ? null
    : { html: new TextDecoder().decode(html), title: letter.title, language: letter.language };
}

/** Letters that may go out, in the order asked for. */
export function goingOut(ids: readonly string[], { register }: OpenContext): Result<readonly LetterRow[]> {
  const rows: LetterRow[] = [];
  for (const id of new Set(ids)) {
    const row = register.letters.row(id);
    if (row === null) return fail({ kind: 'not-found', what: 'That letter' });
    const refused = staysHere(row);
    if (refused !== null) return fail(refused);
    rows.push(row);
  }
  return ok(rows);
}

/** Whether a letter that may go out was printed before, as it stands: printed once more, it is a copy. */
export function wasPrinted({ state }: LetterRow): boolean {
  return state !== 'ready';
}

/** That letters printed before are printed again only with a reason. */
export function reasonMissing(rows: readonly LetterRow[], why: string): Failure | null {
  const again = rows.filter(wasPrinted);
  const [first] = again;
  if (first === undefined || why !== '') return null;
  const message =
    again.length === 1
      ? `${first.number} was printed before. Say why it is printed again.`
      : `${again.length} of these letters were printed before. Say why they are printed again.`;
  return { kind: 'invalid', problems: [{ field: 'why', message }] };
}

/** Why a letter does not go out: it is void, or waits for an address. */
export function staysHere(row: LetterRow): Failure | null {
  if (row.state === 'needs-address') return { kind: 'no-address', student: row.studentName };
  if (row.state !== 'voided') return null;
  const message = `${row.number} for ${row.studentName} is void.`;
  return { kind: 'wrong-state', message, next: 'Make the letter of the case as it stands now.' };
}
