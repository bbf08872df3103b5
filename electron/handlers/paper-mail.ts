import type { Input } from '../../shared/contract';
import { envelopesPage } from '../../shared/letters/envelopes';
import { labelsPage } from '../../shared/letters/labels';
import { fail, ok, type Result } from '../../shared/result';
import type { Page } from '../desktop';
import type { OpenContext } from './context';
import { keptOf } from './letter-making';
import { staysHere } from './letter-pages';

type MailPaper = Extract<Input<'paper.preview'>, { readonly kind: 'labels' | 'envelopes' }>;
type MailPage = Page & { readonly pages: number; readonly problems: readonly string[] };

/** The addresses of letters as they were kept with them, on labels or on envelopes, in the order asked for. */
export function mailPaperOf(paper: MailPaper, { register, office }: OpenContext): Result<MailPage> {
  const addresses: (readonly string[])[] = [];
  for (const id of paper.letterIds) {
    const row = register.letters.row(id);
    const letter = register.letters.get(id);
    if (row === null || letter === null) return fail({ kind: 'not-found', what: 'That letter' });
    const refused = staysHere(row);
    if (refused !== null) return fail(refused);
    addresses.push(keptOf(letter).address);
  }
  const page = paper.kind === 'labels' ? labelsPage(addresses, paper.from) : envelopesPage(addresses, office());
  const problems =
    page.tooLong === 0
      ? []
      : [
          `${page.tooLong === 1 ? 'One address is' : `${page.tooLong} addresses are`} too long for a size that the post office can read. Shorten it on the student.`,
        ];
  return ok({ ...page, language: 'en', problems });
}
