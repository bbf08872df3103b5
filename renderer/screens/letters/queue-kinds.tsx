import type { LetterKindCount } from '../../../shared/contract/letters';
import { sayType } from '../../../shared/letters/type-words';
import { count } from '../wording';

/** How many letters of which kind are in the list, and their sheets: `Partial refund 12 (3 in Spanish)`. */
export function QueueKinds({ kinds }: { readonly kinds: readonly LetterKindCount[] }) {
  const types = [...new Set(kinds.map((kind) => kind.type))];
  const sum = (of: readonly LetterKindCount[], what: 'letters' | 'sheets') => of.reduce((n, kind) => n + kind[what], 0);
  if (types.length === 0) return null;
  return (
    <ul className="letter-kinds" aria-label="Kinds of letter in this list">
      {types.map((type) => {
        const of = kinds.filter((kind) => kind.type === type);
        const spanish = sum(
          of.filter((kind) => kind.language === 'es'),
          'letters',
        );
        return (
          <li key={type}>
            {sayType(type)} <strong>{sum(of, 'letters').toLocaleString('en-US')}</strong>
            {spanish > 0 && ` (${spanish.toLocaleString('en-US')} in Spanish)`}
          </li>
        );
      })}
      <li>
        In all <strong>{count(sum(kinds, 'letters'), 'letter')}</strong> on {count(sum(kinds, 'sheets'), 'sheet')}
      </li>
    </ul>
  );
}
