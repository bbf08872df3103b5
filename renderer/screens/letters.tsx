import { Screen } from '../components/screen';

/** The letters queue. */
export function LettersScreen() {
  return (
    <Screen title="Letters">
      <p>No letter is chosen.</p>
    </Screen>
  );
}
