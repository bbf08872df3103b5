import { useState, type KeyboardEvent } from 'react';
import type { StudentRow } from '../../shared/contract/roster';
import { sayFailure } from '../../shared/errors';
import { studentSchema, type Student } from '../../shared/register/student';
import { Button } from '../components/button';
import { focusField } from '../components/field';
import { Notice } from '../components/notice';
import { TextField } from '../components/text-field';
import { PossibleDuplicates } from '../screens/students/possible-duplicates';
import { ask, change, newRequestId } from '../wire';
import { studentFrom } from './student-lookup';

type QuickStudentProps = {
  /** What was typed into the lookup and matched nobody. */
  readonly typed: string;
  readonly onSaved: (student: Student) => void;
  readonly onCancel: () => void;
};

const fields = [
  { name: 'number', label: 'Student number' },
  { name: 'lastName', label: 'Last name' },
  { name: 'firstName', label: 'First name' },
  { name: 'email', label: 'E-mail' },
] as const;
const addressFields = [
  { name: 'line1', label: 'Street' },
  { name: 'line2', label: 'Apartment' },
  { name: 'city', label: 'City' },
  { name: 'state', label: 'State' },
  { name: 'postal', label: 'ZIP' },
] as const;

/** A new student without leaving the form. Ctrl+Enter saves the student and goes on with the form; Esc goes back to the lookup. */
export function QuickStudent({ typed, onSaved, onCancel }: QuickStudentProps) {
  const [requestId] = useState(newRequestId);
  const [student, setStudent] = useState(() => studentFrom(typed, newRequestId()));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [similar, setSimilar] = useState<readonly StudentRow[]>([]);
  const [seen, setSeen] = useState(false);

  const show = (found: Readonly<Record<string, string>>) => {
    setProblems(found);
    const first = [...fields, ...addressFields].find((f) => found[f.name] !== undefined);
    if (first !== undefined) focusField(`new-${first.name}`);
  };
  const save = async () => {
    const read = studentSchema.safeParse(student);
    if (!read.success)
      return show(Object.fromEntries(read.error.issues.map((i) => [String(i.path.at(-1)), i.message])));
    // Who may be the same person is shown once before a second record of them is made.
    const alike = await ask('student.similar', { student: read.data });
    setSimilar(alike);
    if (alike.length > 0 && !seen) return setSeen(true);
    const saved = await change('student.save', { requestId, student: read.data });
    if (saved.ok) return onSaved(saved.value);
    if (saved.failure.kind === 'invalid')
      show(Object.fromEntries(saved.failure.problems.map((p) => [p.field.split('.').at(-1) ?? p.field, p.message])));
    const said = sayFailure(saved.failure);
    setRefused(`${said.what} ${said.next}`);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.ctrlKey) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // The number, or the name with an address, may be somebody the register knows.
  const look = () => {
    const read = studentSchema.safeParse(student);
    if (read.success) void ask('student.similar', { student: read.data }).then(setSimilar, () => undefined);
  };

  return (
    <div className="field-group" role="group" aria-label="New student" onKeyDown={keyDown} onBlur={look}>
      <h3>New student</h3>
      {fields.map(({ name, label }, index) => (
        <TextField
          key={name}
          name={`new-${name}`}
          label={label}
          text={student[name]}
          onText={(text) => setStudent({ ...student, [name]: text })}
          problem={problems[name]}
          required={index < 2}
          autoFocus={name === (student.number === '' ? 'number' : 'lastName')}
        />
      ))}
      {addressFields.map(({ name, label }) => (
        <TextField
          key={name}
          name={`new-${name}`}
          label={label}
          text={student.address[name]}
          onText={(text) => setStudent({ ...student, address: { ...student.address, [name]: text } })}
          problem={problems[name]}
        />
      ))}
      <PossibleDuplicates rows={similar} seen={seen} />
      {refused !== null && <Notice tone="problem">{refused}</Notice>}
      <div className="field-group-actions">
        <Button tone="quiet" onPress={onCancel}>
          Back <kbd className="kbd">Esc</kbd>
        </Button>
        <Button onPress={() => void save()}>
          Add student <kbd className="kbd">Ctrl Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
