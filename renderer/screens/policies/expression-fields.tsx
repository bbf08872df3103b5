import { ChoiceField } from '../../components/choice-field';
import { blankOf, ruleOf } from './blank';
import { fieldName, useDrafting, type DraftTree } from './drafting';
import type { LeafProps } from './leaf-fields';
import { PartFields } from './part-fields';
import { choiceWords } from './part-words';
import type { FieldShape } from './shape';
import { withStandardReadings } from './standard-readings';
import { branchOf, textOf, valueAt, withValue, type Path } from './tree';

type Variants = readonly { readonly value: string; readonly fields: readonly FieldShape[] }[];

/** When a limit falls: its kind chosen from a list, then that kind's own numbers. */
export function ExpressionFields({ variants, ...props }: LeafProps & { readonly variants: Variants }) {
  const { change } = useDrafting();
  const { path, value, label, hint, problem, warning, required } = props;
  const own = branchOf(value);
  const kind = textOf(own['kind']);
  const variant = variants.find((v) => v.value === kind);
  const optional = props.nothing === undefined;
  const choose = (next: string | null) => change((before) => withKind(before, path, variants, next));
  return (
    <div className="part-expression">
      <ChoiceField
        label={label}
        name={fieldName(path)}
        hint={variant === undefined ? (optional ? 'Empty: it has no end' : hint) : hint}
        problem={problem}
        warning={warning}
        required={required}
        choices={variants.map((v) => ({ value: v.value, words: choiceWords('kind', v.value) }))}
        digits={false}
        optional={optional || kind === ''}
        value={kind === '' ? null : kind}
        onChoose={choose}
      />
      {variant !== undefined && <PartFields path={path} fields={variant.fields} />}
    </div>
  );
}

/** The draft with an expression of another kind: what both kinds have stays, and a reading that the kind asks for comes with it. */
function withKind(tree: DraftTree, path: Path, variants: Variants, kind: string | null): DraftTree {
  const fields = variants.find((v) => v.value === kind)?.fields;
  const before = branchOf(valueAt(tree, path));
  const item = path.slice(0, -1);
  const clause = textOf(branchOf(valueAt(tree, item))['clause']);
  let next: unknown = tree;
  if (fields === undefined || kind === null) next = withValue(next, path, undefined);
  else {
    const [readied, standard] = withStandardReadings(next, kind, clause);
    next = readied;
    const own = fields.flatMap(({ key, shape, need }): [string, unknown][] => {
      const value =
        standard[key] ??
        (Array.isArray(before[key]) === ['several', 'strings', 'list'].includes(shape.kind)
          ? before[key]
          : undefined) ??
        (need === 'optional' ? undefined : firstOf(key, blankOf(shape, next, key)));
      return value === undefined ? [] : [[key, value]];
    });
    next = withValue(next, path, { kind, ...Object.fromEntries(own) });
  }
  if (path.at(-1) === 'until') next = withValue(next, [...item, 'rule'], ruleOf(kind ?? undefined));
  return next as DraftTree;
}

/** Most limits count from the day the course begins. */
function firstOf(key: string, blank: unknown): unknown {
  return key === 'from' && blank === '' ? 'course-begins' : blank;
}
