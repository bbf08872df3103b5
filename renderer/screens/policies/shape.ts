import { z } from 'zod';
import { factsSchema } from '../../../shared/policy/facts';
import { packSchema } from '../../../shared/policy/pack';
import { weeklyFields } from './case-shape';

// What a part of a policy looks like, read off the schema that packs are checked with: a field added there has its place in the editor and
// on the policy's page without a line of code here.

/** What stands in one place of a policy, as the editor asks for it and the page shows it. */
export type Shape =
  | { readonly kind: 'words' | 'text' | 'clause' | 'day' | 'moment' | 'money' | 'flag' | 'value' | 'strings' }
  | { readonly kind: 'number'; readonly whole: boolean }
  | { readonly kind: 'choice' | 'several'; readonly values: readonly string[] }
  | { readonly kind: 'object'; readonly fields: readonly FieldShape[] }
  | { readonly kind: 'list'; readonly of: () => Shape }
  | { readonly kind: 'record'; readonly of: Shape }
  | { readonly kind: 'variants'; readonly variants: readonly Variant[] };

/** One field of an object; null stands for nothing where it is nullable, and it is left out where it is optional. */
export type FieldShape = {
  readonly key: string;
  readonly shape: Shape;
  readonly need: 'required' | 'optional' | 'nullable';
};

type Variant = { readonly value: string; readonly fields: readonly FieldShape[] };

type Json = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly items?: Json;
  readonly additionalProperties?: Json | boolean;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly $defs?: Readonly<Record<string, Json>>;
};

function shapeFrom(root: Json): Shape {
  const resolve = (json: Json): Json => {
    const name = json.$ref?.split('/').at(-1);
    const found = name === undefined ? undefined : root.$defs?.[name];
    return json.$ref === '#' ? root : found === undefined ? json : resolve(found);
  };
  const fieldsOf = (json: Json): readonly FieldShape[] =>
    Object.entries(json.properties ?? {}).map(([key, own]) => {
      const { bare, nullable } = withoutNull(resolve(own));
      const required = json.required?.includes(key) === true;
      return {
        key,
        shape: shapeOf(resolve(bare), key),
        need: !required ? 'optional' : nullable ? 'nullable' : 'required',
      };
    });
  const shapeOf = (json: Json, key: string): Shape => {
    const variants = json.oneOf?.map(resolve);
    if (variants !== undefined)
      return {
        kind: 'variants',
        get variants() {
          return variants.map((own) => ({
            value: own.properties?.['kind']?.const ?? '',
            fields: fieldsOf(own).filter((f) => f.key !== 'kind'),
          }));
        },
      };
    if (Array.isArray(json.type)) return { kind: 'value' };
    if (json.enum !== undefined) return { kind: 'choice', values: json.enum };
    if (json.type === 'boolean') return { kind: 'flag' };
    if (json.type === 'integer' || json.type === 'number')
      return /cents$/i.test(key) || moneyKeys.has(key)
        ? { kind: 'money' }
        : { kind: 'number', whole: json.type === 'integer' };
    if (json.type === 'array') {
      const item = resolve(json.items ?? {});
      if (item.enum !== undefined) return { kind: 'several', values: item.enum };
      if (item.type === 'string' || item.anyOf !== undefined) return { kind: 'strings' };
      return { kind: 'list', of: () => shapeOf(item, key) };
    }
    if (json.type === 'object' && json.properties === undefined)
      return {
        kind: 'record',
        of:
          typeof json.additionalProperties === 'object'
            ? shapeOf(resolve(json.additionalProperties), key)
            : { kind: 'text' },
      };
    if (json.type === 'object') {
      const names = Object.keys(json.properties ?? {});
      return names.length === 2 && names.includes('en') && names.includes('es')
        ? { kind: 'words' }
        : { kind: 'object', fields: fieldsOf(json) };
    }
    if (key === 'clause' || key.endsWith('Clause')) return { kind: 'clause' };
    if (json.format === 'date') return { kind: 'day' };
    return key === 'received' ? { kind: 'moment' } : { kind: 'text' };
  };
  return shapeOf(root, '');
}

const moneyKeys: ReadonlySet<string> = new Set([
  'assessed',
  'collected',
  'deposit',
  'federal',
  'refund',
  'withheld',
  'kept',
]);

function withoutNull(json: Json): { readonly bare: Json; readonly nullable: boolean } {
  const others = json.anyOf?.filter((own) => own.type !== 'null');
  const [only] = others ?? [];
  return others?.length === 1 && only !== undefined && json.anyOf?.length === 2
    ? { bare: only, nullable: true }
    : { bare: json, nullable: false };
}

function schemaOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', reused: 'ref', unrepresentable: 'any' }) as Json;
}

function fieldsIn(shape: Shape): readonly FieldShape[] {
  return shape.kind === 'object' ? shape.fields : [];
}

/** The parts of a pack, in the order of its schema. */
export const packFields: readonly FieldShape[] = fieldsIn(shapeFrom(schemaOf(packSchema)));

/** The facts of a worked case as its small form asks for them: of the whole contract, without what the case has elsewhere. */
export const caseFactsFields: readonly FieldShape[] = fieldsIn(shapeFrom(schemaOf(factsSchema)))
  .filter(({ key }) => !['id', 'policy', 'office', 'readings', 'asOf'].includes(key))
  .map((field) =>
    field.key === 'course' && field.shape.kind === 'object'
      ? {
          ...field,
          shape: {
            kind: 'object',
            fields: [
              ...field.shape.fields.filter(({ key }) => key !== 'title' && key !== 'meetings'),
              { key: 'weekly', shape: { kind: 'object', fields: weeklyFields }, need: 'optional' },
            ],
          },
        }
      : field,
  );
