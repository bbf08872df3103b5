import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { PetitionView } from '../../../shared/contract/petitions';
import { formatDay } from '../../../shared/day';
import { sayFailure } from '../../../shared/errors';
import type { Vote } from '../../../shared/register/petition';
import { readDay, showDay, type DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { CheckGroup } from '../../components/check-group';
import { ChoiceField } from '../../components/choice-field';
import { DateEntry } from '../../components/date-entry';
import { focusField } from '../../components/field';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { TextField } from '../../components/text-field';
import { useMay } from '../../may';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { useNames } from '../../names';
import { useMoment } from '../office-moment';
import { RecordForm } from '../record-form/record-form';
import { isWaiting } from './states';
import { tallyWords, voteWords } from './vote-words';

type VotesProps = {
  readonly view: PetitionView;
  readonly days: DayContext;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

/** How the committee voted on an appeal, member by member, and what that comes to. */
export function Votes({ view, days, open, onOpen }: VotesProps) {
  const moment = useMoment();
  const nameOf = useNames();
  const rules = useCall('rules.get', {});
  const mayVote = useMay('petition.vote');
  if (view.row.kind !== 'appeal' || rules.data === undefined) return null;
  const { votes } = view;
  const members = [
    ...rules.data.committee,
    ...votes.map((v) => v.member).filter((m) => rules.data?.committee.includes(m) === false),
  ];
  const waiting = isWaiting(view.row.state);
  return (
    <Panel
      title="Committee"
      aside={
        waiting && mayVote && members.length > 0 && !open && <Button onPress={() => onOpen(true)}>Record votes</Button>
      }
    >
      {members.length === 0 ? (
        <p className="quiet-text">
          No committee is set; a supervisor decides alone. Members are chosen in the{' '}
          <Link href={to.settings}>settings</Link>.
        </p>
      ) : (
        <>
          <ul className="papers">
            {members.map((member) => {
              const said = votes.find((v) => v.member === member);
              return (
                <li key={member} className={said === undefined ? 'absent' : ''}>
                  <span>
                    {member}: {said === undefined ? 'has not voted yet' : voteWords[said.vote]}
                    {said?.conflict === true && ', has a conflict of interest'}
                    {said !== undefined && (
                      <span className="quiet-text">
                        {' '}
                        · {formatDay(said.on, 'en')} · recorded {moment(said.at)} by {nameOf(said.person)}
                        {said.note !== '' && ` · ${said.note}`}
                      </span>
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
          <p>{tallyWords(votes, members.length)}</p>
        </>
      )}
      {open && waiting && <VoteForm view={view} members={members} days={days} onClose={() => onOpen(false)} />}
    </Panel>
  );
}

type Typed = { readonly vote: Vote['vote'] | null; readonly conflict: boolean; readonly note: string };

const choices = (['grant', 'in-part', 'deny', 'abstain'] as const).map((value) => ({ value, words: voteWords[value] }));

type VoteFormProps = {
  readonly view: PetitionView;
  readonly members: readonly string[];
  readonly days: DayContext;
  readonly onClose: () => void;
};

/** The votes of one sitting: its day once, then a vote by its digit for each member; only what is new is recorded. */
function VoteForm({ view, members, days, onClose }: VoteFormProps) {
  const [on, setOn] = useState(showDay(days.today));
  const [typed, setTyped] = useState<readonly Typed[]>(() =>
    members.map((member) => {
      const said = view.votes.find((v) => v.member === member);
      return { vote: said?.vote ?? null, conflict: said?.conflict ?? false, note: said?.note ?? '' };
    }),
  );
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const requests = useRef(members.map(() => newRequestId()));
  const busy = useRef(false);
  const put = (at: number, part: Partial<Typed>) => {
    setProblems({});
    setTyped((before) => before.map((line, i) => (i === at ? { ...line, ...part } : line)));
  };
  const tell = (lines: Readonly<Record<string, string>>) => {
    setProblems(lines);
    const first = Object.keys(lines)[0];
    if (first === undefined || !focusField(first)) setTrouble(Object.values(lines).join(' '));
  };

  const save = async () => {
    if (busy.current) return;
    setTrouble(null);
    const day = readDay(on, days);
    if (day.kind === 'wrong') return tell({ votedOn: day.message });
    if (day.kind !== 'day') return tell({ votedOn: 'The date of the vote is missing. Type it like 9/22.' });
    busy.current = true;
    try {
      let recorded = 0;
      for (const [at, member] of members.entries()) {
        const line = typed[at];
        if (line?.vote == null) continue;
        const vote: Vote = { member, vote: line.vote, on: day.day, conflict: line.conflict, note: line.note.trim() };
        const before = view.votes.find((v) => v.member === member);
        if (
          before !== undefined &&
          before.vote === vote.vote &&
          before.conflict === vote.conflict &&
          before.note === vote.note
        )
          continue;
        const result = await change('petition.vote', {
          requestId: requests.current[at] ?? newRequestId(),
          id: view.row.id,
          vote,
        });
        if (!result.ok) {
          requests.current[at] = newRequestId();
          const said = sayFailure(result.failure);
          if (result.failure.kind !== 'invalid') return setTrouble(`${member}: ${said.what} ${said.next}`);
          return tell(
            Object.fromEntries(
              result.failure.problems.map((p) => [p.field.endsWith('on') ? 'votedOn' : `vote-${at}`, p.message]),
            ),
          );
        }
        recorded += 1;
      }
      if (recorded === 0) return tell({ 'vote-0': 'No vote is new. Choose one by its digit.' });
      say({ tone: 'saved', text: `${view.row.number}: the votes are recorded` });
      onClose();
    } finally {
      busy.current = false;
    }
  };
  useCommands({ 'record.save': () => void save() }, 'petition.vote');

  return (
    <div
      className="recording"
      role="group"
      aria-label="Votes"
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.defaultPrevented) return;
        e.preventDefault();
        onClose();
      }}
    >
      {trouble !== null && <Notice tone="problem">{trouble}</Notice>}
      <RecordForm className="form" onSave={() => void save()}>
        <DateEntry
          label="Voted on"
          name="votedOn"
          text={on}
          onText={(text) => {
            setProblems({});
            setOn(text);
          }}
          context={days}
          problem={problems['votedOn']}
          required
          autoFocus
        />
        {members.map((member, at) => {
          const line = typed[at];
          if (line === undefined) return null;
          return (
            <div key={member} className="form" role="group" aria-label={member}>
              <ChoiceField
                label={member}
                name={`vote-${at}`}
                choices={choices}
                value={line.vote}
                onChoose={(vote) => put(at, { vote })}
                problem={problems[`vote-${at}`]}
              />
              <CheckGroup
                label=""
                checks={[
                  {
                    name: `conflict-${at}`,
                    words: 'Has a conflict of interest',
                    checked: line.conflict,
                    // A member with a conflict abstains.
                    onCheck: (conflict) => put(at, conflict ? { conflict, vote: 'abstain' } : { conflict }),
                  },
                ]}
              />
              {(line.conflict || line.note !== '') && (
                <TextField
                  label="Note"
                  heard={member}
                  name={`note-${at}`}
                  text={line.note}
                  onText={(note) => put(at, { note })}
                />
              )}
            </div>
          );
        })}
      </RecordForm>
      <div className="row-of at-end">
        <Button tone="quiet" onPress={onClose}>
          Leave it (Esc)
        </Button>
        <CommandButton id="record.save" label="Record" tone="primary" />
      </div>
    </div>
  );
}
