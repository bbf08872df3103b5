/**
 * Puts a text on the clipboard; false where the window could not. By the copying command, which needs the person's own key and no permission:
 * the window's session gives none, to anybody.
 */
export function copyText(text: string): boolean {
  let put = false;
  const take = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    put = event.clipboardData !== null;
  };
  document.addEventListener('copy', take, { once: true, capture: true });
  // Its successor asks for a permission.
  document.execCommand('copy');
  document.removeEventListener('copy', take, { capture: true });
  return put;
}
