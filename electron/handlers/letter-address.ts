import type { Write } from '../../db/actions';
import type { CallName } from '../../shared/contract';
import { addressLines } from '../../shared/letters/address';
import { withAddress } from '../../shared/letters/addressing';
import type { Content } from '../../shared/register/contents';
import { isMailable } from '../../shared/register/fields';
import type { FoldedLetter } from '../../shared/register/fold-letter';
import { fullName, listName, type Student } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import { keptOf, type KeptLetter } from './letter-making';
import { madePdf } from './paper';

/**
 * Makes the letters of a student ready that waited for an address, once there is one: the same number, day and words, with the address in its
 * place. A letter whose PDF cannot be made waits on; the next save of the student, or making the letter again, tries once more.
 */
export async function addressLetters(
  call: CallName,
  requestId: string,
  student: Student,
  context: OpenContext,
): Promise<Result<null>> {
  const { register } = context;
  if (!isMailable(student.address)) return ok(null);
  for (const [index, id] of register.letters.waitingFor(student.id).entries()) {
    const letter = register.letters.get(id);
    const anew = letter === null ? ok(null) : await addressedAnew(letter, student, context);
    if (!anew.ok) return anew;
    const content = anew.value;
    if (content === null) continue;
    const written = context.act(
      call,
      { requestId: followingId(requestId, index) },
      (write) => {
        // The case may have moved on while the PDF was made.
        if (register.letters.row(id)?.state !== 'needs-address') return fail({ kind: 'cancelled' });
        write.entry('letter.addressed', id, content(write));
        return ok(null);
      },
      () => ok(null),
    );
    if (!written.ok && written.failure.kind !== 'cancelled') return written;
  }
  return ok(null);
}

/** What is kept of a letter with the student's address in its place, once its PDF is made; null where its page is not there or has no place for one. */
export async function addressedAnew(
  letter: FoldedLetter,
  student: Student,
  context: OpenContext,
): Promise<Result<((write: Write) => Content['letter.addressed']) | null>> {
  const kept = keptOf(letter);
  const page = context.register.kept.document(kept.htmlHash);
  const html = page === null ? null : withAddress(new TextDecoder().decode(page), student, context.office());
  if (html === null) return ok(null);
  const pdf = await madePdf({ html, title: letter.title, language: letter.language }, context);
  if (!pdf.ok) return pdf;
  return ok((write) => {
    const facts: KeptLetter = {
      ...kept,
      address: addressLines(fullName(student), student.address),
      htmlHash: write.document('text/html', new TextEncoder().encode(html)),
    };
    const { address } = student;
    const pdfHash = write.document('application/pdf', pdf.value);
    return { name: listName(student), postal: address.postal, pdfHash, facts };
  });
}

/** The request id of what follows a save by itself: made of the save's own, so that the same save again makes nothing. */
export function followingId(requestId: string, index: number): string {
  const [a = '', b = '', c = '', d = '', last = ''] = requestId.split('-');
  const tail = (BigInt(`0x${last}`) ^ BigInt(index + 1)).toString(16).padStart(12, '0');
  return [a, b, c, d, tail].join('-');
}
