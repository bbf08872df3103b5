import { useState } from 'react';

/** What is open in place of a list, and how to open or close it; `onEditing` is told, since the screen's save is then that one's. */
export function useOpened<T>(onEditing: (editing: boolean) => void): readonly [T | null, (next: T | null) => void] {
  const [open, setOpened] = useState<T | null>(null);
  return [
    open,
    (next) => {
      setOpened(next);
      onEditing(next !== null);
    },
  ];
}
