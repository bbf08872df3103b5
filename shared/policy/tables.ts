import type { Language } from '../day';
import { afterWords, endWords } from './limit-words';
import type { Band, Pack, PolicyTable, Schedule } from './pack';

/** One stretch of a row: when a drop falls in it, what it gives, and the clause. */
export type TableStage = {
  readonly when: string;
  readonly refund: string;
  readonly percent: number;
  readonly clause: string;
};

/** One row of a policy's table in words; null is a column that the table does not have or that the row leaves empty. */
export type TableRow = {
  readonly length: string;
  readonly begins: string | null;
  readonly register: string | null;
  readonly stages: readonly TableStage[];
  readonly gradeFree: string | null;
  /** Whether the row is one to ask the office about, as the policy's words are not certain there. */
  readonly uncertain: boolean;
};

/** What stands over each column; null is a column that the table does not have. */
export type TableHeads = Readonly<Record<'length' | 'refund' | 'percent', string>> &
  Readonly<Record<'begins' | 'register' | 'gradeFree', string | null>>;

/** A table of a policy, ready to be shown or printed. */
export type PrintedTable = {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  readonly heads: TableHeads;
  readonly rows: readonly TableRow[];
};

/** The tables that a policy publishes, made from the schedules that decide by it, so that they can say nothing else. */
export function policyTables(pack: Pack, language: Language): readonly PrintedTable[] {
  return (pack.tables ?? []).map((table) => {
    const { columns } = table;
    return {
      id: table.id,
      title: table.title[language],
      clause: table.clause,
      heads: {
        length: columns.length[language],
        begins: columns.begins?.[language] ?? null,
        register: columns.register?.[language] ?? null,
        refund: columns.refund[language],
        percent: columns.percent[language],
        gradeFree: columns.gradeFree?.[language] ?? null,
      },
      rows: table.rows.flatMap((row) => {
        const schedule = pack.schedules.find((s) => s.id === row.schedule);
        return schedule === undefined ? [] : [rowOf(table, row, schedule, language)];
      }),
    };
  });
}

function rowOf(
  { limits, columns }: PolicyTable,
  { label, begins }: PolicyTable['rows'][number],
  schedule: Schedule,
  language: Language,
): TableRow {
  const limitOf = (id: string): string | null => {
    const own = schedule.deadlines?.find((d) => d.id === id);
    return own === undefined ? null : endWords(own.through, language);
  };
  return {
    length: label[language],
    begins: begins?.[language] ?? null,
    register: columns.register === undefined ? null : limitOf('register'),
    stages: schedule.bands.flatMap((band, i) => stageOf(limits, schedule.bands, band, i, language)),
    gradeFree: columns.gradeFree === undefined ? null : limitOf('grade-free'),
    uncertain: schedule.bands.some((b) => b.caution !== undefined),
  };
}

function stageOf(
  limits: PolicyTable['limits'],
  bands: readonly Band[],
  band: Band,
  index: number,
  language: Language,
): readonly TableStage[] {
  const { until, percent, clause, label } = band;
  const before = bands[index - 1]?.until ?? null;
  const rest = { refund: label[language], percent, clause };
  const byStart = limits === 'starts' ? before !== null : until === undefined && limits === 'ends-and-after';
  if (byStart) return before === null ? [] : [{ when: afterWords(before, language), ...rest }];
  return until === undefined ? [] : [{ when: endWords(until, language, before), ...rest }];
}
