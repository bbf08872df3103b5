import { letterKeys } from '../letter-keys';
import { commandOf, keyNames, type CommandId } from '../../shared/commands';

/** A chord as keys, one box a chord: `Ctrl Enter`. */
export function Kbd({ chord }: { readonly chord: string }) {
  return <kbd className="kbd">{keyNames(chord).join(' ')}</kbd>;
}

/** The first chord of a command, hidden from screen readers, which hear `aria-keyshortcuts` instead; nothing where it has none that works. */
export function CommandKbd({ id }: { readonly id: CommandId }) {
  const chord = commandOf(id).keys[0];
  return chord === undefined || (chord.length === 1 && !letterKeys()) ? null : (
    <span aria-hidden="true">
      <Kbd chord={chord} />
    </span>
  );
}
