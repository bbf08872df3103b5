import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Paper } from '../../shared/contract/letters';
import type { Failure } from '../../shared/errors';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { ChoiceField } from '../components/choice-field';
import { Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { say } from '../status';
import { call, useCall } from '../wire';
import { SheetFrame } from './letters/sheet-frame';
import { FailureBox } from './saying';
import './screens.css';

const languages = [
  { value: 'en', words: 'English' },
  { value: 'es', words: 'Spanish' },
] as const;

/** A letter of admission as it is printed, in the student's language or another. */
export function AdmissionScreen({ courseId, studentId }: { readonly courseId: string; readonly studentId: string }) {
  const [, go] = useLocation();
  const [language, setLanguage] = useState<'en' | 'es' | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const paper: Paper = { kind: 'admission', courseId, studentId, language };
  const preview = useCall('paper.preview', paper);
  const office = useCall('office.get', {});

  async function print(): Promise<void> {
    setTrouble(null);
    const result = await call('paper.print', paper);
    if (!result.ok) return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    say({
      tone: 'note',
      text: result.value.handedOver ? 'The letter was handed to the printer.' : 'Nothing was printed.',
    });
  }
  async function savePdf(): Promise<void> {
    setTrouble(null);
    const result = await call('paper.savePdf', paper);
    if (result.ok) return say({ tone: 'saved', text: `Saved as ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  useCommands({
    print: () => void print(),
    'print.savePdf': () => void savePdf(),
    'go.registrations': () => go(to.registrations(courseId)),
  });
  return (
    <Screen
      title="Letter of admission"
      detail={preview.data?.title ?? ''}
      actions={
        <>
          <Button onPress={() => go(to.registrations(courseId))}>Back to the registrations</Button>
          <CommandButton id="print.savePdf" />
          <CommandButton id="print" tone="primary" disabled={preview.data === undefined} />
        </>
      }
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      {preview.error !== null && <FailureBox failure={preview.error.failure} />}
      <div className="columns form-and-picture narrow-form">
        <Panel title="The letter">
          <div className="form">
            <ChoiceField
              label="In"
              name="language"
              choices={languages}
              value={language ?? preview.data?.language ?? null}
              onChoose={setLanguage}
              optional={false}
            />
          </div>
          {preview.data?.problems.map((problem) => (
            <Notice key={problem} tone="warning">
              {problem}
            </Notice>
          ))}
        </Panel>
        {preview.data !== undefined && (
          <SheetFrame
            preview={preview.data}
            envelope={office.data?.office.printing.envelope ?? 'none'}
            overlay={false}
          />
        )}
      </div>
    </Screen>
  );
}
