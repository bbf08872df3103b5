import type { InvoiceState } from '../../../shared/register/registration';
import { Chip, type ChipTone } from '../../components/chip';

const looks: Record<InvoiceState, { readonly tone: ChipTone; readonly words: string }> = {
  paid: { tone: 'good', words: 'Paid' },
  'paid-late': { tone: 'part', words: 'Paid late' },
  due: { tone: 'wait', words: 'To be paid' },
  overdue: { tone: 'bad', words: 'Unpaid past its day' },
};

/** How an invoice stands, in a word. */
export function InvoiceChip({ state }: { readonly state: InvoiceState }) {
  const { tone, words } = looks[state];
  return <Chip tone={tone}>{words}</Chip>;
}
