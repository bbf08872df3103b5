import { useMemo, useState } from 'react';
import type { CaseView, StoredDetermination } from '../../../shared/contract/cases';
import { useCommands } from '../../commanding';
import { Panel } from '../../components/panel';
import { useNames } from '../../names';
import { useToday } from '../../today';
import { usePacks } from '../../policies';
import { keptWorksheet } from '../../worksheet/live';
import { TimelineStrip } from '../../worksheet/strip';
import { Closest, WorksheetLines, WorksheetResult } from '../../worksheet/worksheet';
import { useMoment } from '../office-moment';

/** The determination that counts, with its working; the earlier ones below it, struck through, each to be opened. */
export function CaseWorksheet({ view }: { readonly view: CaseView }) {
  const moment = useMoment();
  const current = view.determinations.findLast((d) => !d.superseded);
  const superseded = view.determinations.filter((d) => d.superseded).reverse();
  return (
    <Panel title="Refund worksheet" className="worksheet-panel">
      {current === undefined ? (
        <p className="quiet-text">
          {view.row.state === 'undone'
            ? 'This case was undone.'
            : `Held: ${view.heldWhy === '' ? 'it waits to be completed.' : view.heldWhy}`}
        </p>
      ) : (
        <Determined stored={current} live />
      )}
      {superseded.map((stored) => (
        <details key={stored.seq} className="superseded">
          <summary>
            <s>Determination of {moment(stored.at)}</s> <span className="quiet-text">superseded</span>
          </summary>
          <Determined stored={stored} live={false} />
        </details>
      ))}
    </Panel>
  );
}

const causes: Record<StoredDetermination['cause'], string> = {
  form: 'from the form',
  correction: 'after a correction',
  'course-cancelled': 'the class was cancelled',
  'facts-changed': 'its facts had changed',
  petition: 'a petition was decided',
  appeal: 'an appeal was decided',
};

function Determined({ stored, live }: { readonly stored: StoredDetermination; readonly live: boolean }) {
  const today = useToday();
  const moment = useMoment();
  const nameOf = useNames();
  const [open, setOpen] = useState<number | null>(null);
  const packs = usePacks();
  const worksheet = useMemo(() => keptWorksheet(stored.determination, stored.facts, packs), [stored, packs]);
  useCommands(
    live && worksheet !== null ? { why: () => setOpen(open === null ? worksheet.lines.length - 1 : null) } : {},
  );
  if (worksheet === null)
    return (
      <p className="quiet-text">
        This determination was made with a policy that this version does not have; it is kept whole in the register.
      </p>
    );
  return (
    <div className={live ? 'determined' : 'determined undone'}>
      {live && worksheet.timeline !== null && (
        <TimelineStrip timeline={worksheet.timeline} today={today?.day ?? null} />
      )}
      <WorksheetLines lines={worksheet.lines} open={open} onOpen={setOpen} />
      <WorksheetResult worksheet={worksheet} />
      <p className="determined-by">
        Determined {moment(stored.at)} by {nameOf(stored.person)}, {causes[stored.cause]}. Policy version{' '}
        {stored.determination.version}.
        {stored.approvedBy !== null &&
          ` Approved ${moment(stored.approvedBy.at)} by ${nameOf(stored.approvedBy.person)}.`}
      </p>
      {live && <Closest closest={worksheet.closest} />}
    </div>
  );
}
