import { useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/contract';
import type { StudentRow } from '../../../shared/contract/roster';
import type { Failure } from '../../../shared/errors';
import { listName, studentSchema, type Student } from '../../../shared/register/student';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { Chip } from '../../components/chip';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { useDays } from '../record-form/days';
import { readingResolver } from '../record-form/reading';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { AddressWindow } from './address-window';
import { PossibleDuplicates } from './possible-duplicates';
import { StudentCases } from './student-cases';
import { StudentEnrolments } from './student-enrolments';
import { StudentForms } from './student-forms';
import { StudentPrivacy, type PrivacyAsking } from '../privacy/student-privacy';
import { blankStudent, StudentFields } from './student-form';
import '../screens.css';

const check = readingResolver<Student, Student>((student) => ({ record: student, wrong: [] }), studentSchema);

/** A student who is not in the register yet. */
export function NewStudent() {
  // A second new student begins a new record with a new request.
  const [id, setId] = useState(newRequestId);
  return <Editor key={id} student={blankStudent(id)} kept={null} onNext={() => setId(newRequestId())} />;
}

/** A student of the register: the record, the enrolments, the forms. */
export function StudentPage({ id }: { readonly id: string }) {
  const found = useCall('student.get', { id });
  if (found.error !== null)
    return (
      <Screen title="Student">
        <FailureBox failure={found.error.failure} />
      </Screen>
    );
  if (found.data === undefined) return <Screen title="Student">{null}</Screen>;
  return <Editor student={found.data.student} kept={found.data} onNext={null} />;
}

type EditorProps = {
  readonly student: Student;
  readonly kept: Output<'student.get'> | null;
  readonly onNext: (() => void) | null;
};

function Editor({ student, kept, onNext }: EditorProps) {
  const [, go] = useLocation();
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office);
  const request = useRef(newRequestId());
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<PrivacyAsking | null>(null);
  const [seen, setSeen] = useState<readonly StudentRow[]>([]);
  const form = useForm<Student, unknown, Student>({
    values: student,
    resolver: check,
    mode: 'onTouched',
    resetOptions: { keepDirtyValues: true },
  });
  const typed = useWatch({ control: form.control }) as Student;
  // Read at every drawing: what is not read is not kept up to date.
  const { isDirty } = form.formState;
  const valid = studentSchema.safeParse(typed);
  const similar = useCall('student.similar', valid.success && isDirty ? { student: valid.data } : null);
  const twins = valid.success ? (similar.data ?? []) : [];

  const save = (then: 'stay' | 'next') =>
    form.handleSubmit(
      async (record) => {
        setTrouble(null);
        const unseen = twins.filter((t) => !seen.some((s) => s.student.id === t.student.id));
        if (unseen.length > 0) {
          setSeen(twins);
          document.querySelector<HTMLElement>('.possible-duplicates a')?.focus();
          return;
        }
        const result = await change('student.save', { requestId: request.current, student: record });
        if (!result.ok) return takeProblems(form, result.failure, setTrouble);
        request.current = newRequestId();
        form.reset(result.value);
        say({ tone: 'saved', text: `Saved ${listName(result.value)}` });
        if (then === 'next' && onNext !== null) onNext();
        else if (kept === null) go(to.student(result.value.id), { replace: true });
      },
      (errors) => void focusFirstProblem(errors),
    )();
  useCommands(
    {
      'record.save': () => void save('stay'),
      'record.saveNew': onNext === null ? undefined : () => void save('next'),
    },
    'student.save',
  );

  return (
    <Screen
      title={kept === null ? 'New student' : listName(student)}
      windowTitle="Student"
      detail={
        kept === null ? (
          ''
        ) : (
          <>
            {student.number} {kept.flag !== null && <Chip tone="wait">Confidential</Chip>}
          </>
        )
      }
      actions={
        <>
          {onNext !== null && <CommandButton id="record.save" />}
          <CommandButton
            id={onNext === null ? 'record.save' : 'record.saveNew'}
            tone="primary"
            label={editing ? 'Save enrollment' : asking !== null ? 'Record' : undefined}
          />
        </>
      }
    >
      <div className="columns form-and-picture">
        <Panel title="The student">
          {trouble !== null && <FailureBox failure={trouble} />}
          <PossibleDuplicates rows={twins} seen={seen.length > 0} />
          <RecordForm onSave={() => void save('stay')}>
            <StudentFields control={form.control} fresh={kept === null} />
          </RecordForm>
        </Panel>
        <div className="stack">
          {office.data !== undefined && (
            <Panel title="In the window of the envelope" pane={false}>
              <AddressWindow
                student={{ ...student, ...typed, address: { ...student.address, ...typed.address } }}
                printing={office.data.office.printing}
              />
            </Panel>
          )}
          {kept !== null && days !== null && (
            <StudentEnrolments student={kept.student} enrolments={kept.enrolments} days={days} onEditing={setEditing} />
          )}
          {kept !== null && <StudentCases student={kept.student} cases={kept.cases} />}
          {kept !== null && days !== null && (
            <StudentPrivacy student={kept.student} flag={kept.flag} days={days} asking={asking} onAsk={setAsking} />
          )}
          {kept !== null && office.data !== undefined && (
            <StudentForms studentId={kept.student.id} enrolments={kept.enrolments} policy={office.data.office.policy} />
          )}
        </div>
      </div>
    </Screen>
  );
}
