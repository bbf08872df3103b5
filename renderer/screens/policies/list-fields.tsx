import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { focusField } from '../../components/field';
import { TextField } from '../../components/text-field';
import { blankItem, blankOf, placeOfNew } from './blank';
import { fieldName, useDrafting } from './drafting';
import type { LeafProps } from './leaf-fields';
import { oneOf } from './part-words';
import { ItemProblem, PartField, PartFields } from './part-fields';
import type { Shape } from './shape';
import { branchOf, listOf, renamedIn, swapped, textOf, valueAt, withKey, withValue, type Path } from './tree';

/** The items of a list, each with its fields; one more is a key away, and the keyboard goes with what is added, moved or taken out. */
export function ListFields({ path, label, hint, problem, warning, value, of }: LeafProps & { readonly of: Shape }) {
  const { tree, change } = useDrafting();
  const items = listOf(value);
  const key = textOf(path.at(-1));
  const one = oneOf(key);
  const add = () => {
    const at = placeOfNew(tree, path);
    change((before) => {
      const list = listOf(valueAt(before, path));
      return withValue(before, path, [
        ...list.slice(0, at),
        blankItem(before, path, of),
        ...list.slice(at),
      ]) as typeof before;
    });
    focusWithin([...path, at]);
  };
  const move = (from: number, to: number) => {
    change((before) => swapped(before, path, from, to) as typeof before);
    focusWithin([...path, to]);
  };
  const remove = (at: number) => {
    change((before) => withValue(before, [...path, at], undefined) as typeof before);
    requestAnimationFrame(() => focusField(`${fieldName(path)}.add`));
  };
  return (
    <fieldset className="part-list">
      <legend>{label}</legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      <ItemProblem path={path} problem={problem} warning={warning} />
      {items.map((item, at) => (
        <Item
          key={at}
          path={[...path, at]}
          title={titleOf(item, `${one} ${at + 1}`)}
          of={of}
          onUp={at > 0 ? () => move(at, at - 1) : null}
          onDown={at < items.length - 1 ? () => move(at, at + 1) : null}
          onRemove={() => remove(at)}
        />
      ))}
      <button type="button" className="button" data-field={`${fieldName(path)}.add`} onClick={add}>
        <Plus size={14} aria-hidden /> Add a {one}
      </button>
    </fieldset>
  );
}

/** What an item is called among its like: its words, name or quote. */
export function titleOf(item: unknown, otherwise: string): string {
  const own = branchOf(item);
  const words = textOf(branchOf(own['label'])['en']) || textOf(branchOf(own['title'])['en']);
  return words || textOf(own['title']) || textOf(own['id']) || textOf(own['kind']) || otherwise;
}

type ItemProps = {
  readonly path: Path;
  readonly title: string;
  readonly of: Shape;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
};

function Item({ path, title, of, onUp, onDown, onRemove }: ItemProps) {
  const { check } = useDrafting();
  const own = check.found.filter((f) => fieldName(f.path) === fieldName(path));
  return (
    <fieldset className="part-item">
      <legend>{title}</legend>
      <ItemProblem
        path={path}
        problem={own.find((f) => f.severity === 'error')?.message}
        warning={own.find((f) => f.severity === 'note')?.message}
      />
      {of.kind === 'object' ? (
        <PartFields path={path} fields={of.fields} />
      ) : (
        <PartField path={path} field={{ key: textOf(path.at(-1)), shape: of, need: 'required' }} />
      )}
      <div className="part-tools">
        {onUp !== null && <Tool label={`Move up: ${title}`} onPress={onUp} icon={<ArrowUp size={14} aria-hidden />} />}
        {onDown !== null && (
          <Tool label={`Move down: ${title}`} onPress={onDown} icon={<ArrowDown size={14} aria-hidden />} />
        )}
        <Tool label={`Take out: ${title}`} onPress={onRemove} icon={<X size={14} aria-hidden />} />
      </div>
    </fieldset>
  );
}

function Tool({
  label,
  onPress,
  icon,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon: React.ReactNode;
}) {
  return (
    <button type="button" className="button quiet" aria-label={label} title={label} onClick={onPress}>
      {icon}
    </button>
  );
}

/** Gives the keyboard to the first field of an item that is about to be on the screen. */
export function focusWithin(path: Path): void {
  requestAnimationFrame(() => {
    const all = document.querySelectorAll<HTMLElement>(`[data-field^="${CSS.escape(fieldName(path))}\\."]`);
    (all[0] ?? null)?.focus();
  });
}

/** Things under names of their own, as clauses are: the name and its fields. A name that is changed is changed wherever it is cited. */
export function RecordFields({ path, label, problem, warning, value, of }: LeafProps & { readonly of: Shape }) {
  const { tree, change, put } = useDrafting();
  const [fresh, setFresh] = useState('');
  const entries = Object.keys(branchOf(value));
  const one = oneOf(textOf(path.at(-1)));
  const cites = (key: string) => key === 'clause' || key.endsWith('Clause');
  const rename = (from: string, to: string) => {
    if (to === '' || to === from || entries.includes(to)) return;
    change((before) => renamedIn(withKey(before, path, from, to), cites, from, to) as typeof before);
  };
  const add = () => {
    const name = fresh.trim();
    if (name === '' || entries.includes(name)) return void focusField(`${fieldName(path)}.new`);
    put([...path, name], blankOf(of, tree));
    setFresh('');
    focusWithin([...path, name]);
  };
  return (
    <fieldset className="part-list">
      <legend>{label}</legend>
      <ItemProblem path={path} problem={problem} warning={warning} />
      {entries.map((name) => (
        <RecordItem
          key={name}
          path={[...path, name]}
          name={name}
          one={one}
          of={of}
          onRename={(to) => rename(name, to)}
        />
      ))}
      <div className="part-new">
        <TextField
          label={`New ${one}`}
          name={`${fieldName(path)}.new`}
          hint={one === 'clause' ? 'Its short name, by which values cite it: A1' : undefined}
          problem={entries.includes(fresh.trim()) ? `There is a ${one} ${fresh.trim()} already.` : undefined}
          text={fresh}
          maxLength={20}
          onText={setFresh}
        />
        <button type="button" className="button" data-field={`${fieldName(path)}.add`} onClick={add}>
          <Plus size={14} aria-hidden /> Add the {one}
        </button>
      </div>
    </fieldset>
  );
}

type RecordItemProps = {
  readonly path: Path;
  readonly name: string;
  readonly one: string;
  readonly of: Shape;
  readonly onRename: (to: string) => void;
};

function RecordItem({ path, name, one, of, onRename }: RecordItemProps) {
  const { put, check } = useDrafting();
  const [typed, setTyped] = useState(name);
  const own = check.found.filter((f) => fieldName(f.path) === fieldName(path));
  return (
    <fieldset className="part-item">
      <legend>{name}</legend>
      <ItemProblem
        path={path}
        problem={own.find((f) => f.severity === 'error')?.message}
        warning={own.find((f) => f.severity === 'note')?.message}
      />
      {one === 'clause' && (
        <TextField
          label="Short name"
          name={`${fieldName(path)}.name`}
          text={typed}
          maxLength={20}
          onText={setTyped}
          onLeave={() => onRename(typed.trim())}
        />
      )}
      {of.kind === 'object' ? (
        <PartFields path={path} fields={of.fields} />
      ) : (
        <PartField path={path} field={{ key: name, shape: of, need: 'required' }} />
      )}
      <div className="part-tools">
        <Tool label={`Take out: ${name}`} onPress={() => put(path, undefined)} icon={<X size={14} aria-hidden />} />
      </div>
    </fieldset>
  );
}
