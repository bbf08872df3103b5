import { Screen } from '../components/screen';

/** First run: the office, its letterhead, where the register lies; or the sample office. Shown while no register is open. */
export function SetupScreen() {
  return (
    <Screen title="Set up Refund Desk">
      <p>No register is open.</p>
    </Screen>
  );
}
