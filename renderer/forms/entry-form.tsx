import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Batch } from '../../shared/contract/rows';
import type { Office } from '../../shared/register/office';
import { useCommands } from '../commanding';
import { CommandButton } from '../components/button';
import { focusField } from '../components/field';
import { Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { TextField } from '../components/text-field';
import { usePacks } from '../policies';
import { to } from '../routes';
import { say } from '../status';
import { useStore } from '../store';
import { useCall } from '../wire';
import { fieldOfRule, lineOfField } from '../worksheet/line-field';
import { effectiveField } from '../worksheet/live';
import { LivePanel } from '../worksheet/live-panel';
import { batchInHand } from './batch';
import { BatchHeader } from './batch-header';
import { BatchTable } from './batch-table';
import { pins, previousEntry, togglePin } from './carry';
import { useDraft } from './draft';
import { draftKey, writeDraft, type Prepared } from './entry-draft';
import { asDuplicate, asRead, duplicated } from './entry-duplicate';
import { EntryFields } from './entry-fields';
import type { EntryContext } from './entry-reading';
import { withReference } from './entry-scan';
import {
  firstField,
  inBatch,
  fieldOfControl,
  isTouched,
  isFieldName,
  pinnable,
  withField,
  type EntryState,
} from './entry-state';
import { useFieldVisits, useFormKeys } from './form-keys';
import { BatchDetail, correctionCautions, RestoredNotice, SecondForm, studentHint } from './entry-notices';
import { otherSessions, SameSessions } from './same-sessions';
import { useEntry } from './use-entry';
import { useSaving } from './use-saving';

type EntryFormProps = {
  readonly office: Office;
  readonly today: string;
  readonly prepared: Prepared;
  readonly caseId: string | null;
  /** The next form of the stack. */
  readonly onNext: () => void;
  /** Throws the restored draft away and begins again. */
  readonly onStartAfresh: () => void;
};

/** One form at work: its fields, its worksheet, its keys. Nothing of it is ever in a box before the form. */
export function EntryForm({ office, today, prepared, caseId, onNext, onStartAfresh }: EntryFormProps) {
  const [, go] = useLocation();
  const hand = useStore(batchInHand);
  const batch = hand.state === 'open' ? hand.batch : null;
  const near = batch?.received ?? today;
  const packs = usePacks();
  const { requestId, initial, view } = prepared;
  const decision = view?.decision ?? null;
  const context = useMemo(
    (): EntryContext => ({ office, packs, today, near, decision }),
    [office, packs, today, near, decision],
  );
  const entry = useEntry({
    context,
    initial,
    requestId,
    caseId,
    batchId: view === null ? (batch?.id ?? null) : view.row.batchId,
  });
  const { state, setState, live, latest } = entry;
  const [adding, setAdding] = useState<string | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const before = useRef<EntryState>(initial);
  const lastAsked = useRef<string | null>(null);
  const draft = useDraft(draftKey(caseId), state, (now) => writeDraft(now, requestId, batch?.id ?? null));
  const student = useCall('student.get', state.student === null ? null : { id: state.student.id });

  useEffect(() => {
    if (batchInHand.get().state !== 'asking') focusField(firstField(initial));
  }, [initial]);
  useFieldVisits(
    form,
    () => {
      before.current = latest.current.state;
      lastAsked.current = null;
    },
    entry.onLeft,
  );

  const { save, failed } = useSaving({ entry, view, caseId, adding: adding !== null, discard: draft.discard, onNext });
  const focusedField = () => {
    const name = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['field'] : undefined;
    return fieldOfControl(name);
  };
  const startAnew = () => {
    if (!isTouched(latest.current.state)) return focusField(firstField(latest.current.state));
    if (lastAsked.current === 'anew') {
      say({ tone: 'note', text: 'Started afresh.' });
      return onStartAfresh();
    }
    lastAsked.current = 'anew';
    say({ tone: 'problem', text: 'This form is not saved. Ctrl+N again throws it away; Ctrl+Shift+H holds it.' });
  };
  const why = () => {
    const field = focusedField();
    const lines = live.kind === 'decided' ? live.worksheet.lines : [];
    const at = field === null ? lines.length - 1 : lineOfField(lines, field);
    const asked = field ?? 'worksheet';
    if (lastAsked.current === asked) return go(to.help);
    lastAsked.current = asked;
    setOpen(at === -1 ? null : at);
    say({
      tone: 'note',
      text: lines[at]?.text ?? 'No line of the worksheet comes from this field. F1 again for help.',
    });
  };
  useCommands({
    'form.new': caseId === null ? startAnew : () => go(to.entry),
    'record.saveNew': () => void save('decide', 'new'),
    'record.save': () => void save('decide', 'stay'),
    'record.hold': () => void save('hold', 'new'),
    'record.duplicate': () => {
      // A kept record goes into a new form; in a new form the record before comes again.
      if (view !== null) {
        duplicated.set(asRead(view));
        return go(to.entry);
      }
      const previous = previousEntry.get();
      if (previous === null) return say({ tone: 'note', text: 'There is no record before this one to duplicate.' });
      setState(asDuplicate(previous));
    },
    'field.copyPrevious': () => {
      const field = focusedField();
      const previous = previousEntry.get();
      if (field !== null && previous !== null)
        setState((now) => ({ ...withField(now, field, previous), carried: new Set(now.carried).add(field) }));
    },
    'field.pin': () => {
      const field = focusedField();
      if (field === null || !pinnable.includes(field))
        return say({ tone: 'note', text: 'This field cannot be pinned.' });
      say({ tone: 'note', text: togglePin(field) ? 'Pinned: it goes on to the next form.' : 'No longer pinned.' });
    },
    why,
  });
  const keys = useFormKeys({
    enterMovesOn: office.enterMovesOn,
    onSave: () => void save('decide', 'new'),
    onRevert: (name) => {
      const field = fieldOfControl(name);
      if (field !== null) setState((now) => withField(now, field, before.current));
      say({ tone: 'note', text: 'Esc again leaves this form; what is typed is kept as a draft.' });
    },
    onLeave: () => go(caseId === null ? to.today : to.case(caseId)),
    onScan: (reference, field) => {
      const now = latest.current.state;
      const clean = field !== null && isFieldName(field) ? withField(now, field, before.current) : now;
      void withReference(clean, reference).then((next) => {
        setState(next);
        focusField(firstField(next));
        say({
          tone: 'note',
          text: `Scanned: ${reference.form}${reference.studentNumber === '' ? '' : ` of ${reference.studentNumber}`}.`,
        });
      });
    },
  });
  const beginBatch = (begun: Batch) => {
    batchInHand.set({ state: 'open', batch: begun });
    const next = inBatch(latest.current.state, previousEntry.get(), pins.get(), begun);
    setState(next);
    requestAnimationFrame(() => focusField(firstField(next)));
  };

  const title =
    view === null
      ? 'New drop form'
      : view.row.state === 'held'
        ? `Complete ${view.row.number}`
        : `Correct ${view.row.number}`;
  return (
    <Screen
      title={title}
      detail={<BatchDetail batch={batch} />}
      actions={
        <>
          <CommandButton id="record.hold" />
          <CommandButton id="record.save" />
          <CommandButton id="record.saveNew" tone="primary" />
        </>
      }
    >
      <div className="entry">
        <div className="entry-left">
          <Panel title="Form as received" className="form-panel">
            <div ref={form} {...keys} className="entry-form" role="group" aria-label="Form as received">
              {prepared.restoredAt !== null && (
                <RestoredNotice at={prepared.restoredAt} onStartAfresh={onStartAfresh} />
              )}
              {failed !== null && <Notice tone="problem">{failed}</Notice>}
              {hand.state === 'asking' && <BatchHeader office={office} today={today} onOpen={beginBatch} />}
              {view?.row.state === 'decided' && (
                <TextField
                  label="Why corrected"
                  name="why"
                  text={state.texts.why}
                  onText={(text) => entry.onTexts({ why: text }, 'why')}
                  problem={entry.problems['why']}
                  required
                  maxLength={400}
                />
              )}
              <EntryFields
                office={office}
                context={context}
                state={state}
                onTexts={entry.onTexts}
                onState={entry.onState}
                read={entry.read}
                problems={entry.problems}
                notEnrolled={entry.notEnrolled}
                studentHint={
                  state.student === null
                    ? undefined
                    : studentHint(state.student, student.isPlaceholderData ? undefined : student.data)
                }
                adding={adding}
                onAdding={setAdding}
                effective={effectiveField(live, entry.read.form.received)}
                live={live}
                cautions={{
                  ...(entry.sessions.length > 0 && !entry.sessionSeen ? { courseId: otherSessions } : {}),
                  ...correctionCautions(view, state, entry.read.policy),
                }}
              />
              {entry.sessions.length > 0 && state.course !== null && (
                <SameSessions
                  course={state.course}
                  others={entry.sessions}
                  says={entry.read.policy?.pack.pack.features?.sessions?.says.en ?? ''}
                  today={today}
                  seen={entry.sessionSeen}
                  onSeen={entry.setSessionSeen}
                />
              )}
              {entry.others.length > 0 && (
                <SecondForm
                  others={entry.others}
                  meant={entry.secondForm}
                  onMeant={(meant) => {
                    entry.setSecondForm(meant);
                    if (meant) say({ tone: 'note', text: 'It will be saved as a second form.' });
                  }}
                />
              )}
            </div>
          </Panel>
          <BatchTable />
        </div>
        <LivePanel
          live={live}
          today={today}
          onJump={(rule) => focusField(fieldOfRule(rule)) || focusField('courseId')}
          open={open}
          onOpen={setOpen}
        />
      </div>
    </Screen>
  );
}
