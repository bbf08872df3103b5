import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseView } from '../../shared/contract/cases';
import { sayFailure } from '../../shared/errors';
import { focusField } from '../components/field';
import { to } from '../routes';
import { say, type Said } from '../status';
import { previousEntry } from './carry';
import type { Lines } from './entry-reading';
import { fieldNames, firstField, isTouched } from './entry-state';
import type { useEntry } from './use-entry';

type UseSaving = {
  readonly entry: ReturnType<typeof useEntry>;
  readonly view: CaseView | null;
  readonly caseId: string | null;
  /** Whether a student is being added just now: that is saved first. */
  readonly adding: boolean;
  readonly discard: () => Promise<void>;
  readonly onNext: () => void;
};

/** Saving from the keyboard: what went wrong is said in the status bar and the cursor goes there; what went right leads on. */
export function useSaving({ entry, view, caseId, adding, discard, onNext }: UseSaving) {
  const [, go] = useLocation();
  const { latest } = entry;
  const [failed, setFailed] = useState<string | null>(null);

  const showFirst = (lines: Lines) => {
    const first = fieldNames.find((name) => lines[name] !== undefined) ?? Object.keys(lines)[0];
    if (first !== undefined) focusField(first);
    const count = Object.keys(lines).length;
    say({ tone: 'problem', text: `Not saved: ${count === 1 ? 'one field needs' : `${count} fields need`} a look.` });
  };
  const save = async (mode: 'decide' | 'hold', then: 'new' | 'stay') => {
    setFailed(null);
    // A second press of the key finds the next form, which is empty: it says nothing and saves nothing.
    if (view === null && !isTouched(latest.current.state)) return void focusField(firstField(latest.current.state));
    if (adding) return void focusField('new-number');
    if (view?.row.state === 'decided' && latest.current.state.texts.why.trim() === '')
      return showFirst({ why: 'A correction needs its reason.' });
    const from = document.activeElement;
    say({ tone: 'working', text: 'Saving…' });
    const end = await entry.save(mode, latest.current.state.texts.why.trim());
    switch (end.kind) {
      case 'busy':
        return;
      case 'problems':
        return showFirst(end.lines);
      case 'second-form':
        say({ tone: 'problem', text: 'Not saved: this student already has a form for this course.' });
        return void focusField('secondForm');
      case 'second-look':
        say({ tone: 'problem', text: 'Not saved: other sessions have this title. Check which one is meant.' });
        return void focusField('sessionSeen');
      case 'failed': {
        const said = sayFailure(end.failure);
        setFailed(`${said.what} ${said.meaning} ${said.next}`);
        say({ tone: 'problem', text: `Not saved. ${said.what}` });
        if (from instanceof HTMLElement) from.focus();
        return;
      }
      case 'saved': {
        await discard();
        const { row } = end.saved.view;
        const name = row.studentName.split(',')[0] ?? '';
        say({
          tone: 'saved',
          text: `${row.state === 'held' ? 'Held' : 'Saved'} ${row.number} ${name}`,
          actionId: end.saved.actionId,
          ...opened(end.saved.view, view),
        });
        previousEntry.set(latest.current.state);
        if (then === 'stay') return go(to.case(row.id));
        if (caseId !== null) return go(to.entry);
        return onNext();
      }
    }
  };
  return { save, failed };
}

/** The way to the petition that was opened with the form, where one was. */
function opened(after: CaseView, before: CaseView | null): Pick<Said, 'way'> {
  const known = new Set(before?.petitions.map((p) => p.id));
  const petition = after.petitions.find((p) => !known.has(p.id) && p.state !== 'undone');
  return petition === undefined
    ? {}
    : { way: { to: to.petition(petition.id), words: `Petition ${petition.number} opened` } };
}
