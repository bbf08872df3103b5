import { Screen } from '../components/screen';

/** A course with its meetings and roster; `new` for one not yet in the register. */
export function CourseScreen({ id }: { readonly id: string }) {
  return (
    <Screen title="Course">
      <p>{id}</p>
    </Screen>
  );
}
