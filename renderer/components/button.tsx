import type { ReactNode } from 'react';
import { commandOf, plainLabel, type CommandId } from '../../shared/commands';
import type { CallName } from '../../shared/contract';
import { ariaKeys, run, useRefused } from '../commanding';
import { useMayAny } from '../may';
import { CommandKbd } from './kbd';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly disabled?: boolean;
  readonly title?: string;
  /** For where the words shown need more to be understood alone. */
  readonly label?: string;
  /** For what is on or off: whether it is on. */
  readonly pressed?: boolean;
  /** Out of the tab order: for what has a key of its own inside a field. */
  readonly skipTab?: boolean;
  /** The call it makes or leads to: who may not make it does not see the button. */
  readonly asks?: CallName;
};

/** A button. `primary` is the one thing a screen is for. */
export function Button({
  children,
  onPress,
  tone = 'plain',
  disabled = false,
  title,
  label,
  pressed,
  skipTab = false,
  asks,
}: ButtonProps) {
  const may = useMayAny();
  if (asks !== undefined && !may(asks)) return null;
  return (
    <button
      type="button"
      className={`button ${tone}`}
      onClick={onPress}
      disabled={disabled}
      title={title}
      aria-label={label}
      aria-pressed={pressed}
      tabIndex={skipTab ? -1 : undefined}
    >
      {children}
    </button>
  );
}

type CommandButtonProps = {
  readonly id: CommandId;
  readonly tone?: ButtonProps['tone'];
  readonly label?: string;
  readonly disabled?: boolean;
};

/** The button of a command, with the registry's words and its key shown; nobody sees one that is not theirs to press. */
export function CommandButton({ id, tone = 'plain', label, disabled = false }: CommandButtonProps) {
  const refused = useRefused();
  if (refused(id)) return null;
  return (
    <button
      type="button"
      className={`button ${tone}`}
      onClick={() => run(id)}
      disabled={disabled}
      aria-keyshortcuts={ariaKeys(id)}
    >
      <span>{label ?? plainLabel(commandOf(id).label)}</span> <CommandKbd id={id} />
    </button>
  );
}
