import { Screen } from '../components/screen';

/** The office calendar: hours, closures, terms. */
export function CalendarScreen() {
  return (
    <Screen title="Office calendar">
      <p>No day is chosen.</p>
    </Screen>
  );
}
