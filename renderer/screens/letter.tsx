import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../shared/errors';
import { letterAboutSchema, type LetterAbout } from '../../shared/letters/about';
import type { OwnWords } from '../../shared/letters/own-template';
import { ownProblems } from '../../shared/letters/own-words';
import { letterTypes } from '../../shared/letters/template';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { say } from '../status';
import { call, change, newRequestId, useCall } from '../wire';
import { ArchivedLetter } from './letters/archived-letter';
import { LetterMenu } from './letters/letter-menu';
import { LetterSheet } from './letters/letter-sheet';
import { FailureBox } from './saying';
import './screens.css';

// The editor is large, and few letters are edited.
const EditOne = lazy(async () => ({ default: (await import('./letters/edit-one')).EditOne }));

/** What the parts of a letter say before it was looked at. */
const unknown: Readonly<Record<string, string>> = {};

/** How long the hands rest before the letter is looked at again, in milliseconds. */
const rest = 600;

type LetterScreenProps = {
  readonly caseId: string | null;
  readonly letterId: string | null;
  /** What a letter of a case is to tell of, as its address says; what cannot be told, like null, is what happened last. */
  readonly about: { readonly what: string; readonly petitionId: string | null } | null;
};

/** One letter at its true size, as it will print: of a case as it would be made now, or an archived one. */
export function LetterScreen({ caseId, letterId, about: asked }: LetterScreenProps) {
  const about = letterAboutSchema.safeParse(asked).data ?? null;
  if (letterId !== null) return <ArchivedLetter key={letterId} id={letterId} />;
  if (caseId !== null)
    return <NewLetter key={`${caseId} ${about?.what} ${about?.petitionId}`} caseId={caseId} about={about} />;
  return <Screen title="Letter">No letter is chosen.</Screen>;
}

function NewLetter({ caseId, about }: { readonly caseId: string; readonly about: LetterAbout | null }) {
  const [, go] = useLocation();
  const [language, setLanguage] = useState<'en' | 'es' | null>(null);
  const [opened, setOpened] = useState<OwnWords | null>(null);
  const [words, setWords] = useState<OwnWords | null>(null);
  const [looked, setLooked] = useState<OwnWords | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(words !== null && ownProblems(words).length > 0 ? null : words), rest);
    return () => clearTimeout(timer);
  }, [words]);
  const preview = useCall('letter.preview', { caseId, language, about, ...(looked === null ? {} : { words: looked }) });
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useRef(newRequestId());

  async function make(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const result = await change('letter.make', {
      requestId: request.current,
      caseId,
      language,
      about,
      words: same(words, opened) ? null : words,
    });
    setBusy(false);
    if (!result.ok) return setTrouble(result.failure);
    const waits = result.value.state === 'needs-address' ? 'waits for an address' : 'waits in the queue';
    say({ tone: 'saved', text: `Letter ${result.value.number} is made and ${waits}.` });
    go(to.letter(result.value.id), { replace: true });
  }
  async function edit(): Promise<void> {
    const type = letterTypes.find((known) => known === preview.data?.type);
    if (preview.data === undefined || type === undefined) return;
    const now = await call('template.get', { type, language: preview.data.language, version: null });
    if (!now.ok) return setTrouble(now.failure);
    setOpened(now.value.words);
    setWords(now.value.words);
  }
  const choose = (next: 'en' | 'es') => {
    setLanguage(next);
    setOpened(null);
    setWords(null);
    setLooked(null);
  };
  useCommands({ 'letter.make': () => void make(), 'record.save': () => void make() }, 'letter.make');

  const shown = preview.data;
  return (
    <Screen
      title="Letter"
      detail={shown?.title ?? ''}
      actions={
        <>
          <LanguageChoice language={language ?? shown?.language ?? 'en'} onChoose={choose} />
          {opened === null && (
            <Button asks="letter.make" disabled={preview.data === undefined} onPress={() => void edit()}>
              Edit the words of this letter
            </Button>
          )}
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
      {opened !== null && words !== null && (
        <Suspense>
          <EditOne opened={opened} words={words} standing={shown?.standing ?? unknown} onWords={setWords} />
        </Suspense>
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

function same(one: OwnWords | null, other: OwnWords | null): boolean {
  return JSON.stringify([one?.title, one?.parts]) === JSON.stringify([other?.title, other?.parts]);
}
