import { useEffect, useRef, type ReactNode } from 'react';

type LookupListProps<T> = {
  readonly label: string;
  readonly text: string;
  readonly what: string;
  readonly keyOf: (found: T) => string;
  readonly title: (found: T) => string;
  readonly detail: (found: T) => ReactNode;
  readonly badge?: ((found: T) => ReactNode) | undefined;
  readonly onAdd?: ((typed: string) => void) | undefined;
  readonly list: string;
  readonly anchor: { readonly current: HTMLInputElement | null };
  readonly rows: readonly T[];
  readonly at: number;
  readonly none: boolean;
  readonly take: (row: T) => void;
  readonly setAt: (at: number) => void;
};

/** The list under the field, in the top layer so that no panel cuts it off. */
export function LookupList<T>({
  list,
  anchor,
  rows,
  at,
  none,
  take,
  setAt,
  keyOf,
  title,
  detail,
  badge,
  what,
  onAdd,
  text,
  label,
}: LookupListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const shown = rows.length > 0 || (none && onAdd !== undefined);
  useEffect(() => {
    const popup = box.current;
    if (popup === null) return;
    if (!shown) {
      popup.hidePopover();
      return;
    }
    const put = () => {
      const place = anchor.current?.getBoundingClientRect();
      if (place === undefined) return;
      const below = window.innerHeight - place.bottom;
      popup.style.left = `${place.left}px`;
      popup.style.width = `${place.width}px`;
      popup.style.top = below > 180 ? `${place.bottom + 2}px` : 'auto';
      popup.style.bottom = below > 180 ? 'auto' : `${window.innerHeight - place.top + 2}px`;
      popup.style.maxHeight = `${Math.max(below, place.top) - 12}px`;
    };
    put();
    popup.showPopover();
    popup.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    window.addEventListener('resize', put);
    document.addEventListener('scroll', put, true);
    return () => {
      window.removeEventListener('resize', put);
      document.removeEventListener('scroll', put, true);
    };
  }, [shown, at, anchor, rows]);
  return (
    <div ref={box} className="lookup-list" popover="manual">
      <ul id={list} role="listbox" aria-label={label.replace('&', '')}>
        {rows.map((row, index) => (
          // The cursor stays in the field, which hears the keys for its list.
          <li
            key={keyOf(row)}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(e) => {
              e.preventDefault();
              take(row);
            }}
            onPointerMove={() => setAt(index)}
          >
            <span className="lookup-title">
              {title(row)}
              {badge !== undefined && <span className="lookup-badge">{badge(row)}</span>}
            </span>
            <span className="lookup-detail">{detail(row)}</span>
          </li>
        ))}
      </ul>
      {none && onAdd !== undefined && (
        <p className="lookup-none">
          No {what} matches “{text.trim()}”. <kbd className="kbd">Ctrl Enter</kbd> adds a new one.
        </p>
      )}
    </div>
  );
}
