import type { Language } from '../../../shared/day';
import { Button, CommandButton } from '../../components/button';
import { Panel } from '../../components/panel';

/** The answer as sentences for the telephone, in both languages, each to be copied. */
export function Answer({ said }: { readonly said: Readonly<Record<Language, string>> | null }) {
  return (
    <Panel title="To read out">
      {said === null ? (
        <p className="empty-line">Choose a course and a date; the answer stands here in English and Spanish.</p>
      ) : (
        <div className="read-out">
          <p data-said="en">{said.en}</p>
          <CommandButton id="whatIf.copy" label="Copy" />
          <p data-said="es" lang="es">
            {said.es}
          </p>
          <CommandButton id="whatIf.copySpanish" label="Copy in Spanish" />
        </div>
      )}
    </Panel>
  );
}

/** The buttons of the screen. */
export function WhatIfActions({ onClear }: { readonly onClear: () => void }) {
  return (
    <>
      <Button onPress={onClear}>Ask anew</Button>
      <CommandButton id="whatIf.makeCase" tone="primary" />
    </>
  );
}
