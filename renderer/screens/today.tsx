import { Screen } from '../components/screen';

/** What waits today. */
export function TodayScreen() {
  return (
    <Screen title="Today">
      <p>Nothing waits.</p>
    </Screen>
  );
}
