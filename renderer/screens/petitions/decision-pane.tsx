import { useEffect, useRef, useState } from 'react';
import type { PetitionView } from '../../../shared/contract/petitions';
import type { Failure } from '../../../shared/errors';
import { formatCents } from '../../../shared/money';
import { collected } from '../../../shared/register/enrolment';
import type { Office } from '../../../shared/register/office';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { ariaKeys, useCommands } from '../../commanding';
import { CommandKbd } from '../../components/kbd';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { FailureBox } from '../saying';
import { CompareBars } from './compare-bars';
import { comparedOf } from './compared';
import { decidedWords } from './decided';
import { DecisionFields } from './decision-fields';
import { readDecision, type DecisionTexts } from './decision-reading';
import { paperWord } from './states';
import type { CommandId } from '../../../shared/commands';

type DecisionPaneProps = {
  readonly view: PetitionView;
  readonly office: Office;
  readonly days: DayContext;
  /** Whether a grant sets a percentage or an amount; else it is granted whole. */
  readonly sets: boolean;
  /** Who is signed in, by name: they decide unless another authority is typed. */
  readonly person: string;
  /** Goes to where it is keyed what the student is asked for. */
  readonly onMore: () => void;
};

type Choice = DecisionTexts['verdict'] | 'more';

const choices: readonly { readonly choice: Choice; readonly words: string; readonly command: CommandId }[] = [
  { choice: 'granted', words: 'Approve', command: 'decision.approve' },
  { choice: 'in-part', words: 'In part', command: 'decision.inPart' },
  { choice: 'denied', words: 'Deny', command: 'decision.deny' },
  { choice: 'more', words: 'More information', command: 'decision.more' },
];

/** Where a supervisor decides: approve, in part, deny, or ask the student for more; with what that comes to beside what the policy gives and what is asked. */
export function DecisionPane({ view, office, days, sets, person, onMore }: DecisionPaneProps) {
  const { row } = view;
  const box = useRef<HTMLDivElement>(null);
  const request = useRef(newRequestId());
  const busy = useRef(false);
  const [choice, setChoice] = useState<DecisionTexts['verdict'] | null>(null);
  const [texts, setTexts] = useState<DecisionTexts>({
    verdict: 'granted',
    by: 'percent',
    percent: '',
    amount: '',
    authority: person,
    reason: '',
    on: showDay(days.today),
  });
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const read = readDecision(texts, sets, days);
  const decision = choice === null ? null : read.decision;
  const preview = useCall('petition.preview', decision === null ? null : { id: row.id, decision });
  const previewed = decision === null || preview.isPlaceholderData ? undefined : preview.data;

  const put = (part: Partial<DecisionTexts>) => {
    setRefused({});
    setTexts((before) => ({ ...before, ...part }));
  };
  const choose = (next: Choice) => {
    setAttempted(false);
    setTrouble(null);
    // What is asked of the student is keyed where its returns stand.
    if (next === 'more') return onMore();
    setChoice(next);
    put({ verdict: next });
  };
  // The fields come with the choice; the keyboard goes into the first of them.
  useEffect(() => {
    if (choice !== null) box.current?.querySelector<HTMLElement>('.record-form [data-field]')?.focus();
  }, [choice]);

  const decide = async () => {
    if (choice === null) {
      say({ tone: 'problem', text: 'Nothing is chosen yet: approve, in part, deny, or more information.' });
      box.current?.querySelector<HTMLElement>('button')?.focus();
      return;
    }
    setAttempted(true);
    setTrouble(null);
    if (read.decision === null) return void focusFirst(Object.keys(read.problems));
    if (busy.current) return;
    busy.current = true;
    const result = await change('petition.decide', { requestId: request.current, id: row.id, decision: read.decision });
    busy.current = false;
    if (result.ok) return say({ tone: 'saved', text: decidedWords(result.value) });
    // What was refused is not what will be sent next.
    request.current = newRequestId();
    if (result.failure.kind !== 'invalid') return setTrouble(result.failure);
    const said = Object.fromEntries(result.failure.problems.map((p) => [fieldOf(p.field, texts), p.message]));
    setRefused(said);
    if (!focusFirst(Object.keys(said))) setTrouble(result.failure);
  };
  useCommands({
    'petition.decide': () => void decide(),
    'decision.approve': () => choose('granted'),
    // What has no amount is granted whole or not at all.
    'decision.inPart': sets ? () => choose('in-part') : undefined,
    'decision.deny': () => choose('denied'),
    'decision.more': () => choose('more'),
  });

  const problems = {
    ...(attempted ? read.problems : {}),
    ...previewProblems(preview.error?.failure, texts),
    ...refused,
  };
  const fees = view.case.enrolment === null ? 0 : collected(view.case.enrolment);
  return (
    <Panel title="Decision" className="decision">
      <div ref={box} data-letter-keys>
        {trouble !== null && <FailureBox failure={trouble} />}
        <div className="row-of verdicts" role="group" aria-label="Decision">
          {offered(sets).map(({ choice: of, words, command }) => (
            <button
              key={of}
              type="button"
              className="button"
              aria-pressed={of === 'more' ? undefined : choice === of}
              aria-keyshortcuts={ariaKeys(command)}
              onClick={() => choose(of)}
            >
              <span>{words}</span> <CommandKbd id={command} />
            </button>
          ))}
        </div>
        {choice === null && (
          <p className="quiet-text">
            Choose what is decided about this {paperWord(row.kind)}; what it comes to is shown before anything is
            recorded.
          </p>
        )}
        {choice !== null && (
          <>
            <DecisionFields texts={texts} onTexts={put} sets={sets} office={office} days={days} problems={problems} />
            <CompareBars
              most={fees}
              compared={comparedOf(view, {
                words: 'This decision',
                cents:
                  previewed === undefined ? null : previewed.determination.refund + previewed.determination.cancelled,
                more: previewed === undefined ? 'as soon as it is typed' : previewed.label,
              })}
            />
            {previewed !== undefined && previewed.determination.notation !== 'none' && (
              <p>On the record: {previewed.determination.notation}</p>
            )}
            {previewed !== undefined && previewed.determination.settlement.payable > 0 && (
              <p>To be paid out: {formatCents(previewed.determination.settlement.payable)}</p>
            )}
          </>
        )}
      </div>
    </Panel>
  );
}

function offered(sets: boolean): typeof choices {
  return sets ? choices : choices.filter((c) => c.choice !== 'in-part');
}

function previewProblems(failure: Failure | undefined, texts: DecisionTexts): Readonly<Record<string, string>> {
  if (failure?.kind !== 'invalid') return {};
  return Object.fromEntries(failure.problems.map((p) => [fieldOf(p.field, texts), p.message]));
}

/** The field of the pane that a problem of the wire stands under. */
function fieldOf(path: string, texts: DecisionTexts): string {
  const field = path.replace(/^decision\./, '');
  if (field !== 'percent' && field !== 'cents') return field;
  return texts.by === 'percent' ? 'percent' : 'cents';
}

function focusFirst(names: readonly string[]): boolean {
  return ['percent', 'cents', 'reason', 'authority', 'on'].some((name) => names.includes(name) && focusField(name));
}
