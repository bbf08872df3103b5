import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/contract';
import type { Language } from '../../../shared/day';
import type { Failure } from '../../../shared/errors';
import type { OwnWords } from '../../../shared/letters/own-template';
import { ownProblems } from '../../../shared/letters/own-words';
import type { LetterType } from '../../../shared/letters/template';
import { sayType } from '../../../shared/letters/type-words';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { focusField } from '../../components/field';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { TextField } from '../../components/text-field';
import { useDraft } from '../../forms/draft';
import { useMay } from '../../may';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { SheetFrame } from '../letters/sheet-frame';
import { FailureBox } from '../saying';
import { createCards } from './cards';
import { Checklist } from './checklist';
import { LanguageWords } from './language-words';
import { draftKey, writeDraft, type WordsDraft } from './words-draft';

type Kept = Readonly<Record<Language, Output<'template.get'>>>;
type WordsPageProps = { readonly type: LetterType; readonly kept: Kept; readonly draft: WordsDraft | null };

const languages = ['en', 'es'] as const;
const views = { both: 'Both languages', en: 'English', es: 'Spanish' } as const;
type View = keyof typeof views;

const languageNames = { en: 'English', es: 'Spanish' } as const;
/** How long the hands rest before the letter is looked at again, in milliseconds. */
const rest = 600;

/** The words of a kind of letter to change: what each language says, what the letter must say, and the next case's letter as it will be. */
export function WordsPage({ type, kept, draft }: WordsPageProps) {
  const [, go] = useLocation();
  const editable = useMay('template.save');
  const [opened, setOpened] = useState<Readonly<Record<Language, OwnWords>>>({
    en: draft?.en ?? kept.en.words,
    es: draft?.es ?? kept.es.words,
  });
  const [typed, setTyped] = useState(opened);
  const [openings, setOpenings] = useState({ en: 0, es: 0 });
  const [from, setFrom] = useState({ en: kept.en.version, es: kept.es.version });
  const [read, setRead] = useState<Readonly<Record<Language, boolean | null>>>({ en: null, es: null });
  const [why, setWhy] = useState(draft?.why ?? '');
  const [view, setView] = useState<View>('both');
  const [active, setActive] = useState<Language>('en');
  const [editors, setEditors] = useState<Readonly<Record<Language, Editor | null>>>({ en: null, es: null });
  const [failed, setFailed] = useState<Readonly<Record<Language, Failure | null>>>({ en: null, es: null });
  const [whyProblem, setWhyProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [looked, setLooked] = useState(opened);
  const [at, setAt] = useState<{ readonly caseId: string | null; readonly next: boolean }>({
    caseId: null,
    next: false,
  });
  const [cards] = useState(() => ({ en: createCards(type, 'en'), es: createCards(type, 'es') }));
  const requests = useRef({ en: newRequestId(), es: newRequestId() });

  const changed = (language: Language) => !same(typed[language], kept[language].words);
  const isRead = (language: Language) => read[language] ?? (changed(language) ? false : kept[language].reviewed);
  const dirty = (language: Language) => changed(language) || isRead(language) !== kept[language].reviewed;
  const unsaved = (language: Language) => (changed(language) ? typed[language] : null);
  useDraft(draftKey(type), { en: unsaved('en'), es: unsaved('es'), why }, writeDraft);

  const current = typed[active];
  useEffect(() => {
    const timer = setTimeout(() => setLooked(typed), rest);
    return () => clearTimeout(timer);
  }, [typed]);
  const usable = (words: OwnWords) => editable && ownProblems(words).length === 0;
  const preview = useCall('template.preview', usable(looked[active]) ? { words: looked[active], ...at } : null);
  const shown = preview.error === null && preview.data?.language === active ? preview.data : undefined;
  // Beside it stands what the other language says of the same case.
  const other = active === 'en' ? 'es' : 'en';
  const isBeside = view === 'both' && shown !== undefined && usable(looked[other]);
  const beside = useCall(
    'template.preview',
    isBeside ? { words: looked[other], caseId: shown.caseId, next: false } : null,
  );
  useEffect(() => {
    for (const seen of [shown, beside.data]) if (seen !== undefined) cards[seen.language].show(seen.standing);
  }, [shown, beside.data, cards]);

  const open = (language: Language, words: OwnWords) => {
    setOpened({ ...opened, [language]: words });
    setTyped({ ...typed, [language]: words });
    setOpenings({ ...openings, [language]: openings[language] + 1 });
  };
  const nextCase = () => setAt({ caseId: shown?.caseId ?? null, next: shown !== undefined });

  async function save(): Promise<void> {
    if (busy || !editable) return;
    const asked = languages.filter(dirty);
    if (asked.length === 0) return say({ tone: 'note', text: 'Nothing has changed since the last version.' });
    if (why.trim() === '') {
      setWhyProblem('Why they change is missing. Type it here.');
      focusField('why');
      return say({ tone: 'problem', text: 'Not saved: say why the words change.' });
    }
    setWhyProblem('');
    setBusy(true);
    const failures: Record<Language, Failure | null> = { en: null, es: null };
    for (const language of asked) {
      const result = await change('template.save', {
        requestId: requests.current[language],
        words: typed[language],
        from: from[language],
        why,
        reviewed: isRead(language),
      });
      if (result.ok) {
        requests.current = { ...requests.current, [language]: newRequestId() };
        setFrom((now) => ({ ...now, [language]: result.value.version }));
        setRead((now) => ({ ...now, [language]: null }));
        say({ tone: 'saved', text: `Saved version ${result.value.version} in ${languageNames[language]}` });
      } else {
        failures[language] = result.failure;
        // Whoever was told that there is a later version and saves again means it.
        if (result.failure.kind === 'wrong-state') setFrom((now) => ({ ...now, [language]: kept[language].version }));
      }
    }
    setFailed(failures);
    setBusy(false);
    const refused = asked.filter((language) => failures[language] !== null);
    if (refused.length === 0) return setWhy('');
    say({
      tone: 'problem',
      text: `Not saved in ${refused.map((l) => languageNames[l]).join(' and ')}: see what is said there.`,
    });
    editors[refused[0] ?? 'en']?.commands.focus();
  }
  async function drop(language: Language): Promise<void> {
    const result = await change('template.drop', { requestId: newRequestId(), type, language, why });
    if (!result.ok) return setFailed({ ...failed, [language]: result.failure });
    setFrom((now) => ({ ...now, [language]: result.value.version }));
    say({ tone: 'saved', text: `The standard words are used again in ${languageNames[language]}` });
  }
  useCommands(
    {
      'record.save': editable ? () => void save() : undefined,
      'record.saveNew': editable ? () => void save() : undefined,
      'template.next': editable ? nextCase : undefined,
    },
    'template.save',
  );

  return (
    <Screen
      title={sayType(type)}
      detail={languages.some(changed) ? 'Not saved yet' : 'Words of this letter'}
      actions={
        <>
          <Button onPress={() => go(to.templates)}>All letters</Button>
          <CommandButton id="template.next" />
          <CommandButton id="record.save" tone="primary" label="Save version" disabled={busy} />
        </>
      }
    >
      <div className={`words-page view-${view} active-${active}`}>
        <fieldset className="inline-choice words-view">
          <legend className="only-heard">Which language is shown</legend>
          {(['both', ...languages] as const).map((value) => (
            <label key={value} className="tick">
              <input
                type="radio"
                name="words-view"
                checked={view === value}
                onChange={() => {
                  setView(value);
                  if (value !== 'both') setActive(value);
                }}
              />
              {views[value]}
            </label>
          ))}
        </fieldset>
        {editable && (
          <div className="words-why">
            <TextField
              label="&Why they change"
              name="why"
              text={why}
              onText={setWhy}
              problem={whyProblem}
              maxLength={400}
              hint="Kept with the version. Ctrl+S saves what has changed in either language."
            />
          </div>
        )}
        <div className="words-columns">
          {languages.map((language) => (
            <LanguageWords
              key={`${language} ${openings[language]}`}
              kept={kept[language]}
              opened={opened[language]}
              cards={cards[language].cards}
              editable={editable}
              changed={changed(language)}
              read={isRead(language)}
              failure={failed[language]}
              hidden={view !== 'both' && view !== language}
              onWords={(words) => setTyped((now) => ({ ...now, [language]: words }))}
              onRead={(is) => setRead({ ...read, [language]: is })}
              onFocus={() => setActive(language)}
              onReady={(editor) => setEditors((now) => ({ ...now, [language]: editor }))}
              onOpen={(words) => open(language, words)}
              onDrop={() => void drop(language)}
            />
          ))}
          <div className="words-beside">
            <Panel title={`Must be in it (${languageNames[active]})`}>
              <Checklist words={current} standing={shown?.standing ?? {}} editor={editable ? editors[active] : null} />
            </Panel>
            {editable && (
              <Panel
                title={
                  shown === undefined ? `The letter (${languageNames[active]})` : `The letter of ${shown.caseNumber}`
                }
              >
                {preview.error !== null && <FailureBox failure={preview.error.failure} />}
                {!usable && <Notice tone="note">The letter shows again once everything in it can be used.</Notice>}
                {shown !== undefined && <SheetFrame preview={shown} envelope="none" overlay={false} />}
              </Panel>
            )}
          </div>
        </div>
      </div>
    </Screen>
  );
}

/** Whether two words are the same, whatever empty paragraphs stand in them. */
function same(one: OwnWords, other: OwnWords): boolean {
  return JSON.stringify([one.title, one.parts]) === JSON.stringify([other.title, other.parts]);
}
