import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { blankItem, placeOfNew } from './blank';
import { fieldName, useDrafting } from './drafting';
import { titleOf } from './list-fields';
import { ItemProblem } from './part-fields';
import type { Shape } from './shape';
import { lengthsOf } from './tier-layout';
import { branchOf, listOf, swapped, valueAt, withValue, type Path } from './tree';

type OneOfListProps = {
  readonly path: Path;
  readonly one: string;
  readonly of: Shape;
  readonly at: number | null;
  readonly onOpen: (at: number | null) => void;
  /** The fields of the one that is open. */
  readonly children: (path: Path) => ReactNode;
  /** What is shown of all in place of their plain list. */
  readonly list?: ReactNode;
};

/** A list whose items are too large to stand below each other: all of them in short, or one with its fields. */
export function OneOfList({ path, one, of, at, onOpen, children, list }: OneOfListProps) {
  const { tree, check, change } = useDrafting();
  const items = listOf(valueAt(tree, path));
  const item = at === null ? undefined : items[at];
  const add = () => {
    const place = placeOfNew(tree, path);
    change((before) => {
      const own = listOf(valueAt(before, path));
      return withValue(before, path, [
        ...own.slice(0, place),
        blankItem(before, path, of),
        ...own.slice(place),
      ]) as typeof before;
    });
    onOpen(place);
  };
  const move = (from: number, to: number) => {
    change((before) => swapped(before, path, from, to) as typeof before);
    onOpen(to);
  };
  const within = (i: number) =>
    check.found.filter((f) => fieldName(f.path).startsWith(`${fieldName([...path, i])}.`) && f.severity === 'error')
      .length;
  const adding = (
    <button type="button" className="button" data-field={`${fieldName(path)}.add`} onClick={add}>
      <Plus size={14} aria-hidden /> Add a {one}
    </button>
  );
  if (at === null || item === undefined)
    return (
      <div className="stack">
        {list ?? (
          <ListTable
            label={`All: ${one}`}
            columns={columnsOf(one, items, valueAt(tree, ['pack']), within)}
            rows={items.map((_, i) => i)}
            keyOf={String}
            onOpen={onOpen}
            empty={<p>There is none yet. Add the first {one}.</p>}
          />
        )}
        <div className="row-of">{adding}</div>
      </div>
    );
  const own = check.found.filter((f) => fieldName(f.path) === fieldName([...path, at]));
  return (
    <div className="stack">
      <div className="row-of">
        <Button onPress={() => onOpen(null)}>All of them</Button>
        {at > 0 && (
          <Button onPress={() => move(at, at - 1)} label={`Move this ${one} up`}>
            <ArrowUp size={14} aria-hidden />
          </Button>
        )}
        {at < items.length - 1 && (
          <Button onPress={() => move(at, at + 1)} label={`Move this ${one} down`}>
            <ArrowDown size={14} aria-hidden />
          </Button>
        )}
        <Button
          tone="danger"
          onPress={() => {
            change((before) => withValue(before, [...path, at], undefined) as typeof before);
            onOpen(null);
          }}
        >
          Take this {one} out
        </Button>
      </div>
      <ItemProblem
        path={[...path, at]}
        problem={own.find((f) => f.severity === 'error')?.message}
        warning={own.find((f) => f.severity === 'note')?.message}
      />
      <div className="form">{children([...path, at])}</div>
      <div className="row-of">{adding}</div>
    </div>
  );
}

function columnsOf(
  one: string,
  items: readonly unknown[],
  pack: unknown,
  errors: (at: number) => number,
): readonly Column<number>[] {
  const whens: readonly Column<number>[] = [
    { id: 'when', heading: 'For', cell: (i) => lengthsOf(branchOf(branchOf(items[i])['when']), pack) },
  ];
  return [
    { id: 'title', heading: 'Name', cell: (i) => <strong>{titleOf(items[i], `${one} ${i + 1}`)}</strong> },
    ...(one === 'schedule' ? whens : []),
    { id: 'errors', heading: 'To mend', numeric: true, cell: (i) => errors(i) || '' },
  ];
}
