import type { PetitionKind, PetitionState } from '../../../shared/register/petition';
import { Chip, type ChipTone } from '../../components/chip';

/** The clerks’ words for where a petition stands. */
export const stateWords: Readonly<Record<PetitionState, string>> = {
  open: 'Waits for the office',
  returned: 'With the student',
  granted: 'Granted',
  'in-part': 'Granted in part',
  denied: 'Denied',
  late: 'Refused: too late',
  withdrawn: 'Withdrawn',
  undone: 'Undone',
};

const tones: Readonly<Record<PetitionState, ChipTone>> = {
  open: 'wait',
  returned: 'wait',
  granted: 'good',
  'in-part': 'part',
  denied: 'bad',
  late: 'bad',
  withdrawn: 'quiet',
  undone: 'quiet',
};

/** Where a petition stands, as a chip. */
export function StateChip({ state }: { readonly state: PetitionState }) {
  return <Chip tone={tones[state]}>{stateWords[state]}</Chip>;
}

/** Whether it is still to be decided: the office has it, or the student. */
export function isWaiting(state: PetitionState): boolean {
  return state === 'open' || state === 'returned';
}

/** What such a paper is called in a sentence: an appeal, or else a petition. */
export function paperWord(kind: PetitionKind): 'appeal' | 'petition' {
  return kind === 'appeal' ? 'appeal' : 'petition';
}
