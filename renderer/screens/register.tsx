import { Screen } from '../components/screen';

/** The register of cases with find and filters. */
export function RegisterScreen() {
  return (
    <Screen title="Drops">
      <p>No case is chosen.</p>
    </Screen>
  );
}
