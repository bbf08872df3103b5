import { Screen } from '../components/screen';

/** The office and how its letters look. */
export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <p>Nothing is being changed.</p>
    </Screen>
  );
}
