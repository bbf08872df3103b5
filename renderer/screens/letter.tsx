import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Preview } from '../../shared/contract/letters';
import type { Failure } from '../../shared/errors';
import type { LetterAbout } from '../../shared/letters/about';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { say } from '../status';
import { useStore } from '../store';
import { call, change, newRequestId, useCall } from '../wire';
import { AfterPrinting } from './letters/after-printing';
import { LetterMenu } from './letters/letter-menu';
import { letterWalk } from './letters/letter-walk';
import { SheetFrame } from './letters/sheet-frame';
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
      {shown !== undefined && <Sheet preview={shown} />}
    </Screen>
  );
}

function ArchivedLetter({ id }: { readonly id: string }) {
  const [, go] = useLocation();
  const walk = useStore(letterWalk);
  const preview = useCall('letter.open', { id });
  const row = useCall('letter.get', { id });
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const at = walk.indexOf(id);

  const step = (by: 1 | -1) => {
    const next = walk[at + by];
    if (at !== -1 && next !== undefined) go(to.letter(next), { replace: true });
  };
  async function print(): Promise<void> {
    setTrouble(null);
    const result = await call('letter.print', { ids: [id] });
    if (!result.ok) return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    setAsking(result.value.handedOver);
  }
  async function mark(good: readonly string[]): Promise<void> {
    setAsking(false);
    if (good.length === 0) return say({ tone: 'note', text: 'The letter stays in the queue.' });
    const result = await change('letter.markPrinted', { requestId: newRequestId(), ids: [...good] });
    if (!result.ok) return setTrouble(result.failure);
    say({ tone: 'saved', text: `Letter ${result.value[0]?.number ?? ''} is marked as printed.` });
  }
  async function savePdf(): Promise<void> {
    const result = await call('letter.savePdf', { ids: [id] });
    if (result.ok) return say({ tone: 'saved', text: `Saved as ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  useCommands({
    print: () => void print(),
    'print.savePdf': () => void savePdf(),
    'record.next': () => step(1),
    'record.previous': () => step(-1),
  });

  const letter = row.data;
  return (
    <Screen
      title={letter === undefined ? 'Letter' : `Letter ${letter.number}`}
      detail={
        <>
          {preview.data?.title}
          {at !== -1 && ` · ${at + 1} of ${walk.length}`}
          {letter !== undefined && (
            <>
              {' · '}
              <Link href={to.case(letter.caseId)}>{letter.caseNumber}</Link>
            </>
          )}
        </>
      }
      actions={
        <>
          <Button onPress={() => go(to.letters)}>All letters</Button>
          <CommandButton id="print.savePdf" />
          <CommandButton
            id="print"
            tone="primary"
            label={letter === undefined || letter.state === 'ready' ? 'Print' : 'Print again'}
          />
        </>
      }
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      {preview.error !== null && <FailureBox failure={preview.error.failure} />}
      {asking && letter !== undefined && <AfterPrinting letters={[letter]} onMark={(good) => void mark(good)} />}
      {preview.data !== undefined && <Sheet preview={preview.data} />}
    </Screen>
  );
}

/** What stands in the way, the window's outline to switch, and the page. */
function Sheet({ preview }: { readonly preview: Preview }) {
  const office = useCall('office.get', {});
  const [overlay, setOverlay] = useState(() => localStorage.getItem(overlayKey) !== 'no');
  const toggle = () => {
    localStorage.setItem(overlayKey, overlay ? 'no' : 'yes');
    setOverlay(!overlay);
  };
  useCommands({ 'letter.window': toggle });
  const envelope = office.data?.office.printing.envelope ?? 'none';
  return (
    <div className="letter-view">
      {preview.problems.length > 0 && (
        <div className="said-box bad" role="alert">
          <ul>
            {preview.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {envelope !== 'none' && (
        <label className="tick">
          <input type="checkbox" checked={overlay} onChange={toggle} aria-keyshortcuts="Control+Shift+W" />
          Show where the envelope’s window comes to lie
        </label>
      )}
      <SheetFrame preview={preview} envelope={envelope} overlay={overlay} />
    </div>
  );
}

const overlayKey = 'letter-window';

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
