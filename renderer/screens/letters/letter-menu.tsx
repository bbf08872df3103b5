import { isSameAbout, type LetterAbout, type LetterChoice } from '../../../shared/letters/about';
import { ChoiceField } from '../../components/choice-field';

type LetterMenuProps = {
  readonly choices: readonly LetterChoice[];
  readonly chosen: LetterAbout;
  readonly onChoose: (choice: LetterAbout) => void;
};

/** Which of its letters a case gets: that of what happened last stands first and is chosen. Nothing where there is only one. */
export function LetterMenu({ choices, chosen, onChoose }: LetterMenuProps) {
  if (choices.length < 2) return null;
  const value = choices.findIndex((choice) => isSameAbout(choice, chosen));
  return (
    <div className="form letter-menu">
      <ChoiceField
        label="Which letter"
        name="about"
        choices={choices.map(({ words }, index) => ({ value: String(index), words }))}
        value={String(value)}
        onChoose={(index) => {
          const choice = choices[Number(index)];
          if (choice !== undefined) onChoose({ what: choice.what, petitionId: choice.petitionId });
        }}
        optional={false}
      />
    </div>
  );
}
