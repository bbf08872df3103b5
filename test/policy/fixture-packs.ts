import { compile, type CompiledPack } from '../../shared/policy/compile';
import type { DeadlineExpression } from '../../shared/policy/expression';
import { packSchema, type Band, type Condition, type Pack } from '../../shared/policy/pack';

// Packs made up of what one test is about. Whole policies of other institutions are in `fixtures`.

type Row = {
  readonly percent: number;
  readonly until?: DeadlineExpression;
  readonly withhold?: number;
  readonly final?: boolean;
  readonly caution?: Band['caution'];
};

type Fixture = {
  readonly begins?: 'term' | 'first-meeting';
  readonly readings?: Readonly<Record<string, readonly string[]>>;
  readonly window?: string;
  readonly schedules: readonly { readonly when?: Condition; readonly bands: readonly Row[] }[];
  readonly deadlines?: readonly {
    readonly id: string;
    readonly through: DeadlineExpression;
    readonly when?: Condition;
  }[];
  readonly decisions?: Pack['decisions'];
  readonly notice?: Partial<Pack['notice']>;
  /** What else of the pack the test is about. */
  readonly more?: Partial<Pack>;
};

const words = (text: string): { en: string; es: string } => ({ en: text, es: text });
const clause = 'A1';

/** A pack of one category, `course`, around the parts a test is about. */
export function fixture({ begins = 'first-meeting', readings = {}, window, ...parts }: Fixture): CompiledPack {
  const pack: Pack = {
    id: 'fixture',
    version: '1',
    effectiveFrom: '1900-01-01',
    name: words('A policy'),
    institution: 'A university',
    sources: [{ title: 'A page' }],
    categories: [{ id: 'course', label: words('Course'), begins, failing: false, clause }],
    beginsClause: clause,
    clauses: { A1: { quote: 'As written.', says: words('As written.') } },
    readings: [
      ...Object.entries({ effective: ['policy', 'received', 'postmarked'], ...readings }).map(([name, values]) => ({
        name,
        clause,
        label: words(name),
        default: values[0] ?? null,
        values: values.map((value) => ({ value, label: words(value) })),
      })),
      ...(window === undefined
        ? []
        : [{ name: window, clause, label: words(window), default: null, values: [], window: true }]),
    ],
    notice: {
      ineffective: ['non-attendance', 'stop-payment', 'instructor-notice'],
      ineffectiveClause: clause,
      spoken: [],
      spokenChannels: [],
      spokenClause: clause,
      documents: [],
      effective: [{ uses: 'received', clause }],
      officeHours: null,
      noNoticeClause: clause,
      ...parts.notice,
    },
    refer: [],
    cancelled: { clause, label: words('Full') },
    referLabel: words('Needs review'),
    outcomeLabels: {},
    dueReading: null,
    failingClause: null,
    schedules: parts.schedules.map(({ when = {}, bands }, i) => ({
      id: `schedule-${i}`,
      label: words('a schedule'),
      when,
      clause,
      rule: 'schedule-meetings',
      bands: bands.map(({ percent, until, withhold, final, caution }, n): Band => ({
        id: `band-${n}`,
        label: words(`${percent}%`),
        percent,
        clause,
        due: 'follows',
        rule: until === undefined ? 'no-refund' : 'by-date',
        ...(until === undefined ? {} : { until }),
        ...(final === undefined ? {} : { final }),
        ...(caution === undefined ? {} : { caution }),
        ...(withhold === undefined ? {} : { withhold: { cents: withhold, clause } }),
      })),
    })),
    federal: null,
    decisions: parts.decisions ?? [],
    unknownDecisionClause: clause,
    deadlines: (parts.deadlines ?? []).map((d) => ({ ...d, label: words(d.id), clause })),
    promise: null,
    forms: [],
    ...parts.more,
  };
  return compile(packSchema.parse(pack));
}
