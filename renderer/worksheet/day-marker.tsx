import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { dayNumber, dayText, monthsAfter } from '../../shared/day';

/** A day that is moved along the strip: its name, what it means there in words, and who is told. */
export type DayMarker = {
  readonly label: string;
  readonly day: string;
  /** The day and its answer in words, as a screen reader says them. */
  readonly says: string;
  readonly onDay: (day: string) => void;
};

type DayMarkerProps = {
  readonly marker: DayMarker;
  /** The strip's first and last day, and its width in pixels. */
  readonly from: string;
  readonly to: string;
  readonly width: number;
  /** How far down its line reaches, in pixels. */
  readonly depth: number;
};

/**
 * The marker above the strip: dragged with the mouse, or moved by keys: arrows a day, Page Up and Down a week, with Shift a month, Home and End
 * to the strip's ends. A slider whose value is heard as a day with its answer.
 */
export function DayMarkerTrack({ marker, from, to, width, depth }: DayMarkerProps) {
  const track = useRef<HTMLDivElement>(null);
  const grip = useRef<HTMLDivElement>(null);
  const first = dayNumber(from);
  const last = dayNumber(to);
  const at = clamp(dayNumber(marker.day), first, last);
  const x = ((at - first + 0.5) / (last - first + 1)) * width;
  const put = (day: number) => {
    const next = clamp(day, first, last);
    if (next !== dayNumber(marker.day)) marker.onDay(dayText(next));
  };

  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moved(event.key, event.shiftKey, at, first, last);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    put(next);
  };
  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    put(first + Math.floor(((event.clientX - box.left) / box.width) * (last - first + 1)));
  };

  return (
    <div
      ref={track}
      className="marker-track"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current?.focus();
        follow(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
    >
      <div className="marker-line" style={{ left: x, height: depth }} />
      <div
        ref={grip}
        className="marker-grip"
        role="slider"
        tabIndex={0}
        aria-label={marker.label}
        aria-orientation="horizontal"
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={marker.says}
        title={marker.says}
        style={{ left: x }}
        onKeyDown={keyDown}
      />
    </div>
  );
}

/** The day to which a key moves the marker; null for a key that does not. */
function moved(key: string, shift: boolean, at: number, first: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'PageUp':
      return shift ? monthsAfter(at, 1) : at + 7;
    case 'PageDown':
      return shift ? monthsAfter(at, -1) : at - 7;
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}

function clamp(day: number, first: number, last: number): number {
  return Math.max(first, Math.min(last, day));
}
