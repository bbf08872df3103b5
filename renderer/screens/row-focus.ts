/** Gives the keyboard back to a list's row once the list is on the screen again; to the first row where that one is not there. */
export function focusRowAgain(id: string): void {
  requestAnimationFrame(() => {
    const row =
      document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`) ??
      document.querySelector<HTMLElement>('table.list tr[data-row]');
    row?.focus();
  });
}
