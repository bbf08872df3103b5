import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { formatDay, formatTime, type Language } from '../../shared/day';
import { sayAnswer } from '../../shared/letters/spoken';
import { showDay } from '../../shared/typed/day';
import type { Course } from '../../shared/register/course';
import type { Term } from '../../shared/register/office';
import { useCommands } from '../commanding';
import { focusField } from '../components/field';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { courseTitle, emptyTexts } from '../forms/entry-texts';
import { draftKey, handOverForm } from '../forms/entry-draft';
import { emptyState } from '../forms/entry-state';
import { copyText } from '../copying';
import { usePacks } from '../policies';
import { to } from '../routes';
import { say } from '../status';
import { call, useCall } from '../wire';
import { fieldOfRule } from '../worksheet/line-field';
import type { DayMarker } from '../worksheet/day-marker';
import { courseTimeline, decideLive, effectiveField, type Live } from '../worksheet/live';
import { LivePanel } from '../worksheet/live-panel';
import { resultWords } from '../worksheet/worksheet';
import { useDays } from './record-form/days';
import { RecordForm } from './record-form/record-form';
import { FailureBox } from './saying';
import { Answer, WhatIfActions } from './what-if/answer';
import { blankQuestion, readQuestion, type WhatIfContext, type WhatIfTexts } from './what-if/what-if-facts';
import { WhatIfFields } from './what-if/what-if-fields';
import './screens.css';

/** Any course and any date, with no record made: the answer, the worksheet, and a marker on the timeline that asks of every other day. */
export function WhatIfScreen({ courseId }: { readonly courseId: string | null }) {
  const office = useCall('office.get', {});
  const course = useCall('course.get', courseId === null ? null : { id: courseId });
  const days = useDays(office.data?.office);
  const packs = usePacks();
  const context = useMemo(
    (): WhatIfContext | null =>
      office.data === undefined || days === null
        ? null
        : { office: office.data.office, terms: office.data.terms, days, packs },
    [office.data, days, packs],
  );
  const failure = office.error?.failure ?? course.error?.failure;
  if (failure !== undefined)
    return (
      <Screen title="What-if">
        <FailureBox failure={failure} />
      </Screen>
    );
  if (context === null || (courseId !== null && course.data === undefined))
    return <Screen title="What-if">{null}</Screen>;
  return <Question context={context} given={course.data?.course ?? null} term={course.data?.term ?? null} />;
}

type QuestionProps = { readonly context: WhatIfContext; readonly given: Course | null; readonly term: Term | null };

function Question({ context, given, term: givenTerm }: QuestionProps) {
  const [, go] = useLocation();
  const { office, days, packs } = context;
  const blank = () => blankQuestion(office, showDay(days.today));
  const [texts, setTexts] = useState<WhatIfTexts>(() => ({
    ...blank(),
    course: given === null ? '' : courseTitle(given),
  }));
  const [chosen, setChosen] = useState({ course: given, term: givenTerm });
  const [open, setOpen] = useState<number | null>(null);
  const put = (part: Partial<WhatIfTexts>) => setTexts((before) => ({ ...before, ...part }));
  const read = useMemo(() => readQuestion(texts, chosen, context), [texts, chosen, context]);
  const live = useMemo((): Live => {
    if (read.facts !== null) return decideLive(read.facts, packs);
    const wrong = Object.entries(read.problems).map(([field, message]) => ({ field, message }));
    const timeline = read.bare === null ? null : courseTimeline(read.bare, packs);
    return { kind: 'waiting', missing: [...read.missing, ...wrong], timeline };
  }, [read, packs]);
  const effective = effectiveField(live, read.received);
  useEffect(() => {
    focusField(given === null ? 'courseId' : 'received');
  }, [given]);

  const worksheet = live.kind === 'decided' ? live.worksheet : null;
  const counts = effective?.field === 'postmarked' ? 'postmarked' : 'received';
  const asked = counts === 'postmarked' ? read.postmarked : read.received;
  const { facts, pack, course } = read;
  const said = useMemo((): Readonly<Record<Language, string>> | null => {
    if (worksheet === null || facts?.notice == null || pack === null || course === null || asked === null) return null;
    const source = {
      determination: worksheet.determination,
      pack: pack.pack,
      closest: worksheet.closest,
      course: texts.byDates ? course.code : courseTitle(course),
      on: counts === 'postmarked' ? asked : facts.notice.received,
      counts,
    } as const;
    return { en: sayAnswer(source, 'en'), es: sayAnswer(source, 'es') };
  }, [worksheet, facts, pack, course, asked, counts, texts.byDates]);

  /** The marker moves the date that counts; a postmark is never later than the receipt. */
  const move = (day: string) => {
    if (counts === 'received') return put({ received: showDay(day) });
    put({
      postmarked: showDay(day),
      ...(read.received !== null && read.received < day ? { received: showDay(day) } : {}),
    });
  };
  const result = worksheet === null ? null : resultWords(worksheet);
  const marker: DayMarker | null =
    asked === null
      ? null
      : {
          label: counts === 'postmarked' ? 'Postmark date' : 'Date received',
          day: asked,
          says: `${formatDay(asked, 'en')}${result === null || worksheet === null ? '' : `: ${worksheet.label}, ${result.amount}`}`,
          onDay: move,
        };

  const copy = (language: Language) => {
    if (said === null) return say({ tone: 'note', text: 'There is no answer to copy yet.' });
    if (copyText(said[language]))
      return say({ tone: 'saved', text: language === 'en' ? 'Copied' : 'Copied in Spanish' });
    say({ tone: 'problem', text: 'It could not be copied. Select the sentence and press Ctrl+C.' });
  };
  const makeCase = async () => {
    const kept = await call('draft.get', { key: draftKey(null) });
    if (kept.ok && kept.value !== null)
      return say({
        tone: 'problem',
        text: 'Another form is half typed. Save or hold it first (Ctrl+N), then make a case of this.',
      });
    const { channel, kind, postmarked, received, receivedAt, paidOn } = texts;
    const typed = { fee: texts.fee, paid: texts.paid, paidOn };
    handOverForm({
      ...emptyState,
      course: texts.byDates ? null : chosen.course,
      term: texts.byDates ? null : chosen.term,
      texts: {
        ...emptyTexts,
        course: texts.byDates || chosen.course === null ? '' : courseTitle(chosen.course),
        channel,
        kind,
        postmarked: channel === 'mail' ? postmarked : '',
        received,
        receivedAt: receivedAt === '' || read.facts?.notice == null ? receivedAt : timeText(read.facts.notice.received),
        enrolment: { ...emptyTexts.enrolment, ...typed },
        track: texts.track,
      },
    });
    go(to.entry);
  };
  useCommands({
    'whatIf.copy': () => copy('en'),
    'whatIf.copySpanish': () => copy('es'),
    'whatIf.makeCase': () => void makeCase(),
    why: () => setOpen(open === null ? (worksheet?.lines.length ?? 1) - 1 : null),
  });

  return (
    <Screen
      title="What-if"
      detail="Nothing is recorded"
      actions={
        <WhatIfActions
          onClear={() => {
            setTexts(blank());
            setChosen({ course: null, term: null });
            focusField('courseId');
          }}
        />
      }
    >
      <div className="columns form-and-picture">
        <Panel title="The question" className="form-panel">
          <RecordForm onSave={() => undefined}>
            <WhatIfFields
              texts={texts}
              onTexts={put}
              chosen={chosen.course}
              onChoose={(next, term) => setChosen({ course: next, term })}
              context={context}
              read={read}
              effective={effective}
            />
          </RecordForm>
        </Panel>
        <div className="stack">
          <Answer said={said} />
          <LivePanel
            live={live}
            today={days.today}
            onJump={(rule) => focusField(fieldOfRule(rule)) || focusField('courseId')}
            open={open}
            onOpen={setOpen}
            marker={marker}
          />
        </div>
      </div>
    </Screen>
  );
}

function timeText(moment: string): string {
  return moment.length > 10 ? formatTime(moment.slice(11)) : '';
}
