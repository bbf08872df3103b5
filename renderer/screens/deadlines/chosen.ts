import type { SheetFilter } from '../../../shared/contract/deadlines';
import type { Term } from '../../../shared/register/office';
import { createSitting, createStore } from '../../store';
import { termNamed } from '../register/filter-line';

/** Which courses the deadline sheet is for, as it was chosen last: it is there again when one comes back. */
export const chosenCourses = createSitting<Omit<SheetFilter, 'courseId'>>({ text: '', termId: null });

/** How a sheet goes to paper. */
export const chosenLayout = createStore<'table' | 'pages'>('table');

/** What the line that finds courses means: words of number and title, and `term:F26`. */
export function courseFilter(typed: string, terms: readonly Term[]): Omit<SheetFilter, 'courseId'> {
  const term = /(?:^|\s)term:(\S+)/i.exec(typed);
  return {
    termId: term === null ? null : (termNamed(term[1] ?? '', terms)?.id ?? null),
    text: typed.replace(/(?:^|\s)term:\S*/i, ' ').trim(),
  };
}
