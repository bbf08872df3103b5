import type { Control } from 'react-hook-form';
import type { Student } from '../../../shared/register/student';
import { BoundCheck, BoundChoice, BoundText } from '../record-form/fields';

/** What a student is to begin with. */
export function blankStudent(id: string): Student {
  return {
    id,
    number: '',
    lastName: '',
    firstName: '',
    email: '',
    phone: '',
    address: { line1: '', line2: '', city: '', state: '', postal: '', country: '' },
    language: 'en',
    federalAid: false,
    note: '',
  };
}

const languages = [
  { value: 'en', words: 'English' },
  { value: 'es', words: 'Spanish' },
] as const;

/** The fields of a student, in the order of an application form. */
export function StudentFields({
  control,
  fresh,
}: {
  readonly control: Control<Student, unknown, Student>;
  readonly fresh: boolean;
}) {
  return (
    <div className="form">
      <BoundText control={control} name="number" label="&Student number" required autoFocus={fresh} />
      <BoundText control={control} name="lastName" label="Last name" required />
      <BoundText control={control} name="firstName" label="First name" />
      <BoundText control={control} name="email" label="E-&mail" />
      <BoundText control={control} name="phone" label="Telephone" />
      <BoundText control={control} name="address.line1" label="Street" />
      <BoundText control={control} name="address.line2" label="Apartment" />
      <BoundText control={control} name="address.city" label="City" />
      <div className="side-by-side">
        <BoundText control={control} name="address.state" label="State" />
        <BoundText control={control} name="address.postal" label="ZIP" />
      </div>
      <BoundText control={control} name="address.country" label="Country" hint="Only where it is abroad" />
      <BoundChoice control={control} name="language" label="Letters in" choices={languages} optional={false} />
      <BoundCheck control={control} name="federalAid" label="Aid" words="Receives federal aid" />
      <BoundText control={control} name="note" label="Note" lines={2} />
    </div>
  );
}
