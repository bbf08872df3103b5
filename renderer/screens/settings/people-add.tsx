import { z } from 'zod';
import type { Output } from '../../../shared/contract';
import type { Problem } from '../../../shared/errors';
import { passphraseField, personFieldsSchema } from '../../../shared/register/person';
import { roles, roleWords, type Role } from '../../../shared/register/role';
import type { Choice } from '../../components/choice-field';
import { say } from '../../status';
import { change } from '../../wire';
import { BoundChoice, BoundText } from '../record-form/fields';
import type { Reading } from '../record-form/reading';
import { Recording } from '../record-form/recording';
import { NewPassphraseFields, noPassphrase, readTwice, type NewPassphrase } from '../sign-in/new-passphrase';

type Typed = NewPassphrase & {
  readonly name: string;
  readonly account: string;
  readonly title: string;
  readonly role: Role | null;
};

const schema = z.strictObject({ ...personFieldsSchema.shape, passphrase: passphraseField });

function read(text: Typed): Reading {
  const wrong: Problem[] = [];
  if (text.role === null) wrong.push({ field: 'role', message: 'Choose what they do here.' });
  readTwice(text, wrong);
  const { again: _, ...record } = text;
  return { record, wrong };
}

/** The roles, as one is chosen. */
export const roleChoices: readonly Choice<Role>[] = roles.map((role) => ({ value: role, words: roleWords[role] }));

/** What the roles may do, in a line each. */
export const roleHint =
  'A clerk keys forms and prints letters. A supervisor also decides, approves and changes policies. An auditor reads everything and changes nothing. An administrator looks after people, backups and rules and sees no student.';

type AddPersonProps = {
  /** The role that is proposed. */
  readonly role: Role | null;
  readonly onAdded: (person: Output<'person.add'>) => void;
  readonly onLeave?: () => void;
};

/** A person who may sign in here from now on, with the passphrase they are told. */
export function AddPerson({ role, onAdded, onLeave }: AddPersonProps) {
  return (
    <Recording<Typed, z.infer<typeof schema>, Output<'person.add'>>
      label="A new person"
      asks="person.add"
      words="Add this person"
      first={{ name: '', account: '', title: '', role, ...noPassphrase }}
      read={read}
      schema={schema}
      send={({ passphrase, ...person }, requestId) => change('person.add', { requestId, person, passphrase })}
      onDone={(person) => {
        say({ tone: 'saved', text: `Added ${person.name}` });
        onAdded(person);
      }}
      {...(onLeave === undefined ? {} : { onLeave })}
    >
      {(control) => (
        <>
          <BoundText control={control} name="name" label="Name" required />
          <BoundText
            control={control}
            name="account"
            label="Sign-in name"
            required
            hint="Typed to sign in, for example kalvarez. It stays for good: the register names them by it."
          />
          <BoundText control={control} name="title" label="Title" hint="It may stay empty." />
          <BoundChoice
            control={control}
            name="role"
            label="Role"
            choices={roleChoices}
            optional={false}
            hint={roleHint}
          />
          <NewPassphraseFields control={control} whose="other" />
        </>
      )}
    </Recording>
  );
}
