import { Screen } from '../components/screen';

/** Students: found by number, name or e-mail; one opened by its id, or `new`. */
export function StudentsScreen({ id }: { readonly id: string | null }) {
  return (
    <Screen title="Students">
      <p>{id ?? 'No student is chosen.'}</p>
    </Screen>
  );
}
