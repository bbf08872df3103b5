import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject } from 'react';
import { readReference, type Reference } from '../../shared/letters/reference';

type FormKeys = {
  /** Enter goes to the next field; else it saves. */
  readonly enterMovesOn: boolean;
  readonly onSave: () => void;
  /** Esc once: the field as it was when the cursor came. Twice: leave the form, whose draft is kept. */
  readonly onRevert: (field: string) => void;
  readonly onLeave: () => void;
  /** A form's code was scanned with a scanner that types. `field` is where it was typed, whose text is not the clerk's. */
  readonly onScan: (reference: Reference, field: string | null) => void;
};

const scanStart = 'RDF1|';

/** The keys that every field of a form shares: Enter, Esc, and a scanner that types a form's code into whatever has the cursor. */
export function useFormKeys({ enterMovesOn, onSave, onRevert, onLeave, onScan }: FormKeys) {
  const escapes = useRef(0);
  const scanned = useRef('');

  const scan = (event: KeyboardEvent): boolean => {
    const { target, key } = event;
    const field = target instanceof HTMLElement ? (target.dataset['field'] ?? null) : null;
    if (target instanceof HTMLInputElement && target.type === 'text') {
      const reference = key === 'Enter' ? readReference(target.value) : null;
      if (reference === null) return false;
      onScan(reference, field);
      return true;
    }
    // In a choice or a tick box the scanner's characters would choose and tick: they are kept from it as soon as they are a scan's.
    if (key.length === 1 && !event.ctrlKey && !event.altKey) {
      const next = scanned.current + key;
      const scanning = next.startsWith(scanStart) || scanStart.startsWith(next);
      scanned.current = scanning ? next : '';
      return scanning && next.length > 1;
    }
    if (key === 'Shift') return false;
    const reference = key === 'Enter' ? readReference(scanned.current) : null;
    scanned.current = '';
    if (reference === null) return false;
    onScan(reference, null);
    return true;
  };

  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (!scan(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (event.key !== 'Escape') escapes.current = 0;
    if (event.defaultPrevented || !plain) return;
    const { target } = event;
    if (event.key === 'Escape') {
      event.preventDefault();
      escapes.current += 1;
      if (escapes.current > 1) onLeave();
      else if (target instanceof HTMLElement && target.dataset['field'] !== undefined)
        onRevert(target.dataset['field']);
      return;
    }
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    if (enterMovesOn) nextField(event.currentTarget, target)?.focus();
    else onSave();
  };
  return { onKeyDown, onKeyDownCapture };
}

/** The next field of a form after this one, then its primary button. */
function nextField(form: HTMLElement, from: HTMLElement): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')].filter((field) => field.offsetParent !== null);
  return fields[fields.indexOf(from) + 1] ?? document.querySelector<HTMLElement>('.toolbar-actions .primary');
}

/** Tells a form's fields apart as they are come to and left: `onCome` when the cursor comes into a field, `onLeft` when it goes. */
export function useFieldVisits(
  form: RefObject<HTMLElement | null>,
  onCome: (field: string) => void,
  onLeft: (field: string) => void,
): void {
  const come = useEffectEvent(onCome);
  const left = useEffectEvent(onLeft);
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const hear = (event: FocusEvent) => {
      const field = event.target instanceof HTMLElement ? event.target.dataset['field'] : undefined;
      if (field === undefined) return;
      if (event.type === 'focusin') come(field);
      else left(field);
    };
    element.addEventListener('focusin', hear);
    element.addEventListener('focusout', hear);
    return () => {
      element.removeEventListener('focusin', hear);
      element.removeEventListener('focusout', hear);
    };
  }, [form]);
}
