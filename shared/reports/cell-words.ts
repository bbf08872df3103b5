import type { CellKind, ReportCell } from '../contract/reports';
import { formatDay } from '../day';
import { formatCents } from '../money';
import { grouped } from './chart-scale';

/** A cell of a report as it is read, on the screen and on paper: money with its cents, percentages with one decimal, no figure as a dash. */
export function sayCell(kind: CellKind, value: ReportCell): string {
  if (value === null) return isFigure(kind) ? '–' : '';
  if (typeof value === 'string') return kind === 'day' ? sayDay(value) : value;
  switch (kind) {
    case 'text':
      return String(value);
    case 'count':
      return grouped(value);
    case 'cents':
      return formatCents(value);
    case 'percent':
      return `${value.toFixed(1)}%`;
    case 'days':
      return Number.isInteger(value) ? grouped(value) : value.toFixed(1);
    case 'day':
      return String(value);
  }
}

/** Whether cells of a kind stand to the right, so that their figures lie under one another. */
export function isFigure(kind: CellKind): boolean {
  return kind !== 'text' && kind !== 'day';
}

/** A day without its weekday: `Sep 22, 2026`. */
function sayDay(day: string): string {
  return formatDay(day, 'en').replace(/^\w+, /, '');
}
