import { useState } from 'react';
import { Link } from 'wouter';
import type { CourseRow, StudentRow } from '../../shared/contract/roster';
import type { Paper } from '../../shared/contract/letters';
import type { Language } from '../../shared/day';
import type { Failure } from '../../shared/errors';
import type { Course } from '../../shared/register/course';
import { listName, type Student } from '../../shared/register/student';
import { useCommands } from '../commanding';
import { CommandButton } from '../components/button';
import { ChoiceField } from '../components/choice-field';
import { LookupField } from '../components/lookup-field';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { say } from '../status';
import { ask, call, useCall } from '../wire';
import { SheetFrame } from './letters/sheet-frame';
import { formsOf, policiesNow, policyOf } from '../policies';
import { to } from '../routes';
import { FailureBox } from './saying';
import { courseDetail } from './students/student-enrolments';
import './screens.css';

/** The policy's forms, blank or filled in for a student and a course, and its tables, to look at, print or save. */
export function PapersScreen({ studentId }: { readonly studentId: string | null }) {
  const office = useCall('office.get', {});
  const student = useCall('student.get', studentId === null ? null : { id: studentId });
  if (office.error !== null)
    return (
      <Screen title="Print forms">
        <FailureBox failure={office.error.failure} />
      </Screen>
    );
  if (office.data === undefined || (studentId !== null && student.data === undefined && student.error === null))
    return <Screen title="Print forms">{null}</Screen>;
  return <Papers policy={office.data.office.policy} known={student.data?.student ?? null} about={null} />;
}

/** A form of a case's policy, filled in with the case: its student, its course and the decision that was told. */
export function CaseFormScreen({ caseId, form }: { readonly caseId: string; readonly form: string }) {
  const view = useCall('case.get', { id: caseId });
  if (view.error !== null)
    return (
      <Screen title="Print forms">
        <FailureBox failure={view.error.failure} />
      </Screen>
    );
  if (view.data === undefined) return <Screen title="Print forms">{null}</Screen>;
  const { row, student } = view.data;
  return <Papers policy={row.policy} known={student} about={{ id: row.id, number: row.number, form }} />;
}

type PapersProps = {
  readonly policy: string;
  readonly known: Student | null;
  /** The case that the form is for, and the form that was asked for; null where it is for none. */
  readonly about: { readonly id: string; readonly number: string; readonly form: string } | null;
};

function Papers({ policy, known, about }: PapersProps) {
  const choices = about === null ? choicesOf(policy) : formChoices(policy);
  const [chosen, setChosen] = useState<string | null>(about?.form ?? choices[0]?.value ?? null);
  const [asked, setAsked] = useState<Language | null>(null);
  const [student, setStudent] = useState<Student | null>(known);
  const [studentText, setStudentText] = useState(known === null ? '' : listName(known));
  const [course, setCourse] = useState<Course | null>(null);
  const [courseText, setCourseText] = useState('');
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const tables = chosen?.startsWith(tablesOf) === true ? chosen.slice(tablesOf.length) : null;
  const language = asked ?? student?.language ?? 'en';
  const paper =
    chosen === null ? null : paperOf(chosen, tables, language, { student, course, caseId: about?.id ?? null });
  const preview = useCall('paper.preview', paper);

  async function print(): Promise<void> {
    if (paper === null) return;
    setTrouble(null);
    const result = await call('paper.print', paper);
    if (!result.ok) return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    say({
      tone: 'note',
      text: !result.value.handedOver
        ? 'Nothing was printed.'
        : `The ${tables === null ? 'form was' : 'tables were'} handed to the printer.`,
    });
  }
  async function savePdf(): Promise<void> {
    if (paper === null) return;
    const result = await call('paper.savePdf', paper);
    if (result.ok) return say({ tone: 'saved', text: `Saved as ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  useCommands({ print: () => void print(), 'print.savePdf': () => void savePdf() });

  return (
    <Screen
      title="Print forms"
      detail={preview.data?.title ?? ''}
      actions={
        <>
          <CommandButton id="print.savePdf" />
          <CommandButton id="print" tone="primary" disabled={paper === null} />
        </>
      }
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      {preview.error !== null && <FailureBox failure={preview.error.failure} />}
      <div className="columns form-and-picture narrow-form">
        <Panel title="Which form">
          <div className="form">
            <ChoiceField
              label="Form"
              name="form"
              choices={choices}
              value={chosen}
              onChoose={setChosen}
              optional={false}
            />
            <ChoiceField<Language>
              label="Language"
              name="language"
              choices={languages}
              value={language}
              onChoose={setAsked}
              optional={false}
            />
            {about !== null && (
              <p className="quiet-text">
                Filled in for <Link href={to.case(about.id)}>{about.number}</Link>
                {known !== null && `, ${listName(known)}`}.
              </p>
            )}
            {tables === null && about === null && (
              <>
                <LookupField<StudentRow>
                  label="Student"
                  name="student"
                  what="student"
                  hint="Empty for a blank form"
                  text={studentText}
                  onText={setStudentText}
                  chosen={student === null ? null : { student, forms: 0 }}
                  onChoose={(row) => setStudent(row?.student ?? null)}
                  find={(text) => ask('student.find', { text, limit: 12 })}
                  keyOf={(row) => row.student.id}
                  title={(row) => listName(row.student)}
                  detail={(row) => `${row.student.number} · ${row.student.address.city}`}
                  isCode={(row, typed) => row.student.number === typed}
                />
                <LookupField<CourseRow>
                  label="Course"
                  name="course"
                  what="course"
                  hint={student === null ? 'Empty for a blank form' : 'Those the student is enrolled in come first'}
                  text={courseText}
                  onText={setCourseText}
                  chosen={course === null ? null : { course, term: null, enrolled: null, roster: 0 }}
                  onChoose={(row) => setCourse(row?.course ?? null)}
                  find={(text) => ask('course.find', { text, limit: 12, studentId: student?.id ?? null })}
                  keyOf={(row) => row.course.id}
                  title={(row) => `${row.course.code} ${row.course.title}`}
                  detail={courseDetail}
                  badge={(row) => (row.enrolled === true ? 'enrolled' : null)}
                  isCode={(row, typed) => row.course.code.toLowerCase() === typed.toLowerCase()}
                />
              </>
            )}
          </div>
        </Panel>
        {preview.data !== undefined && <SheetFrame preview={preview.data} envelope="none" overlay={false} />}
      </div>
    </Screen>
  );
}

/** What stands before a policy's id where its tables are chosen and not a form; no form's id has a colon. */
const tablesOf = 'tables:';

const languages = [
  { value: 'en', words: 'English' },
  { value: 'es', words: 'Spanish' },
] as const;

/** The forms of the office's policy, and the tables of every policy that publishes some, the office's first. */
function choicesOf(policy: string): readonly { readonly value: string; readonly words: string }[] {
  const own = policyOf(policy);
  const all = [...(own === null ? [] : [own]), ...policiesNow().filter((p) => p.id !== policy)];
  return [
    ...formChoices(policy),
    ...all
      .filter((p) => (p.pack.tables ?? []).length > 0)
      .map((p) => ({
        value: `${tablesOf}${p.id}`,
        words: p.id === policy ? 'Refund tables' : `Tables, ${p.pack.institution.split(',')[0]}`,
      })),
  ];
}

/** The forms of a policy. */
function formChoices(policy: string): readonly { readonly value: string; readonly words: string }[] {
  return formsOf(policy).map((f) => ({ value: f.id, words: f.title.en }));
}

type FilledFor = { readonly student: Student | null; readonly course: Course | null; readonly caseId: string | null };

function paperOf(form: string, tables: string | null, language: Language, filled: FilledFor): Paper {
  if (tables !== null) return { kind: 'policy-tables', policy: tables, version: null, language };
  const { student, course, caseId } = filled;
  if (caseId !== null) return { kind: 'form', form, studentId: null, courseId: null, caseId, language };
  return { kind: 'form', form, studentId: student?.id ?? null, courseId: course?.id ?? null, language };
}
