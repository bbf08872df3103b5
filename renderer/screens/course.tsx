import { useState } from 'react';
import type { Output } from '../../shared/contract';
import { Screen } from '../components/screen';
import { newRecord } from '../routes';
import { newRequestId, useCall } from '../wire';
import { CourseEditor } from './courses/course-editor';
import { blankCourse, type CourseContext } from './courses/course-text';
import { useDays } from './record-form/days';
import { FailureBox } from './saying';
import './screens.css';

/** A course with its meetings, deadlines and roster; `new` for one not yet in the register. */
export function CourseScreen({ id }: { readonly id: string }) {
  const office = useCall('office.get', {});
  const course = useCall('course.get', id === newRecord ? null : { id });
  const days = useDays(office.data?.office);
  const failure = office.error?.failure ?? course.error?.failure;
  if (failure !== undefined)
    return (
      <Screen title="Course">
        <FailureBox failure={failure} />
      </Screen>
    );
  if (office.data === undefined || days === null || (id !== newRecord && course.data === undefined))
    return <Screen title="Course">{null}</Screen>;
  const context = { office: office.data.office, terms: office.data.terms, days };
  return course.data === undefined || id === newRecord ? (
    <NewCourse context={context} />
  ) : (
    <KeptCourse key={id} kept={course.data} context={context} />
  );
}

function NewCourse({ context }: { readonly context: CourseContext }) {
  // A second new course begins a new record with a new request.
  const [id, setId] = useState(newRequestId);
  return (
    <CourseEditor
      key={id}
      course={blankCourse(id, context)}
      roster={null}
      context={context}
      onNext={() => setId(newRequestId())}
    />
  );
}

function KeptCourse({ kept, context }: { readonly kept: Output<'course.get'>; readonly context: CourseContext }) {
  return <CourseEditor course={kept.course} roster={kept.roster} context={context} onNext={null} />;
}
