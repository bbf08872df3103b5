import type { Input } from '../../shared/contract';
import type { Result } from '../../shared/result';
import type { Page } from '../desktop';
import type { OpenContext } from './context';

type MailPaper = Extract<Input<'paper.preview'>, { readonly kind: 'labels' | 'envelopes' }>;

/** The addresses of letters, on labels or on envelopes. */
export function mailPaperOf(_paper: MailPaper, _context: OpenContext): Result<Page> {
  throw new Error('not answered yet');
}
