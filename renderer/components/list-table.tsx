import { useRef, type KeyboardEvent, type ReactNode } from 'react';

/** A column: its heading, what a row shows in it, and the name it is sorted by where it can be. */
export type Column<R> = {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: R) => ReactNode;
  readonly sortable?: boolean;
  readonly numeric?: boolean;
};

export type Sort = { readonly by: string; readonly descending: boolean };

type ListTableProps<R> = {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly onOpen?: (row: R) => void;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** How many rows there are in all, and the number of the first one drawn (from 0), where not all are drawn. */
  readonly total?: number;
  readonly offset?: number;
  readonly rowClass?: (row: R) => string | undefined;
  /** What stands here when there is nothing to list. */
  readonly empty?: ReactNode;
  /** More keys of a row; true when it was heard. */
  readonly onRowKey?: (row: R, event: KeyboardEvent<HTMLElement>) => boolean;
};

/** A list: sorted by its headings, walked with the arrow keys, Home and End, opened with Enter. One stop in the tab order. */
export function ListTable<R>(props: ListTableProps<R>) {
  const { label, columns, rows, keyOf, onOpen, sort, onSort, total, offset = 0, rowClass, empty, onRowKey } = props;
  const body = useRef<HTMLTableSectionElement>(null);

  const move = (from: EventTarget, to: (at: number, last: number) => number) => {
    const all = [...(body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
    const at = all.findIndex((row) => row === from);
    all[Math.max(0, Math.min(all.length - 1, to(at, all.length - 1)))]?.focus();
  };
  const keyDown = (row: R, event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    if (onRowKey?.(row, event) === true) return event.preventDefault();
    if (event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
        move(event.currentTarget, (at) => at + 1);
        break;
      case 'ArrowUp':
        move(event.currentTarget, (at) => at - 1);
        break;
      case 'Home':
        move(event.currentTarget, () => 0);
        break;
      case 'End':
        move(event.currentTarget, (_, last) => last);
        break;
      case 'Enter':
        if (onOpen === undefined) return;
        onOpen(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  if (rows.length === 0 && empty !== undefined) return <div className="list-empty">{empty}</div>;
  return (
    <table className="list" role="grid" aria-label={label} aria-rowcount={(total ?? rows.length) + 1}>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => (
          <tr
            key={keyOf(row)}
            data-row={keyOf(row)}
            tabIndex={index === 0 ? 0 : -1}
            aria-rowindex={offset + index + 2}
            className={[onOpen === undefined ? '' : 'opens', rowClass?.(row) ?? ''].join(' ').trim() || undefined}
            onFocus={(e) => {
              // One stop in the tab order: the row that had the focus last.
              for (const other of body.current?.querySelectorAll<HTMLElement>('tr[tabindex="0"]') ?? [])
                other.tabIndex = -1;
              e.currentTarget.tabIndex = 0;
            }}
            onKeyDown={(e) => keyDown(row, e)}
            onClick={onOpen === undefined ? undefined : () => onOpen(row)}
          >
            {columns.map((column) => (
              <td key={column.id} role="gridcell" className={column.numeric === true ? 'number' : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HeadingProps<R> = {
  readonly column: Column<R>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
};

function Heading<R>({ column, sort, onSort }: HeadingProps<R>) {
  const sorted = sort?.by === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const sortable = column.sortable === true && onSort !== undefined;
  return (
    <th
      scope="col"
      className={column.numeric === true ? 'number' : undefined}
      aria-sort={sortable ? (sorted ?? 'none') : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className="sorter"
          onClick={() => onSort({ by: column.id, descending: sorted === 'ascending' })}
        >
          {column.heading}
          <span aria-hidden="true">{sorted === 'ascending' ? ' ▲' : sorted === 'descending' ? ' ▼' : ''}</span>
        </button>
      ) : (
        column.heading
      )}
    </th>
  );
}
