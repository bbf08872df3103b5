import { Screen } from '../components/screen';

/** One case. */
export function CaseScreen({ id }: { readonly id: string }) {
  return (
    <Screen title="Case">
      <p>{id}</p>
    </Screen>
  );
}
