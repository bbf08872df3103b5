import { useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { RosterRow } from '../../../shared/contract/roster';
import type { Failure } from '../../../shared/errors';
import { packFor } from '../../../shared/policy/evaluate';
import { courseSchema, type Course } from '../../../shared/register/course';
import { courseOnlyFacts } from '../../../shared/register/facts';
import { looksAfterRegistrations } from '../../../shared/register/registration';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { weekdayAndDay } from '../wording';
import { CourseFields } from './course-form';
import { usePacks } from '../../policies';
import { limitsOfCourse } from './course-limits';
import { CoursePicture } from './course-picture';
import { readCourse, writeCourse, type CourseContext, type CourseText } from './course-text';
import { Roster } from './roster';

type CourseEditorProps = {
  readonly course: Course;
  /** Null for a course that is not in the register yet. */
  readonly roster: readonly RosterRow[] | null;
  readonly context: CourseContext;
  readonly onNext: (() => void) | null;
};

/** A course being written or looked at: its fields, what the policy makes of its meetings while they are typed, and its roster. */
export function CourseEditor({ course, roster, context, onNext }: CourseEditorProps) {
  const [, go] = useLocation();
  const request = useRef(newRequestId());
  const [editing, setEditing] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const resolver = useMemo(
    () => readingResolver<CourseText, Course>((text) => readCourse(text, course, context), courseSchema),
    [course, context],
  );
  const form = useForm<CourseText, unknown, Course>({
    values: useMemo(() => writeCourse(course), [course]),
    resolver,
    mode: 'onTouched',
    resetOptions: { keepDirtyValues: true },
  });
  const typed = useWatch({ control: form.control }) as CourseText;
  const shown = useMemo(() => {
    const read = courseSchema.safeParse({
      ...(readCourse(typed, course, context).record as Course),
      code: 'x',
      title: 'x',
      category: typed.category === '' ? '-' : typed.category,
    });
    return read.success ? read.data : course;
  }, [typed, course, context]);
  const term = context.terms.find((t) => t.id === shown.termId) ?? null;
  const packs = usePacks();
  const { limits, timeline } = useMemo(
    () => limitsOfCourse(shown, term, context.office, packs),
    [shown, term, context.office, packs],
  );

  const registers =
    roster !== null &&
    looksAfterRegistrations(packFor(courseOnlyFacts(course, term, context.office), packs)?.pack.features?.registration);

  const save = (then: 'stay' | 'next') =>
    form.handleSubmit(
      async (record) => {
        setTrouble(null);
        const result = await change('course.save', { requestId: request.current, course: record });
        if (!result.ok) return takeProblems(form, result.failure, setTrouble);
        request.current = newRequestId();
        form.reset(writeCourse(result.value));
        say({ tone: 'saved', text: `Saved ${result.value.code}` });
        if (then === 'next' && onNext !== null) onNext();
        else if (roster === null) go(to.course(result.value.id), { replace: true });
      },
      (errors) => void focusFirstProblem(errors),
    )();
  useCommands(
    {
      'record.save': () => void save('stay'),
      'record.saveNew': onNext === null ? undefined : () => void save('next'),
      'go.registrations': registers ? () => go(to.registrations(course.id)) : undefined,
      'go.deadlines': roster === null ? undefined : () => go(to.deadlinesOf(course.id)),
      'go.whatIf': roster === null ? undefined : () => go(to.whatIfOf(course.id)),
      'course.cancel': roster === null || course.cancelledOn !== null ? undefined : () => go(to.cancelClass(course.id)),
    },
    'course.save',
  );

  return (
    <Screen
      title={roster === null ? 'New course' : course.code}
      detail={roster === null ? '' : course.title}
      actions={
        <>
          {roster !== null && <CommandButton id="go.deadlines" />}
          {registers && <CommandButton id="go.registrations" />}
          {roster !== null && course.cancelledOn === null && (
            <Button asks="course.cancelPreview" onPress={() => go(to.cancelClass(course.id))}>
              Cancel this class…
            </Button>
          )}
          {onNext !== null && <CommandButton id="record.save" />}
          <CommandButton
            id={onNext === null ? 'record.save' : 'record.saveNew'}
            tone="primary"
            label={editing ? 'Save enrollment' : undefined}
          />
        </>
      }
    >
      <div className="columns form-and-picture">
        <div className="stack">
          <Panel title="The course">
            {trouble !== null && <FailureBox failure={trouble} />}
            {course.cancelledOn !== null && (
              <Notice tone="warning">This class was cancelled on {weekdayAndDay(course.cancelledOn)}.</Notice>
            )}
            <RecordForm onSave={() => void save('stay')}>
              <CourseFields form={form} context={context} fresh={roster === null} />
            </RecordForm>
          </Panel>
        </div>
        <div className="stack">
          <Panel title="Meetings and deadlines">
            <CoursePicture course={shown} office={context.office} limits={limits} timeline={timeline} />
          </Panel>
          {roster !== null && <Roster course={course} rows={roster} days={context.days} onEditing={setEditing} />}
        </div>
      </div>
    </Screen>
  );
}
