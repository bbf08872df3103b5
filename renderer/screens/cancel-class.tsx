import { Screen } from '../components/screen';

/** Cancels a class for its whole roster. */
export function CancelClassScreen({ id }: { readonly id: string }) {
  return (
    <Screen title="Cancel a class">
      <p>{id}</p>
    </Screen>
  );
}
