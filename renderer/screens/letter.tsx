import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../shared/errors';
import type { LetterAbout } from '../../shared/letters/about';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { say } from '../status';
import { change, newRequestId, useCall } from '../wire';
import { ArchivedLetter } from './letters/archived-letter';
import { LetterMenu } from './letters/letter-menu';
import { LetterSheet } from './letters/letter-sheet';
import { FailureBox } from './saying';
import './screens.css';

type LetterScreenProps = {
  readonly caseId: string | null;
  readonly letterId: string | null;
  /** What a letter of a case is to tell of; null for what happened last. */
  readonly about: LetterAbout | null;
};

/** One letter at its true size, as it will print: of a case as it would be made now, or an archived one. */
export function LetterScreen({ caseId, letterId, about }: LetterScreenProps) {
  if (letterId !== null) return <ArchivedLetter key={letterId} id={letterId} />;
  if (caseId !== null)
    return <NewLetter key={`${caseId} ${about?.what} ${about?.petitionId}`} caseId={caseId} about={about} />;
  return <Screen title="Letter">No letter is chosen.</Screen>;
}

function NewLetter({ caseId, about }: { readonly caseId: string; readonly about: LetterAbout | null }) {
  const [, go] = useLocation();
  const [language, setLanguage] = useState<'en' | 'es' | null>(null);
  const preview = useCall('letter.preview', { caseId, language, about });
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useRef(newRequestId());

  async function make(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const result = await change('letter.make', { requestId: request.current, caseId, language, about });
    setBusy(false);
    if (!result.ok) return setTrouble(result.failure);
    const waits = result.value.state === 'needs-address' ? 'waits for an address' : 'waits in the queue';
    say({ tone: 'saved', text: `Letter ${result.value.number} is made and ${waits}.` });
    go(to.letter(result.value.id), { replace: true });
  }
  useCommands({ 'letter.make': () => void make(), 'record.save': () => void make() }, 'letter.make');

  const shown = preview.data;
  return (
    <Screen
      title="Letter"
      detail={shown?.title ?? ''}
      actions={
        <>
          <LanguageChoice language={language ?? shown?.language ?? 'en'} onChoose={setLanguage} />
          <Button onPress={() => go(to.case(caseId))}>Back to the case</Button>
          <CommandButton id="letter.make" tone="primary" disabled={busy || shown === undefined} />
        </>
      }
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      {preview.error !== null && <FailureBox failure={preview.error.failure} />}
      {shown !== undefined && (
        <LetterMenu
          choices={shown.choices}
          chosen={shown.about}
          onChoose={(choice) => go(to.caseLetter(caseId, choice), { replace: true })}
        />
      )}
      {shown !== undefined && <LetterSheet preview={shown} />}
    </Screen>
  );
}

type LanguageChoiceProps = { readonly language: 'en' | 'es'; readonly onChoose: (language: 'en' | 'es') => void };

function LanguageChoice({ language, onChoose }: LanguageChoiceProps) {
  return (
    <fieldset className="inline-choice">
      <legend className="only-heard">Language of the letter</legend>
      {(['en', 'es'] as const).map((value) => (
        <label key={value} className="tick">
          <input type="radio" name="letter-language" checked={language === value} onChange={() => onChoose(value)} />
          {value === 'en' ? 'English' : 'Spanish'}
        </label>
      ))}
    </fieldset>
  );
}
