import type { LetterFilter } from '../../../shared/contract/letters';
import { Button } from '../../components/button';
import { createSitting, useStore } from '../../store';
import { useCall } from '../../wire';
import { FindBar } from '../find-bar';
import { useUnlettered } from './unlettered';

/** How the letters are looked at: which of them, what was typed, how they are sorted. */
export type LetterView = {
  readonly shown: LetterFilter | 'to-make' | 'all';
  readonly text: string;
  readonly sort: 'number' | 'name' | 'postal' | 'case';
};

/** The letters as they were left, so that the way back finds them again. */
export const letterView = createSitting<LetterView>({ shown: 'ready', text: '', sort: 'postal' });

/** The letters that are ticked, by id: a look at one of them leaves them ticked. */
export const letterTicks = createSitting<ReadonlySet<string>>(new Set());

const states: readonly { readonly shown: LetterView['shown']; readonly words: string }[] = [
  { shown: 'to-make', words: 'To make' },
  { shown: 'ready', words: 'Ready' },
  { shown: 'needs-address', words: 'Needs address' },
  { shown: 'came-back', words: 'Came back' },
  { shown: 'printed', words: 'Printed' },
  { shown: 'reprinted', words: 'Reprinted' },
  { shown: 'mailed', words: 'Mailed' },
  { shown: 'voided', words: 'Voided' },
  { shown: 'all', words: 'All' },
];

/** Rare states show themselves when there is something in them. */
const rare: readonly LetterView['shown'][] = ['needs-address', 'came-back', 'reprinted', 'voided'];

/** What letters of a state are called; null is all of them. */
export function stateWords(state: LetterFilter | null): string {
  return states.find((s) => s.shown === (state ?? 'all'))?.words ?? '';
}

/** The line that finds letters, and the states to choose from with how many are in each. `onChange` is told when the list becomes another. */
export function LetterStates({ onChange }: { readonly onChange: () => void }) {
  const { shown, text } = useStore(letterView);
  const list = useCall('letter.list', { text: '', state: null, sort: 'number', offset: 0, limit: 1 });
  const unlettered = useUnlettered('');
  const put = (next: Partial<LetterView>) => {
    letterView.set({ ...letterView.get(), ...next });
    onChange();
  };
  const countOf = (of: LetterView['shown']): number | null =>
    of === 'all' ? null : of === 'to-make' ? unlettered.total : (list.data?.counts[of] ?? 0);
  return (
    <FindBar
      label="Find a letter"
      hint="A name, a case number or a letter number"
      text={text}
      onText={(t) => put({ text: t })}
    >
      {states
        .filter((s) => !rare.includes(s.shown) || s.shown === shown || (countOf(s.shown) ?? 0) > 0)
        .map((s) => (
          <Button key={s.shown} pressed={shown === s.shown} onPress={() => put({ shown: s.shown })}>
            {s.words} {countOf(s.shown) !== null && `(${countOf(s.shown)})`}
          </Button>
        ))}
    </FindBar>
  );
}
