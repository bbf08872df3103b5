import type { KeyboardEvent, ReactNode } from 'react';
import { useRefused } from '../../commanding';
import { useCall } from '../../wire';

type RecordFormProps = { readonly children: ReactNode; readonly onSave: () => void; readonly className?: string };

/** The fields of a record: Enter goes to the next field, and after the last to the screen's primary button; or it saves, where the office chose that. Who may not save it reads it. */
export function RecordForm({ children, onSave, className = '' }: RecordFormProps) {
  const office = useCall('office.get', {});
  const refused = useRefused();
  const closed = refused('record.save') || refused('record.saveNew');
  const movesOn = office.data?.office.enterMovesOn ?? true;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (
      event.key !== 'Enter' ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    if (!movesOn) return onSave();
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')].filter(
      (field) => field.offsetParent !== null,
    );
    const next = fields[fields.indexOf(target) + 1] ?? primaryOf(event.currentTarget);
    next?.focus();
  };
  return (
    <div className={`record-form ${className}`.trim()} onKeyDown={onKeyDown}>
      {closed ? (
        <fieldset disabled className="closed-fields">
          {children}
        </fieldset>
      ) : (
        children
      )}
    </div>
  );
}

/** What saves the form: its own button where it stands in a part of the screen, else the screen's. */
function primaryOf(form: HTMLElement): HTMLElement | null {
  const own = form.closest('.recording')?.querySelector<HTMLElement>('.button.primary');
  return own ?? document.querySelector<HTMLElement>('.toolbar-actions .primary');
}
