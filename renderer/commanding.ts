import { useLayoutEffect, useRef } from 'react';
import { commandOf, commands, isCommandId, type CommandId } from '../shared/commands';
import type { CallName } from '../shared/contract';
import { hearsLetters } from './letter-keys';
import { callOfCommand, mayNow, notYours, useMayAny } from './may';
import { say } from './status';
import { createStore, useStore } from './store';
import { subscribe } from './wire';

/** What the screen can do now: a function a command. The screen mounted last is asked first. */
export type Handlers = { readonly [id in CommandId]?: (() => void) | undefined };

type Entry = { readonly handlers: Handlers; readonly asks: CallName | undefined };

const stack = createStore<readonly { readonly current: Entry }[]>([]);

/**
 * Makes commands work for as long as the component is on the screen. A command without a function is not offered. `asks` is the call that
 * its `record.*` commands make: they are only there for who may make it.
 */
export function useCommands(handlers: Handlers, asks?: CallName): void {
  const latest = useRef<Entry>({ handlers, asks });
  // Before the screen is painted: whoever sees it may press its keys, and they mean what the screen shows.
  useLayoutEffect(() => {
    latest.current = { handlers, asks };
  });
  useLayoutEffect(() => {
    stack.set([...stack.get(), latest]);
    return () => stack.set(stack.get().filter((entry) => entry !== latest));
  }, []);
}

/** Who would do a command now; where nobody would, what the whole app says of it. */
function entryOf(id: CommandId): Entry | undefined {
  return stack.get().findLast((entry) => entry.current.handlers[id] !== undefined)?.current;
}

/** The call that a command is about to make, by which somebody may or may not do it. */
function askedBy(id: CommandId): CallName | null {
  return callOfCommand(id, entryOf(id)?.asks);
}

/** Does a command, where the screen can; false where it cannot. One that the person may not do says so instead. */
export function run(id: CommandId): boolean {
  const handler = entryOf(id)?.handlers[id];
  if (handler === undefined) return false;
  const asks = askedBy(id);
  if (asks === null || mayNow(asks)) handler();
  else say({ tone: 'problem', text: notYours(asks) });
  return true;
}

/** The commands that would do something now, for the palette and the key card. */
export function useOffered(): readonly CommandId[] {
  const refused = useRefused();
  return commands.map((c) => c.id).filter((id) => entryOf(id) !== undefined && !refused(id));
}

/** Which commands the person at the desk may not do: those are not shown. */
export function useRefused(): (id: CommandId) => boolean {
  useStore(stack);
  const mayDo = useMayAny();
  return (id) => {
    const asks = askedBy(id);
    return asks !== null && !mayDo(asks);
  };
}

const keyNamesOf: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  ' ': 'Space',
  '+': 'Plus',
};

/** The chord of a key event as the registry writes it: `Ctrl+Shift+N`. A digit or letter under Ctrl is the key's, not the layout's sign. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const ctrl = event.ctrlKey || event.metaKey;
  const digit = ctrl ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  const quote = ctrl && event.code === 'Quote' && event.key !== '"' ? "'" : undefined;
  const key = digit ?? quote ?? keyNamesOf[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
}

const textual = new Set(['text', 'search', 'email', 'tel', 'url', 'number', 'password']);

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && textual.has(target.type));
}

/** Whether the field under the cursor holds typing of its own that Ctrl+Z should take back before any saved action. */
function hasOwnTyping(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    isTyping(target) &&
    target.value !== (target.dataset.before ?? '')
  );
}

/** Goes to the control whose label has this letter underlined; a tick box is ticked as well. False where none on the screen has it. */
function reach(letter: string): boolean {
  const all = document.querySelectorAll<HTMLElement>(`[accesskey="${CSS.escape(letter.toLowerCase())}"]`);
  const control = [...all].find((element) => element.offsetParent !== null);
  if (control === undefined) return false;
  control.focus();
  if (control instanceof HTMLInputElement && control.type === 'checkbox') control.click();
  return true;
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || (event.altKey && event.ctrlKey)) return;
  if (event.altKey && event.key.length === 1 && reach(event.key)) {
    event.preventDefault();
    return;
  }
  const chord = chordOf(event);
  for (const command of commands) {
    if (!command.keys.includes(chord)) continue;
    const undoing = command.id === 'action.undo' || command.id === 'action.redo';
    if (undoing && hasOwnTyping(event.target)) continue;
    // A bare key is the field's own while something is typed into it.
    if (!event.ctrlKey && !event.metaKey && !event.altKey && chord.length === 1 && isTyping(event.target)) continue;
    // A single letter is a key only in a list or pane that takes letters, and only while they are switched on.
    if (/^[A-Z]$/.test(chord) && !hearsLetters(event.target)) continue;
    if (run(command.id)) {
      event.preventDefault();
      return;
    }
  }
}

function remember(event: FocusEvent): void {
  const target = event.target;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.dataset.before = target.value;
}

/** Hears keys and the native menu for the whole window. The function given back ends it. */
export function listenForCommands(): () => void {
  window.addEventListener('keydown', hear);
  window.addEventListener('focusin', remember);
  const end = subscribe('command', (id) => {
    if (isCommandId(id)) run(id);
  });
  return () => {
    window.removeEventListener('keydown', hear);
    window.removeEventListener('focusin', remember);
    end();
  };
}

/** The keys of a command for `aria-keyshortcuts`, or nothing where it has none. */
export function ariaKeys(id: CommandId): string | undefined {
  const keys = commandOf(id).keys;
  return keys.length === 0 ? undefined : keys.map((k) => k.replaceAll('Ctrl', 'Control')).join(' ');
}
