import type { Content, Kept, LetterContent } from './contents';

/** A letter as it stands: each step counts once, a voided one stays voided; `copies` counts printings. */
export type FoldedLetter = Omit<LetterContent, 'state'> & {
  readonly state: 'needs-address' | 'ready' | 'printed' | 'mailed' | 'came-back' | 'voided';
  readonly madeAt: string;
  readonly printedAt: string | null;
  readonly mailedAt: string | null;
  readonly copies: number;
  /** How it last came back, until it is sent again. */
  readonly cameBack: Content['letter.cameBack'] | null;
};

/** A letter from its entries; one whose making was undone keeps its number and is void. */
export function foldLetter(entries: readonly Kept[]): FoldedLetter | null {
  const made = entries.find((e) => e.kind === 'letter.made');
  if (made?.kind !== 'letter.made') return null;
  let state: FoldedLetter['state'] = made.undone ? 'voided' : made.content.state;
  let printedAt: string | null = null;
  let mailedAt: string | null = null;
  let copies = 0;
  let addressed: Partial<LetterContent> = {};
  let cameBack: FoldedLetter['cameBack'] = null;
  for (const entry of entries) {
    if (entry.undone) continue;
    switch (entry.kind) {
      case 'letter.addressed':
        addressed = entry.content;
        if (state === 'needs-address' || state === 'came-back') state = 'ready';
        cameBack = null;
        break;
      case 'letter.printed':
      case 'letter.reprinted':
        printedAt = entry.at;
        copies += 1;
        // A copy of what went out, or of what came back, brings nothing on its way.
        if (state === 'ready') state = 'printed';
        break;
      case 'letter.mailed':
        mailedAt = entry.at;
        if (state !== 'voided') state = 'mailed';
        break;
      case 'letter.cameBack':
        cameBack = entry.content;
        if (state !== 'voided') state = 'came-back';
        break;
      case 'letter.voided':
        state = 'voided';
        break;
      default:
        break;
    }
  }
  return { ...made.content, ...addressed, state, madeAt: made.at, printedAt, mailedAt, copies, cameBack };
}
