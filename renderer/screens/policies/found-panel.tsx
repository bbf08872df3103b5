import { Info, OctagonAlert } from 'lucide-react';
import { Panel } from '../../components/panel';
import { useDrafting } from './drafting';
import type { Found } from './draft-check';
import { titleOf } from './list-fields';
import { partWords } from './part-words';
import { count } from '../wording';
import { textOf, valueAt, type Path } from './tree';

const shown = 40;

/** Everything that must be mended before the draft can be published, and what is worth a look. Enter goes to the field. */
export function FoundPanel({
  found,
  onOpen,
}: {
  readonly found: readonly Found[];
  readonly onOpen: (found: Found) => void;
}) {
  const { tree } = useDrafting();
  const errors = found.filter((f) => f.severity === 'error');
  const all = [...errors, ...found.filter((f) => f.severity === 'note')];
  return (
    <Panel
      title="Check"
      aside={
        <span className="quiet-text">
          {errors.length === 0 ? 'Nothing to mend' : `${count(errors.length, 'thing')} to mend`}
        </span>
      }
    >
      {all.length === 0 && (
        <p className="good-line">Nothing is missing, and no tier leaves a gap or overlaps another.</p>
      )}
      <ul className="found">
        {all.slice(0, shown).map((f, i) => (
          <li key={i} className={f.severity}>
            {f.severity === 'error' ? (
              <OctagonAlert size={14} role="img" aria-label="To mend" />
            ) : (
              <Info size={14} role="img" aria-label="To know" />
            )}
            <button type="button" className="link" onClick={() => onOpen(f)}>
              {whereWords(tree, f.path)}
            </button>
            <span>{f.message}</span>
          </li>
        ))}
      </ul>
      {all.length > shown && <p className="quiet-text">And {all.length - shown} more.</p>}
    </Panel>
  );
}

/** A place of the draft in words: `Schedules, courses of five weeks, 60%, Percent`. */
function whereWords(tree: unknown, path: Path): string {
  const words = path.slice(1).map((key, i) => {
    const above = textOf(path.slice(0, i + 1).findLast((k) => typeof k === 'string'));
    if (typeof key === 'number') return titleOf(valueAt(tree, path.slice(0, i + 2)), String(key + 1));
    return key === 'en' || key === 'es'
      ? key === 'en'
        ? 'English'
        : 'Spanish'
      : above === 'clauses'
        ? key
        : partWords(above, key).label;
  });
  return words.filter((word, i) => word !== words[i - 1]).join(', ');
}
