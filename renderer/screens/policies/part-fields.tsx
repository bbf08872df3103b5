import { useState } from 'react';
import { CheckGroup } from '../../components/check-group';
import { TextField } from '../../components/text-field';
import { ExpressionFields } from './expression-fields';
import {
  ChoiceLeaf,
  DayLeaf,
  MomentLeaf,
  MoneyLeaf,
  NumberLeaf,
  optionsOf,
  SeveralLeaf,
  TextLeaf,
  type LeafProps,
} from './leaf-fields';
import { ListFields, RecordFields } from './list-fields';
import { optionsFor } from './names';
import { partWords } from './part-words';
import type { FieldShape, Shape } from './shape';
import { WordsFields } from './words-fields';
import { fieldName, useDrafting } from './drafting';
import { blankOf } from './blank';
import { branchOf, listOf, textOf, valueAt, type Path } from './tree';

/** Parts that follow from others and that nobody types. */
const followed = (parent: string, key: string): boolean =>
  key === 'rule' ||
  (key === 'id' && ['categories', 'schedules', 'bands'].includes(parent)) ||
  (key === 'name' && parent === 'readings');

/** Parts that may be left out and seldom are. */
const usual: ReadonlySet<string> = new Set(['categories', 'meetings', 'weeks', 'starts', 'ends', 'weekly']);

/** The fields of an object, in the order of the schema; those that are seldom wanted behind one button. */
export function PartFields({ path, fields }: { readonly path: Path; readonly fields: readonly FieldShape[] }) {
  const { tree } = useDrafting();
  const [more, setMore] = useState(false);
  const parent = textOf(path.findLast((key) => typeof key === 'string'));
  const shown = fields.filter((f) => !followed(parent, f.key));
  const isBare = (f: FieldShape) => f.need === 'optional' && valueAt(tree, [...path, f.key]) === undefined;
  const hidden =
    shown.length < 6 || more ? [] : shown.filter((f) => isBare(f) && f.shape.kind !== 'variants' && !usual.has(f.key));
  return (
    <>
      {shown
        .filter((f) => !hidden.includes(f))
        .map((field) => (
          <PartField key={field.key} path={[...path, field.key]} field={field} />
        ))}
      {hidden.length > 0 && (
        <button type="button" className="button quiet part-more" onClick={() => setMore(true)}>
          More: {hidden.map((f) => partWords(parent, f.key).label.toLowerCase()).join(', ')}
        </button>
      )}
    </>
  );
}

/** One field of a policy, by the shape of what stands in it. */
export function PartField({ path, field }: { readonly path: Path; readonly field: FieldShape }) {
  const { tree, check } = useDrafting();
  const { shape, need, key } = field;
  const value = valueAt(tree, path);
  const name = fieldName(path);
  const own = check.found.filter((f) => fieldName(f.path) === name);
  const said = partWords(parentOf(path), key);
  const props: LeafProps = {
    path,
    value,
    label: said.label,
    hint: said.hint,
    problem: own.find((f) => f.severity === 'error')?.message,
    warning: own.find((f) => f.severity === 'note')?.message,
    required: need === 'required',
    nothing: need === 'optional' ? undefined : need === 'nullable' ? null : '',
  };
  const names = optionsFor(tree, path);
  switch (shape.kind) {
    case 'words':
      return need === 'optional' ? (
        <Optional {...props} shape={shape} />
      ) : (
        <WordsFields {...props} lines={said.lines} />
      );
    case 'text':
      return names === null ? <TextLeaf {...props} lines={said.lines} /> : <ChoiceLeaf {...props} options={names} />;
    case 'clause':
      return <ChoiceLeaf {...props} options={names ?? []} />;
    case 'day':
      return <DayLeaf {...props} />;
    case 'moment':
      return <MomentLeaf {...props} />;
    case 'money':
      return <MoneyLeaf {...props} />;
    case 'number':
      return <NumberLeaf {...props} />;
    case 'flag':
      return <ChoiceLeaf {...props} options={optionsOf(key, ['true', 'false'])} read={(text) => text === 'true'} />;
    case 'value':
      return names === null ? (
        <TextLeaf {...props} nothing={key === 'default' ? null : ''} />
      ) : (
        <ChoiceLeaf
          {...props}
          nothing={null}
          options={names}
          read={(text) => names.find((n) => n.value === text)?.means ?? text}
        />
      );
    case 'choice':
      return <ChoiceLeaf {...props} options={optionsOf(key, shape.values)} />;
    case 'several':
      return (
        <SeveralLeaf {...props} nothing={need === 'optional' ? undefined : ''} options={optionsOf(key, shape.values)} />
      );
    case 'strings':
      return names === null ? <StringsLeaf {...props} /> : <SeveralLeaf {...props} options={names} />;
    case 'variants':
      return <ExpressionFields {...props} variants={shape.variants} />;
    case 'list':
      return <ListFields {...props} of={shape.of()} />;
    case 'record':
      return <RecordFields {...props} of={shape.of} />;
    case 'object':
      return need === 'required' || !needsChoice(shape.fields) ? (
        <Group {...props} fields={shape.fields} />
      ) : (
        <Optional {...props} shape={shape} />
      );
  }
}

function needsChoice(fields: readonly FieldShape[]): boolean {
  return fields.length === 0 || fields.some((f) => f.need !== 'optional');
}

function Group({
  path,
  label,
  hint,
  problem,
  warning,
  fields,
}: LeafProps & { readonly fields: readonly FieldShape[] }) {
  return (
    <fieldset className="part-group">
      <legend>{label}</legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      <ItemProblem path={path} problem={problem} warning={warning} />
      <PartFields path={path} fields={fields} />
    </fieldset>
  );
}

/** Something that a policy may have or not: a tick, and its fields where it has it. */
function Optional({ shape, ...props }: LeafProps & { readonly shape: Shape }) {
  const { tree, put } = useDrafting();
  const has = props.value !== undefined && props.value !== null;
  return (
    <div className="part-optional">
      <CheckGroup
        label=""
        hint={props.hint}
        checks={[
          {
            name: `${fieldName(props.path)}.has`,
            words: props.label,
            checked: has,
            onCheck: (on) => put(props.path, on ? blankOf(shape, tree) : props.nothing),
          },
        ]}
      />
      {has && shape.kind === 'words' && <WordsFields {...props} />}
      {has && shape.kind === 'object' && (
        <div className="part-group">
          <ItemProblem path={props.path} problem={props.problem} warning={props.warning} />
          <PartFields path={props.path} fields={shape.fields} />
        </div>
      )}
    </div>
  );
}

/** What is wrong with a part as a whole. */
export function ItemProblem({ path, problem, warning }: Pick<LeafProps, 'path' | 'problem' | 'warning'>) {
  return (
    <>
      {problem !== undefined && (
        <p className="field-problem" id={`${fieldName(path)}-problem`}>
          {problem}
        </p>
      )}
      {warning !== undefined && <p className="field-warning">{warning}</p>}
    </>
  );
}

/** Short texts parted by commas. */
function StringsLeaf(props: LeafProps) {
  const { put } = useDrafting();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = listOf(props.value)
    .map((own) => textOf(own) || textOf(branchOf(own)['kind']))
    .join(', ');
  return (
    <TextField
      name={fieldName(props.path)}
      label={props.label}
      hint={props.hint}
      problem={props.problem}
      warning={props.warning}
      text={typed ?? kept}
      onLeave={() => setTyped(null)}
      onText={(text) => {
        setTyped(text);
        const list = text
          .split(',')
          .map((own) => own.trim())
          .filter((own) => own !== '');
        put(props.path, list.length === 0 && props.nothing === undefined ? undefined : list);
      }}
    />
  );
}

function parentOf(path: Path): string {
  return textOf(path.slice(0, -1).findLast((key) => typeof key === 'string'));
}
