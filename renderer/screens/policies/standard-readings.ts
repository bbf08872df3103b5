import { branchOf, listOf, valueAt, withValue } from './tree';

type Standard = {
  readonly name: string;
  readonly label: readonly [string, string];
  readonly usual: string | null;
  readonly values: readonly (readonly [string, string, string])[];
};

const readings: Readonly<Record<string, Standard>> = {
  basis: {
    name: 'elapsed-basis',
    label: ['How elapsed course time is counted', 'Cómo se cuenta el tiempo transcurrido'],
    usual: null,
    values: [
      ['meeting-minutes', 'minutes of its meetings', 'minutos de sus sesiones'],
      ['meetings', 'meetings held', 'sesiones celebradas'],
      ['calendar-days', 'calendar days', 'días naturales'],
    ],
  },
  boundary: {
    name: 'elapsed-boundary',
    label: ['Whether exactly the share has elapsed', 'Si la parte exacta ya ha transcurrido'],
    usual: 'reached',
    values: [
      ['reached', 'at exactly the share it has', 'con la parte exacta, sí'],
      ['passed', 'only beyond the share', 'solo después'],
    ],
  },
  'term-week': {
    name: 'term-week',
    label: ['How weeks of the term are counted', 'Cómo se cuentan las semanas del período'],
    usual: 'seven-days',
    values: [
      ['seven-days', 'seven days each, from the first day', 'de siete días, desde el primer día'],
      ['friday', 'each ends on its Friday', 'cada una termina en viernes'],
    ],
  },
  'class-week': {
    name: 'class-week',
    label: ['How weeks of the course are counted', 'Cómo se cuentan las semanas del curso'],
    usual: 'seven-days',
    values: [
      ['seven-days', 'seven days each, from the first meeting', 'de siete días, desde la primera sesión'],
      ['monday', 'calendar weeks, from Monday', 'semanas naturales, desde el lunes'],
    ],
  },
};

const asked: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  share: [
    ['basis', 'basis'],
    ['boundary', 'boundary'],
  ],
  'term-week': [['reading', 'term-week']],
  'class-week': [['reading', 'class-week']],
};

/** The draft with the readings that a kind of limit asks for, cited by the limit's clause, where it has none of their values yet; and their names by field. */
export function withStandardReadings(
  tree: unknown,
  kind: string,
  clause: string,
): readonly [unknown, Readonly<Record<string, string>>] {
  let next = tree;
  const names: Record<string, string> = {};
  for (const [field, which] of asked[kind] ?? []) {
    const standard = readings[which];
    if (standard === undefined) continue;
    const own = listOf(valueAt(next, ['pack', 'readings'])).map(branchOf);
    const like = own.find((r) => listOf(r['values']).some((v) => branchOf(v)['value'] === standard.values.at(-1)?.[0]));
    names[field] = typeof like?.['name'] === 'string' ? like['name'] : standard.name;
    if (like === undefined) next = withValue(next, ['pack', 'readings'], [...own, written(standard, clause)]);
  }
  return [next, names];
}

function written({ name, label: [en, es], usual, values }: Standard, clause: string): unknown {
  return {
    name,
    clause,
    label: { en, es },
    default: usual,
    values: values.map(([value, english, spanish]) => ({ value, label: { en: english, es: spanish } })),
  };
}
