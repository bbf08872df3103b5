import { useCallback } from 'react';
import { z } from 'zod';
import type { Problem } from '../../../shared/errors';
import { line, requiredLine } from '../../../shared/register/fields';
import type { DeskPerson } from '../../../shared/register/person';
import { roles, type Role } from '../../../shared/register/role';
import { fail } from '../../../shared/result';
import { say } from '../../status';
import { change } from '../../wire';
import { BoundChoice, BoundText } from '../record-form/fields';
import type { Reading } from '../record-form/reading';
import { Recording } from '../record-form/recording';
import { roleChoices, roleHint } from './people-add';

type Typed = {
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly active: 'yes' | 'no';
  readonly why: string;
};

const schema = z.strictObject({
  name: requiredLine('The name', 80),
  title: line(80),
  role: z.enum(roles),
  active: z.boolean(),
  why: line(200),
});
type Changed = z.infer<typeof schema>;

const mayChoices = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No, not any more' },
] as const;

type ChangePersonProps = { readonly person: DeskPerson; readonly onDone: () => void };

/** What a person is called here, what they do, and whether they may still sign in. A change of rights asks for its reason. */
export function ChangePerson({ person, onDone }: ChangePersonProps) {
  const read = useCallback(
    (text: Typed): Reading => {
      const wrong: Problem[] = [];
      const active = text.active === 'yes';
      if ((text.role !== person.role || active !== person.active) && text.why.trim() === '')
        wrong.push({ field: 'why', message: 'Say why: the register keeps it with this change.' });
      return { record: { ...text, active }, wrong };
    },
    [person],
  );
  async function send(changed: Changed, requestId: string) {
    const saved = await change('person.change', { requestId, id: person.id, ...changed });
    if (saved.ok || saved.failure.kind !== 'wrong-state') return saved;
    // The only one of a role has to stay: said where it was changed.
    const field = changed.role === person.role ? 'active' : 'role';
    const { message, next } = saved.failure;
    return fail({ kind: 'invalid', problems: [{ field, message: `${message} ${next}` }] });
  }
  return (
    <Recording<Typed, Changed, DeskPerson>
      label={person.name}
      asks="person.change"
      words="Save this person"
      first={{
        name: person.name,
        title: person.title,
        role: person.role,
        active: person.active ? 'yes' : 'no',
        why: '',
      }}
      read={read}
      schema={schema}
      send={send}
      onDone={({ name }) => {
        say({ tone: 'saved', text: `Saved ${name}` });
        onDone();
      }}
      onLeave={onDone}
    >
      {(control) => (
        <>
          <BoundText control={control} name="name" label="Name" required />
          <BoundText control={control} name="title" label="Title" />
          <BoundChoice
            control={control}
            name="role"
            label="Role"
            choices={roleChoices}
            optional={false}
            hint={roleHint}
          />
          <BoundChoice
            control={control}
            name="active"
            label="May sign in"
            choices={mayChoices}
            optional={false}
            hint="Nobody is taken out of the register: what they did stays theirs."
          />
          <BoundText
            control={control}
            name="why"
            label="Why"
            hint="Needed where the role or the right to sign in changes."
          />
        </>
      )}
    </Recording>
  );
}
