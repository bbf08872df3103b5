import type { Office } from '../register/office';
import { fullName, type Student } from '../register/student';
import { addressBlock, addressBox } from './address';
import { mailing } from './frame';
import { fill } from './liquid';

/** A letter's page with the address that it was made without; every other word of it stays. Null where the page has no place for one. */
export function withAddress(
  html: string,
  student: Pick<Student, 'firstName' | 'lastName' | 'address'>,
  { printing }: Pick<Office, 'printing'>,
): string | null {
  const from = html.indexOf('<address class="mailing"');
  const end = html.indexOf('</address>', from);
  if (from < 0 || end < 0) return null;
  const box = addressBox(printing);
  const block = fill(mailing, { box: { ...box, ...addressBlock(fullName(student), student.address, box) } });
  return html.slice(0, from) + block + html.slice(end + '</address>'.length);
}
