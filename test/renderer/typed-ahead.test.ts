import { expect, test } from 'vitest';
import { typedAhead } from '../../renderer/typed-ahead';

/** A window as far as it hears keys: gives whether the page got the key. */
function aWindow() {
  const heard = new Set<(event: KeyboardEvent) => void>();
  const target = {
    addEventListener: (_: string, listener: (event: KeyboardEvent) => void) => heard.add(listener),
    removeEventListener: (_: string, listener: (event: KeyboardEvent) => void) => heard.delete(listener),
  } as unknown as Pick<Window, 'addEventListener' | 'removeEventListener'>;
  const press = (key: string, other: Partial<KeyboardEvent> = {}): boolean => {
    let kept = false;
    const keep = () => {
      kept = true;
    };
    for (const listener of [...heard])
      listener({ key, preventDefault: keep, stopImmediatePropagation: keep, ...other } as KeyboardEvent);
    return !kept;
  };
  return { target, press };
}

test('keys are the page’s until it begins, then kept until they are taken, and the page’s again', () => {
  const { target, press } = aWindow();
  const ahead = typedAhead(target);
  expect(press('a')).toBe(true);
  ahead.begin(() => undefined);
  for (const key of ['m', 'a', 'x', 'Backspace', 'r', 'Shift', 'Enter', 'ArrowDown']) expect(press(key)).toBe(false);
  expect(press('s', { ctrlKey: true })).toBe(false);
  expect(ahead.take()).toBe('mar');
  expect(press('z')).toBe(true);
  expect(ahead.take()).toBe('');
});

test('Escape ends it once, says so, and the keys are the page’s', () => {
  const { target, press } = aWindow();
  const ahead = typedAhead(target);
  let left = 0;
  ahead.begin(() => (left += 1));
  press('m');
  expect(press('Escape')).toBe(false);
  expect(left).toBe(1);
  expect(press('Escape')).toBe(true);
  expect(press('2')).toBe(true);
  expect(ahead.take()).toBe('');
  // Begun again it holds nothing of the first time.
  ahead.begin(() => undefined);
  press('b');
  expect(ahead.take()).toBe('b');
});
