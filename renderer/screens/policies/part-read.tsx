import { formatCents } from '../../../shared/money';
import { endWords } from '../../../shared/policy/limit-words';
import { expressionSchema } from '../../../shared/policy/expression';
import { shortDay } from '../wording';
import { Cite } from './cite';
import { titleOf } from './list-fields';
import { choiceWords, oneOf, partWords } from './part-words';
import type { FieldShape, Shape } from './shape';
import { lengthsOf } from './tier-layout';
import { branchOf, listOf, textOf } from './tree';

type ReadProps = {
  readonly fields: readonly FieldShape[];
  readonly value: unknown;
  readonly parent: string;
  readonly pack: unknown;
};

/** The fields of a part as they stand, each value with its clause; what a policy leaves out is left out. */
export function PartRead({ fields, value, parent, pack }: ReadProps) {
  const own = branchOf(value);
  const shown = fields.filter((f) => f.key !== 'rule' && f.key !== 'id' && !isNothing(own[f.key]));
  return (
    <dl className="facts part-read">
      {shown.map(({ key, shape }) => (
        <div key={key} className="fact">
          <dt>{partWords(parent, key).label}</dt>
          <dd>
            <Read shape={shape} value={own[key]} name={key} parent={parent} pack={pack} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

type ValueProps = {
  readonly shape: Shape;
  readonly value: unknown;
  readonly name: string;
  readonly parent: string;
  readonly pack: unknown;
};

function Read({ shape, value, name, parent, pack }: ValueProps) {
  switch (shape.kind) {
    case 'clause':
      return <Cite clause={textOf(value)} />;
    case 'words': {
      const { en, es } = branchOf(value);
      return (
        <>
          {textOf(en)}
          {textOf(es) !== textOf(en) && (
            <span className="quiet-text" lang="es">
              {' '}
              · {textOf(es)}
            </span>
          )}
        </>
      );
    }
    case 'variants': {
      const limit = expressionSchema.safeParse(value);
      return <>{limit.success ? endWords(limit.data, 'en') : 'not said'}</>;
    }
    case 'money':
      return <>{formatCents(Number(value))}</>;
    case 'day':
      return <>{shortDay(textOf(value))}</>;
    case 'flag':
    case 'choice':
      return <>{choiceWords(name, textOf(value))}</>;
    case 'several':
    case 'strings':
      return (
        <>
          {listOf(value)
            .map((own) => choiceWords(name, textOf(own)))
            .join(', ')}
        </>
      );
    case 'object':
      return name === 'when' ? (
        <>{lengthsOf(branchOf(value), pack)}</>
      ) : (
        <PartRead fields={shape.fields} value={value} parent={name} pack={pack} />
      );
    case 'list':
      return <Items of={shape.of()} items={listOf(value)} name={name} parent={parent} pack={pack} />;
    case 'record':
      return (
        <dl className="facts">
          {Object.entries(branchOf(value)).map(([key, own]) => (
            <div key={key} className="fact">
              <dt>{choiceWords('outcome', key)}</dt>
              <dd>
                <Read shape={shape.of} value={own} name={key} parent={name} pack={pack} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'text':
    case 'moment':
    case 'number':
    case 'value':
      return <>{textOf(value)}</>;
  }
}

function Items({
  of,
  items,
  name,
  pack,
}: {
  readonly of: Shape;
  readonly items: readonly unknown[];
  readonly name: string;
  readonly parent: string;
  readonly pack: unknown;
}) {
  return (
    <ul className="part-items">
      {items.map((item, i) => (
        <li key={i}>
          {of.kind === 'object' ? (
            <>
              <strong>{titleOf(item, `${oneOf(name)} ${i + 1}`)}</strong>
              <PartRead fields={of.fields} value={item} parent={name} pack={pack} />
            </>
          ) : (
            <Read shape={of} value={item} name={name} parent={name} pack={pack} />
          )}
        </li>
      ))}
    </ul>
  );
}
