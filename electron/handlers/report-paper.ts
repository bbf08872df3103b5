import type { ReportAsked } from '../../shared/contract/reports';
import type { Result } from '../../shared/result';
import type { Page } from '../desktop';
import type { OpenContext } from './context';

/** A report on paper, with its picture. */
export function reportPaperOf(_asked: ReportAsked, _context: OpenContext): Result<Page & { readonly pages: number }> {
  throw new Error('not answered yet');
}
