import { useMemo, useState } from 'react';
import type { PetitionView } from '../../../shared/contract/petitions';
import type { CompiledPack } from '../../../shared/policy/compile';
import { Panel } from '../../components/panel';
import { keptWorksheet } from '../../worksheet/live';
import { TimelineStrip } from '../../worksheet/strip';
import { WorksheetLines, WorksheetResult } from '../../worksheet/worksheet';
import { paperWord } from './states';

type StandardWorksheetProps = { readonly view: PetitionView; readonly packs: readonly CompiledPack[] };

/** What the policy gives by itself, with its working: what a decision is held against. */
export function StandardWorksheet({ view, packs }: StandardWorksheetProps) {
  const [open, setOpen] = useState<number | null>(null);
  const { standard } = view;
  const facts = view.case.determinations.at(-1)?.facts;
  const worksheet = useMemo(
    () =>
      standard === null || facts === undefined ? null : keptWorksheet(standard, { ...facts, decision: null }, packs),
    [standard, facts, packs],
  );
  return (
    <Panel title="What the policy gives" className="worksheet-panel">
      {worksheet === null ? (
        <p className="quiet-text">
          The policy cannot say yet what it gives without this {paperWord(view.row.kind)}: the form is not complete.
        </p>
      ) : (
        <>
          {worksheet.timeline !== null && <TimelineStrip timeline={worksheet.timeline} today={null} />}
          <WorksheetLines lines={worksheet.lines} open={open} onOpen={setOpen} />
          <WorksheetResult worksheet={worksheet} />
        </>
      )}
    </Panel>
  );
}
