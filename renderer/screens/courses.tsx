import { Screen } from '../components/screen';

/** The courses of the office. */
export function CoursesScreen() {
  return (
    <Screen title="Courses">
      <p>No course is chosen.</p>
    </Screen>
  );
}
