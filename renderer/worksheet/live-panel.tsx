import { useEffect, useState } from 'react';
import { Panel } from '../components/panel';
import type { DayMarker } from './day-marker';
import { impossibleWords, type Live } from './live';
import { TimelineStrip } from './strip';
import { Closest, resultWords, WorksheetLines, WorksheetResult } from './worksheet';

type LivePanelProps = {
  readonly live: Live;
  readonly today: string;
  readonly onJump: (rule: string) => void;
  readonly open: number | null;
  readonly onOpen: (at: number | null) => void;
  /** A day to be moved along the strip. */
  readonly marker?: DayMarker | null;
};

/** The refund worksheet beside the form, as it stands at this keystroke: strip, numbered lines, result, closest other answers. */
export function LivePanel({ live, today, onJump, open, onOpen, marker = null }: LivePanelProps) {
  const timeline = live.kind === 'decided' ? live.worksheet.timeline : live.kind === 'waiting' ? live.timeline : null;
  return (
    <Panel title="Refund worksheet — live" className="worksheet-panel">
      {timeline !== null && <TimelineStrip timeline={timeline} today={today} marker={marker} />}
      {live.kind === 'decided' && (
        <>
          <WorksheetLines lines={live.worksheet.lines} onJump={onJump} open={open} onOpen={onOpen} />
          <WorksheetResult worksheet={live.worksheet} />
          <Closest closest={live.worksheet.closest} />
        </>
      )}
      {live.kind === 'waiting' && <Waiting missing={live.missing.map((p) => p.message)} />}
      {live.kind === 'impossible' && <Waiting missing={live.problems.map(impossibleWords)} />}
      <Announced live={live} />
    </Panel>
  );
}

function Waiting({ missing }: { readonly missing: readonly string[] }) {
  return (
    <div className="worksheet-waiting">
      <p>The worksheet stands here as soon as this is known:</p>
      <ul>
        {missing.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

/** Says the result, and nothing else, once the typing rests. */
function Announced({ live }: { readonly live: Live }) {
  const [said, setSaid] = useState('');
  const result = live.kind === 'decided' ? resultWords(live.worksheet) : null;
  const words = result === null ? '' : `${result.text}: ${result.amount}`;
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 600);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="only-heard" role="status" aria-live="polite">
      {said}
    </p>
  );
}
