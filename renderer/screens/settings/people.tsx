import { useState } from 'react';
import type { DeskPerson } from '../../../shared/register/person';
import { roleWords } from '../../../shared/register/role';
import { Button } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { useCall } from '../../wire';
import { useMoment } from '../office-moment';
import { focusRowAgain } from '../row-focus';
import { FailureBox } from '../saying';
import { AddPerson } from './people-add';
import { ChangePerson } from './people-change';
import { GivePassphrase } from './people-passphrase';
import { NewRecoveryCode } from './people-recovery';

type Doing =
  | { readonly what: 'list' }
  | { readonly what: 'add' }
  | { readonly what: 'recovery' }
  | { readonly what: 'change' | 'passphrase'; readonly person: DeskPerson };

/** The people of this register: who may sign in and as what, for the administrator. */
export function People() {
  const people = useCall('person.list', {});
  const moment = useMoment();
  const [doing, setDoing] = useState<Doing>({ what: 'list' });
  const back = () => {
    if (doing.what === 'change' || doing.what === 'passphrase') focusRowAgain(doing.person.id);
    setDoing({ what: 'list' });
  };
  const columns: readonly Column<DeskPerson>[] = [
    { id: 'name', heading: 'Name', cell: (p) => <strong>{p.name}</strong> },
    { id: 'account', heading: 'Sign-in name', cell: (p) => p.account },
    { id: 'title', heading: 'Title', cell: (p) => p.title },
    { id: 'role', heading: 'Role', cell: (p) => roleWords[p.role] },
    { id: 'active', heading: 'May sign in', cell: (p) => (p.active ? 'Yes' : 'No') },
    {
      id: 'signedIn',
      heading: 'Last signed in',
      cell: (p) => (p.signedInAt === null ? 'Never' : moment(p.signedInAt)),
    },
  ];
  if (people.error !== null) return <FailureBox failure={people.error.failure} />;
  switch (doing.what) {
    case 'add':
      return (
        <Panel title="A new person">
          <AddPerson role={null} onAdded={back} onLeave={back} />
        </Panel>
      );
    case 'recovery':
      return <NewRecoveryCode onDone={back} />;
    case 'change':
      return (
        <Panel
          title={doing.person.name}
          aside={
            <Button onPress={() => setDoing({ what: 'passphrase', person: doing.person })}>New passphrase…</Button>
          }
        >
          <ChangePerson person={doing.person} onDone={back} />
        </Panel>
      );
    case 'passphrase':
      return (
        <Panel title={`A new passphrase for ${doing.person.name}`}>
          <GivePassphrase person={doing.person} onDone={back} />
        </Panel>
      );
    case 'list':
      return (
        <Panel
          title="People"
          aside={
            <div className="row-of">
              <Button onPress={() => setDoing({ what: 'recovery' })}>New recovery code…</Button>
              <Button tone="primary" onPress={() => setDoing({ what: 'add' })}>
                Add a person
              </Button>
            </div>
          }
        >
          <ListTable
            label="People"
            columns={columns}
            rows={people.data ?? []}
            keyOf={(p) => p.id}
            onOpen={(person) => setDoing({ what: 'change', person })}
            rowClass={(p) => (p.active ? undefined : 'quiet-row')}
          />
          <p className="part-note">Enter opens a person: name, role, whether they may sign in, a new passphrase.</p>
        </Panel>
      );
  }
}
