import { useState } from 'react';
import type { Output } from '../../../shared/contract';
import { roleWords } from '../../../shared/register/role';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { AddPerson } from '../settings/people-add';
import { firstSteps, Frame } from './frame';

/** The first people who key forms, added right away by the administrator who was made a moment ago; or later, under Settings. */
export function FirstPeople({ onDone }: { readonly onDone: () => void }) {
  const [added, setAdded] = useState<readonly Output<'person.add'>[]>([]);
  useCommands({ 'record.saveNew': onDone });
  return (
    <Frame
      title="Who works here"
      steps={firstSteps}
      at={2}
      heading="Who keys forms and decides?"
      actions={
        <Button tone="primary" onPress={onDone}>
          Sign out and finish
        </Button>
      }
      onSave={() => undefined}
    >
      <p>
        You are signed in as administrator, and an administrator cannot key forms. Add a supervisor, who decides and
        approves, and the clerks, who key forms and print letters. More can be added later under Settings, People.
      </p>
      {added.length > 0 && (
        <ul className="added-people" aria-label="Added">
          {added.map((person) => (
            <li key={person.id}>
              <strong>{person.name}</strong> signs in as {person.account} · {roleWords[person.role]}
            </li>
          ))}
        </ul>
      )}
      <AddPerson
        key={added.length}
        role={added.some((person) => person.role === 'supervisor') ? 'clerk' : 'supervisor'}
        onAdded={(person) => setAdded([...added, person])}
      />
    </Frame>
  );
}
