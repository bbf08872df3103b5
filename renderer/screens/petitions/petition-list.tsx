import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { PetitionRow } from '../../../shared/contract/petitions';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { ListTable } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { useStore } from '../../store';
import { useToday } from '../../today';
import { useCall } from '../../wire';
import { FindBar, focusFind } from '../find-bar';
import { focusRowAgain } from '../row-focus';
import { FailureBox } from '../saying';
import { count } from '../wording';
import { petitionColumns } from './columns';
import { stateWords } from './states';
import { appealsView, filterOf, mostRows, petitionsView, petitionWalk, type PetitionsView, type Shown } from './view';
import '../screens.css';

const sorts = ['number', 'student', 'received', 'due', 'state'] as const;

const shownWords: readonly { readonly show: Shown; readonly words: string }[] = [
  { show: 'waiting', words: 'Waiting' },
  { show: 'due', words: 'Due' },
  ...(['returned', 'granted', 'in-part', 'denied', 'late', 'withdrawn'] as const).map((show) => ({
    show,
    words: stateWords[show],
  })),
  { show: 'all', words: 'All' },
];

/** The petitions, or the appeals, of the register: found by plain words, narrowed by their state; Enter opens, and the way back finds the list as it was. */
export function PetitionsScreen({ appeals }: { readonly appeals: boolean }) {
  const [, go] = useLocation();
  const store = appeals ? appealsView : petitionsView;
  const shown = useStore(store);
  const today = useToday()?.day;
  const text = useDeferredValue(shown.text);
  const asked = useMemo(
    () =>
      today === undefined
        ? null
        : {
            filter: filterOf({ ...shown, text }, appeals, today),
            sort: shown.sort,
            descending: shown.descending,
          },
    [appeals, shown, text, today],
  );
  const list = useCall('petition.list', asked === null ? null : { ...asked, offset: 0, limit: mostRows });
  const { data } = list;
  const [first] = useState(shown.opened);
  const ready = data !== undefined;
  useEffect(() => {
    if (ready && first !== null) focusRowAgain(first);
  }, [ready, first]);
  useCommands({ find: focusFind });

  const put = (change: Partial<PetitionsView>) => store.set({ ...store.get(), opened: null, ...change });
  const open = (row: PetitionRow) => {
    petitionWalk.set(data === undefined ? null : data.rows.map((r) => r.id));
    put({ opened: row.id });
    go(to.petition(row.id));
  };
  const title = appeals ? 'Appeals' : 'Petitions';
  const one = appeals ? 'appeal' : 'petition';
  return (
    <Screen title={title} detail={data === undefined ? '' : <span aria-live="polite">{count(data.total, one)}</span>}>
      <div className="stack fill">
        <FindBar
          label="Find and filter"
          hint={`Name, student number, course or number of the ${one}. A new one is opened on its case.`}
          text={shown.text}
          onText={(typed) => put({ text: typed })}
        >
          {shownWords.map(({ show, words }) => (
            <Button key={show} pressed={shown.show === show} onPress={() => put({ show })}>
              {words}
            </Button>
          ))}
        </FindBar>
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        <Panel title={title}>
          {data !== undefined && today !== undefined && (
            <ListTable
              label={title}
              columns={petitionColumns(today, appeals)}
              rows={data.rows}
              total={data.total}
              keyOf={(row) => row.id}
              rowClass={(row) => (row.state === 'undone' ? 'undone' : undefined)}
              sort={{ by: shown.sort, descending: shown.descending }}
              onSort={({ by, descending }) => {
                const sort = sorts.find((s) => s === by);
                if (sort !== undefined) put({ sort, descending });
              }}
              onOpen={open}
              empty={<Nothing shown={shown} many={`${one}s`} onAll={() => put({ show: 'all', text: '' })} />}
            />
          )}
          {data !== undefined && data.total > data.rows.length && (
            <p className="quiet-text">
              The first {count(data.rows.length, 'row')} of {count(data.total, one)}. Type words to narrow the list.
            </p>
          )}
        </Panel>
      </div>
    </Screen>
  );
}

type NothingProps = { readonly shown: PetitionsView; readonly many: string; readonly onAll: () => void };

function Nothing({ shown, many, onAll }: NothingProps) {
  if (shown.text.trim() === '' && shown.show === 'all') return <p>No {many} yet. One is opened on its case.</p>;
  return (
    <p>
      {shown.text.trim() === '' && shown.show === 'waiting' ? `No ${many} wait.` : `No ${many} match.`}{' '}
      <Button onPress={onAll}>Show all</Button>
    </p>
  );
}
