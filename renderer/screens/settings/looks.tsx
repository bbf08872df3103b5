import { useState } from 'react';
import { appearance, chooseAppearance, type Appearance } from '../../appearance';
import { ChoiceField } from '../../components/choice-field';

const choices = [
  { value: 'system', words: 'As this PC is set' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;

/** Light or dark, on this PC alone; it takes effect at once. */
export function Looks() {
  const [chosen, setChosen] = useState<Appearance>(appearance);
  return (
    <div className="form">
      <ChoiceField
        label="Look"
        name="appearance"
        choices={choices}
        value={chosen}
        optional={false}
        hint="Takes effect at once, on this PC. High contrast follows the PC’s own setting."
        onChoose={(choice) => {
          if (choice === null) return;
          chooseAppearance(choice);
          setChosen(choice);
        }}
      />
    </div>
  );
}
