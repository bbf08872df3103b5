import { newRecord } from '../routes';
import { StudentList } from './students/student-list';
import { NewStudent, StudentPage } from './students/student-page';

/** Students: found by number, name or e-mail; one opened by its id, or `new`. */
export function StudentsScreen({ id }: { readonly id: string | null }) {
  if (id === null) return <StudentList />;
  if (id === newRecord) return <NewStudent />;
  return <StudentPage key={id} id={id} />;
}
