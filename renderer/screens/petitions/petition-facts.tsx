import { Check, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PetitionView } from '../../../shared/contract/petitions';
import { formatDay } from '../../../shared/day';
import type { Pack } from '../../../shared/policy/pack';
import type { Office } from '../../../shared/register/office';
import { channelWords, petitionTitle } from '../../forms/words';
import { to } from '../../routes';
import { count, money } from '../wording';
import { dueWords } from './columns';
import { paperWord } from './states';

type PetitionFactsProps = {
  readonly view: PetitionView;
  readonly office: Office;
  readonly pack: Pack | null;
  readonly today: string;
};

/** A petition or appeal as its paper says it: who asks for what and why, on what evidence, and by when the office decides. */
export function PetitionFacts({ view, office, pack, today }: PetitionFactsProps) {
  const { row, petition } = view;
  const code = petition.reasonCode === null ? undefined : office.reasons[petition.reasonCode - 1];
  return (
    <>
      <dl className="pairs">
        <Pair name="Student">
          {row.studentId === null ? row.studentName : <Link href={to.student(row.studentId)}>{row.studentName}</Link>}
          <span className="quiet-text"> · {row.studentNumber}</span>
        </Pair>
        <Pair name="Case">
          <Link href={to.case(row.caseId)}>{row.caseNumber}</Link>
          <span className="quiet-text">
            {' '}
            · {row.courseCode} {row.courseTitle}
          </span>
        </Pair>
        <Pair name="It asks for">
          {petitionTitle(petition.kind, pack)}
          {view.enclosed && <span className="quiet-text"> · came with the form</span>}
        </Pair>
        <Pair name="Received">
          {formatDay(petition.receivedOn, 'en')}
          {petition.channel !== null && `, ${channelWords[petition.channel].toLowerCase()}`}
        </Pair>
        {row.dueOn !== null && (
          <Pair name="Decide by">
            <span className={row.dueOn < today ? 'problem-line' : ''}>{dueWords(row.dueOn, today)}</span>
            <span className="quiet-text"> · with the office for {count(row.daysWaiting, 'day')}</span>
          </Pair>
        )}
        {code !== undefined && <Pair name="Reason">{code}</Pair>}
        <Pair name="Reason stated">
          {petition.reason === '' ? (
            <span className="quiet-text">None stated</span>
          ) : (
            <span className="as-typed">{petition.reason}</span>
          )}
        </Pair>
        {petition.askedCents !== null && <Pair name="Asked amount">{money(petition.askedCents)}</Pair>}
      </dl>
      <h3 className="part-heading">Evidence</h3>
      {petition.evidence.length === 0 ? (
        <p className="quiet-text">No documents listed yet.</p>
      ) : (
        <ul className="papers">
          {petition.evidence.map(({ what, seenOn }, at) => (
            <li key={at} className={seenOn === null ? 'absent' : ''}>
              {seenOn === null ? (
                <Hourglass size={14} role="img" aria-label="Awaited:" />
              ) : (
                <Check size={14} role="img" aria-label="Seen:" />
              )}
              {what}, {seenOn === null ? 'awaited' : `seen ${formatDay(seenOn, 'en')}`}
            </li>
          ))}
        </ul>
      )}
      {view.missing.length > 0 && (
        <p className="note-line">
          Before the {paperWord(petition.kind)} can be granted it needs {listed(view.missing.map(needWords))}.
        </p>
      )}
    </>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const needs: Readonly<Record<string, string>> = {
  reason: 'a stated reason',
  instructor: 'the instructor’s approval with a signature seen',
  chair: 'the department chair’s approval with a signature seen',
};

function needWords(need: string): string {
  return needs[need] ?? need;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
