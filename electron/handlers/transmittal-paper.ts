import type { Result } from '../../shared/result';
import type { Page } from '../desktop';
import type { OpenContext } from './context';

/** The cover sheet of a batch for the Business Office, for signature. */
export function transmittalPaperOf(_id: string, _context: OpenContext): Result<Page & { readonly pages: number }> {
  throw new Error('not answered yet');
}
