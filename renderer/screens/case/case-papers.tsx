import { Check, X } from 'lucide-react';
import { Fragment } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '../../../shared/contract/cases';
import { hasForm } from './case-form';
import { formatDay } from '../../../shared/day';
import { missingWords } from '../../../shared/policy/explain';
import { CommandButton } from '../../components/button';
import { Chip, type ChipTone } from '../../components/chip';
import { Panel } from '../../components/panel';
import { documentTitle, petitionTitle } from '../../forms/words';
import { policyOf } from '../../policies';
import { to } from '../../routes';
import { useMoment } from '../office-moment';
import { isWaiting } from '../petitions/states';
import type { LetterState } from '../../../shared/contract/rows';

type Paper = { readonly words: string; readonly there: boolean };

/** Which papers are there and which the policy still asks for. */
export function CaseDocuments({ view }: { readonly view: CaseView }) {
  const { form } = view;
  const pack = policyOf(view.row.policy)?.pack ?? null;
  const current = view.determinations.findLast((d) => !d.superseded);
  const papers: readonly Paper[] = [
    ...(hasForm(view) ? [{ words: 'Signature of the student', there: form.signed }] : []),
    ...form.documents.map(({ kind, received }) => ({
      words: `${documentTitle(kind, pack)}${received === null ? '' : `, received ${formatDay(received, 'en')}`}`,
      there: true,
    })),
    ...(form.petition === null
      ? []
      : [
          {
            words: `Petition: ${petitionTitle(form.petition.kind, pack).toLowerCase()}, received ${formatDay(form.petition.received, 'en')}`,
            there: true,
          },
        ]),
    // What its petitions brought since is not missing, though the determination that still counts says so.
    ...(current?.determination.missing ?? [])
      .filter((name) => !broughtSince(name, view))
      .map((name) => ({
        words: `Still missing: ${missingWords(name, 'en')}`,
        there: false,
      })),
    ...view.petitions
      .filter((p) => isWaiting(p.state))
      .map((p) => ({ words: `Still to come: the decision on ${p.number}`, there: false })),
  ];
  return (
    <Panel title="Documents">
      {papers.length === 0 && <p className="quiet-text">None: the class was cancelled and no form was needed.</p>}
      <ul className="papers">
        {papers.map(({ words, there }) => (
          <li key={words} className={there ? '' : 'absent'}>
            {there ? (
              <Check size={14} role="img" aria-label="There:" />
            ) : (
              <X size={14} role="img" aria-label="Not there:" />
            )}
            {words}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Whether a petition that waits brings what the determination still missed: its reason, an approval with its signature seen, or the decision itself. */
function broughtSince(name: string, { decision, petitions }: CaseView): boolean {
  if (name === 'reason') return (decision?.reason ?? '') !== '';
  if (name === 'percent' || name === 'authority') return petitions.some((p) => isWaiting(p.state));
  return decision?.approvals?.some((role) => role === name) === true;
}

const states: Record<LetterState, { readonly words: string; readonly tone: ChipTone }> = {
  'needs-address': { words: 'Needs address', tone: 'wait' },
  ready: { words: 'Ready to print', tone: 'part' },
  printed: { words: 'Printed', tone: 'good' },
  mailed: { words: 'Mailed', tone: 'good' },
  'came-back': { words: 'Came back', tone: 'wait' },
  voided: { words: 'Voided', tone: 'quiet' },
};

/** The letters of the case, newest first, and the way to make one. */
export function CaseLetters({ view }: { readonly view: CaseView }) {
  const moment = useMoment();
  const letters = [...view.letters].reverse();
  const [first, ...others] = view.letterChoices;
  return (
    <Panel title="Letters" aside={first === undefined ? undefined : <CommandButton id="letter.make" />}>
      {letters.length === 0 && <p className="quiet-text">No letter has been made.</p>}
      {first !== undefined && others.length > 0 && (
        <p className="quiet-text">
          The next letter is: {first.words}. Others that it can have now:{' '}
          {others.map((choice, index) => (
            <Fragment key={choice.words}>
              {index > 0 && ', '}
              <Link href={to.caseLetter(view.row.id, choice)}>{choice.words}</Link>
            </Fragment>
          ))}
          .
        </p>
      )}
      <ul className="case-letters">
        {letters.map((letter) => (
          <li key={letter.id} className={letter.state === 'voided' ? 'undone' : undefined}>
            <Link href={to.letter(letter.id)}>{letter.title}</Link>{' '}
            <Chip tone={states[letter.state].tone}>{states[letter.state].words}</Chip>
            <div className="quiet-text">
              {letter.number}
              {letter.edited !== null && ' · edited by hand'} · made {moment(letter.madeAt)}
              {letter.printedAt !== null && ` · printed ${moment(letter.printedAt)}`}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
