import type { StudentRow } from '../../shared/contract/roster';
import { isMailable, type Address } from '../../shared/register/fields';
import type { Student } from '../../shared/register/student';
import type { FieldFrame } from '../components/field';
import { LookupField } from '../components/lookup-field';
import { ask } from '../wire';
import { studentTitle } from './entry-texts';

type StudentLookupProps = Omit<FieldFrame, 'label' | 'name'> & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly chosen: Student | null;
  readonly onChoose: (student: Student | null) => void;
  readonly onAdd: (typed: string) => void;
  /** Whether what was typed is being added just now. */
  readonly adding: boolean;
};

const rowOf = (student: Student): StudentRow => ({ student, forms: 0 });

/** The student by number, `garc mar`, `maria g` or e-mail; a new one is added from the same box. */
export function StudentLookup({ chosen, onChoose, ...rest }: StudentLookupProps) {
  return (
    <LookupField<StudentRow>
      {...rest}
      label="&Student"
      name="studentId"
      what="student"
      chosen={chosen === null ? null : rowOf(chosen)}
      onChoose={(row) => onChoose(row?.student ?? null)}
      find={(text) => ask('student.find', { text, limit: 12 })}
      keyOf={(row) => row.student.id}
      title={(row) => studentTitle(row.student)}
      detail={(row) =>
        `${addressWords(row.student.address)}${row.forms === 0 ? '' : ` · ${row.forms === 1 ? '1 other form' : `${row.forms} other forms`}`}`
      }
      isCode={(row, typed) =>
        row.student.number.toLowerCase() === typed.toLowerCase() ||
        row.student.email.toLowerCase() === typed.toLowerCase()
      }
    />
  );
}

/** An address in one line, or that there is none. */
export function addressWords(address: Address): string {
  if (!isMailable(address)) return 'no mailing address';
  return [address.line1, address.line2, address.city].filter((part) => part !== '').join(', ');
}

/** What was typed, as a new student begins: digits are a number, words a name with the last name first. */
export function studentFrom(typed: string, id: string): Student {
  const number = /\d/.test(typed) ? typed : '';
  const email = typed.includes('@') ? typed : '';
  const [last = '', ...first] = number === '' && email === '' ? typed.replace(',', ' ').trim().split(/\s+/) : [];
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    id,
    number: email === '' ? number : '',
    lastName: capital(last),
    firstName: first.map(capital).join(' '),
    email,
    phone: '',
    address: { line1: '', line2: '', city: '', state: '', postal: '', country: '' },
    language: 'en',
    federalAid: false,
    note: '',
  };
}
