import { useState } from 'react';
import type { StudentRow } from '../../../shared/contract/roster';
import { residenceOf, type RegistrationRules } from '../../../shared/register/registration';
import { listName, type Student } from '../../../shared/register/student';
import { Button } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { LookupField } from '../../components/lookup-field';
import { Notice } from '../../components/notice';
import { ask } from '../../wire';
import { ResidenceChip } from './residence-chip';

type ParticipantsProps = {
  readonly ids: readonly string[];
  /** Those whom the register has already: the policy may not let them be replaced. */
  readonly registered: readonly Student[];
  readonly rules: RegistrationRules;
  readonly onChange: (ids: readonly string[]) => void;
};

/** Who takes part: added by name or number, refused where the policy bars their residence, and not to be replaced where it says so. */
export function Participants({ ids, registered, rules, onChange }: ParticipantsProps) {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [added, setAdded] = useState<readonly Student[]>([]);
  const students = ids.flatMap((id) => [...registered, ...added].find((s) => s.id === id) ?? []);

  const add = ({ student }: StudentRow) => {
    setText('');
    if (ids.includes(student.id)) return setRefused(`${listName(student)} is on the list already.`);
    const residence = residenceOf(student.address, rules);
    if (residence.kind === 'barred' && rules.residence !== undefined) {
      return setRefused(
        `${listName(student)} lives in ${residence.place}. ${rules.residence.says.en} (${rules.residence.clause})`,
      );
    }
    setRefused(null);
    setAdded([...added, student]);
    onChange([...ids, student.id]);
  };
  const takeOff = (student: Student) => {
    const ban = rules.noSubstitution;
    if (ban !== undefined && registered.some((s) => s.id === student.id)) {
      return setRefused(
        `${ban.says.en} (${ban.clause}) ${listName(student)} stays registered; whoever does not come drops the course.`,
      );
    }
    setRefused(null);
    onChange(ids.filter((id) => id !== student.id));
  };
  const columns: readonly Column<Student>[] = [
    { id: 'name', heading: 'Participant', cell: (student) => <strong>{listName(student)}</strong> },
    { id: 'number', heading: 'Number', cell: (student) => student.number },
    {
      id: 'residence',
      heading: 'Residence',
      cell: (student) => <ResidenceChip residence={residenceOf(student.address, rules)} />,
    },
    {
      id: 'off',
      heading: 'Change',
      cell: (student) => (
        <Button tone="quiet" skipTab label={`Take off ${listName(student)}`} onPress={() => takeOff(student)}>
          Take off
        </Button>
      ),
    },
  ];
  return (
    <>
      <LookupField<StudentRow>
        label="Add a participant"
        name="participant"
        what="student"
        hint="Students of the register; Del on a line takes one off"
        text={text}
        onText={setText}
        chosen={null}
        onChoose={(row) => row !== null && add(row)}
        find={(typed) => ask('student.find', { text: typed, limit: 12 })}
        keyOf={(row) => row.student.id}
        title={(row) => listName(row.student)}
        detail={(row) => `${row.student.number} · ${row.student.address.city}`}
        badge={(row) => (ids.includes(row.student.id) ? 'on the list' : null)}
        isCode={(row, typed) => row.student.number === typed}
      />
      {refused !== null && <Notice tone="problem">{refused}</Notice>}
      <ListTable
        label="Participants of the group"
        columns={columns}
        rows={students}
        keyOf={(student) => student.id}
        onRowKey={(student, event) => {
          if (event.key !== 'Delete') return false;
          takeOff(student);
          return true;
        }}
        empty={<p>Nobody is on the list yet.</p>}
      />
    </>
  );
}
