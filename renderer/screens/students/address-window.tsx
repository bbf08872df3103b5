import { addressBlock, addressBox } from '../../../shared/letters/address';
import { isMailable } from '../../../shared/register/fields';
import type { Office } from '../../../shared/register/office';
import { fullName, type Student } from '../../../shared/register/student';

type AddressWindowProps = {
  readonly student: Pick<Student, 'firstName' | 'lastName' | 'address'>;
  readonly printing: Office['printing'];
};

/** The address as it will stand in the envelope's window, to the size, with what is missing for a letter said under it. */
export function AddressWindow({ student, printing }: AddressWindowProps) {
  const box = addressBox(printing);
  const block = addressBlock(fullName(student), student.address, box);
  const mailable = isMailable(student.address);
  return (
    <figure className="address-window">
      <div className="window-pane" style={{ width: `${box.width}in`, height: `${box.height + 0.3}in` }}>
        <address lang="en" style={{ fontSize: `${block.size}pt`, lineHeight: `${block.leading}pt` }}>
          {block.lines.map((line, index) => (
            <span key={index} dir="auto">
              {line}
            </span>
          ))}
        </address>
      </div>
      <figcaption className={mailable ? 'quiet-text' : 'note-line'}>
        {mailable
          ? block.readable
            ? 'As it shows through the window of the envelope, in its true size.'
            : 'This address is so long that its letters become too small for sorting machines. Shorten a line.'
          : 'Not complete: a letter needs street, city, state and ZIP. Forms can be entered all the same.'}
      </figcaption>
    </figure>
  );
}
