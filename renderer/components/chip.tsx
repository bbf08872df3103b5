import { Ban, Check, CircleDashed, FileQuestionMark, Minus, type LucideIcon } from 'lucide-react';
import type { CaseState } from '../../shared/register/case';

/** How an outcome looks: never by colour alone, always with its words and a shape. */
export type ChipTone = 'good' | 'part' | 'bad' | 'wait' | 'quiet';

const shapes: Record<ChipTone, LucideIcon> = {
  good: Check,
  part: CircleDashed,
  bad: Ban,
  wait: FileQuestionMark,
  quiet: Minus,
};

/** A short word in a frame with a shape of its own. */
export function Chip({ tone, children }: { readonly tone: ChipTone; readonly children: string }) {
  const Shape = shapes[tone];
  return (
    <span className={`chip ${tone}`}>
      <Shape size={12} aria-hidden />
      {children}
    </span>
  );
}

/** The chip of a case: its state, else the outcome's label as the policy names it. */
export function OutcomeChip({
  state,
  outcome,
  percent,
  label,
}: {
  readonly state: CaseState;
  readonly outcome: string | null;
  readonly percent: number | null;
  readonly label: string;
}) {
  if (state === 'undone') return <Chip tone="quiet">Undone</Chip>;
  if (state === 'withdrawn') return <Chip tone="quiet">Taken back</Chip>;
  if (state === 'removed') return <Chip tone="quiet">Removed</Chip>;
  if (state === 'swapped') return <Chip tone="quiet">Section changed</Chip>;
  if (state === 'held' || outcome === null) return <Chip tone="wait">Held</Chip>;
  return <Chip tone={toneOf(outcome, percent)}>{label}</Chip>;
}

/** How an outcome of the policy looks. */
export function toneOf(outcome: string, percent: number | null): ChipTone {
  if (outcome === 'refund') return percent === 100 ? 'good' : 'part';
  if (outcome === 'none' || outcome === 'refused' || outcome === 'not-official') return 'bad';
  return 'wait';
}
