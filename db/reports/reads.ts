import type { ReportAsked, ReportKind } from '../../shared/contract/reports';
import type { CountedRows } from '../../shared/reports/counted';
import type { Sql } from '../statements';
import { firstDayStatement, reportStatements, reportValues } from './statements';

/** A course by what a report calls it. */
export type CourseNamed = { readonly id: string; readonly code: string; readonly title: string };

/** Counts for reports. */
export function reportReads(sql: Sql) {
  return {
    /** The first of some days on which a report finds anything; null where it finds nothing. */
    firstDay: (kind: ReportKind, from: string, to: string): string | null =>
      sql.one<{ day: string }>(firstDayStatement(kind), from, to)?.day ?? null,
    /** What a report counts on some days, both ends inside; `today` is the office's day. */
    counted: <K extends ReportKind>(
      asked: ReportAsked & { readonly kind: K },
      from: string,
      to: string,
      today: string,
    ): CountedRows<K> => sql.all(reportStatements[asked.kind], ...reportValues(asked, from, to, today)),
    /** Whether the register has cases that no report counts. */
    hasUncounted: (): boolean => sql.one(`SELECT 1 FROM "case" WHERE state IN ('undone', 'removed') LIMIT 1`) !== null,
    /** What all courses are called. */
    courseNames: (): CourseNamed[] => sql.all('SELECT id, code, title FROM course'),
  };
}
