import { memo, useId, useMemo } from 'react';
import type { Timeline } from '../../shared/policy/timeline';
import { DayMarkerTrack, type DayMarker } from './day-marker';
import { useDrawnWidth } from './drawn-width';
import { measureAt } from './measure';
import { layOutStrip, type StripLayout, type ZonePattern } from './strip-layout';
import { sayStrip } from './strip-words';

const size = 13;
const lane = 17;
const barHeight = 44;
/** The height of the marker's track, as the style has it. */
const trackHeight = 28;

/**
 * A course's life from its first to its last day: the zones in which a drop has one answer, its meetings, what was postmarked and
 * received, which of them counts, and how much of the course had passed. Pattern and words, never colour alone; one sentence for those
 * who hear it.
 */
export const TimelineStrip = memo(function TimelineStrip({
  timeline,
  today,
  marker = null,
}: {
  readonly timeline: Timeline;
  readonly today: string | null;
  /** A day to be moved along the strip, where it answers questions. */
  readonly marker?: DayMarker | null;
}) {
  const { box, width, fonts } = useDrawnWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width < 40 ? null : { fonts, ...layOutStrip(timeline, width - 2, today, measureAt(size)) }),
    [timeline, today, width, fonts],
  );
  return (
    <figure className="strip" ref={box}>
      {layout !== null && marker !== null && (
        <DayMarkerTrack
          marker={marker}
          from={timeline.from}
          to={timeline.to}
          width={width - 2}
          depth={trackHeight + layout.lanes * lane + 4}
        />
      )}
      {layout !== null && <Drawing layout={layout} width={width} said={sayStrip(timeline)} />}
      {layout !== null && layout.legend.length > 0 && (
        <figcaption className="strip-legend">
          {layout.legend.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </figcaption>
      )}
    </figure>
  );
});

const fills: Record<ZonePattern, string> = {
  full: 'zone full',
  part: 'zone part',
  none: 'zone none',
  open: 'zone open',
};

function Drawing({
  layout,
  width,
  said,
}: {
  readonly layout: StripLayout;
  readonly width: number;
  readonly said: string;
}) {
  const id = useId();
  const top = layout.lanes * lane + 4;
  const bottom = top + barHeight;
  const ticksAt = bottom + 9;
  const elapsedAt = ticksAt + 22;
  const height = layout.elapsed === null ? ticksAt + 14 : elapsedAt + 36;
  return (
    <svg className="strip-drawing" width={width} height={height} role="img" aria-label={said} fontSize={size}>
      <defs>
        <pattern id={`${id}dots`} width="9" height="9" patternUnits="userSpaceOnUse">
          <circle className="dot" cx="2.5" cy="2.5" r="1.1" />
          <circle className="dot" cx="7" cy="7" r="1.1" />
        </pattern>
        <pattern id={`${id}lines`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" y1="0" x2="0" y2="8" />
        </pattern>
      </defs>
      <g transform="translate(1 0)">
        {layout.zones.map((zone) => (
          <g key={zone.x}>
            <rect className={fills[zone.pattern]} x={zone.x} y={top} width={zone.width} height={barHeight} />
            {zone.pattern !== 'full' && zone.pattern !== 'open' && (
              <rect
                x={zone.x}
                y={top}
                width={zone.width}
                height={barHeight}
                fill={`url(#${id}${zone.pattern === 'part' ? 'dots' : 'lines'})`}
              />
            )}
            <ZoneWords zone={zone} top={top} />
          </g>
        ))}
        {layout.closures.map((closed) => (
          <rect key={closed.x} className="closure" x={closed.x} y={bottom + 1} width={closed.width} height={5} />
        ))}
        {layout.shareX !== null && (
          <line className="share-line" x1={layout.shareX} x2={layout.shareX} y1={top - 6} y2={bottom + 6} />
        )}
        {layout.labels.map((label) => (
          <g key={label.kind}>
            <line
              className={`lead ${label.kind}`}
              x1={label.x}
              x2={label.x}
              y1={(label.lane + 1) * lane - 1}
              y2={label.kind === 'today' ? bottom : top}
            />
            {label.kind === 'effective' && (
              <path className="effective-mark" d={`M${label.x - 7} ${top - 9}h14l-7 12z`} />
            )}
          </g>
        ))}
        {/* After every line, so that none runs through the words. */}
        {layout.labels.map((label) => (
          <text
            key={label.kind}
            className={`strip-label ${label.kind}`}
            x={label.labelX}
            y={(label.lane + 1) * lane - 4}
            textAnchor="middle"
          >
            {label.text}
          </text>
        ))}
        {layout.ticks.map((tick) => (
          <g key={tick.number === '' ? `x${tick.x}` : tick.number}>
            <line className="tick" x1={tick.x} x2={tick.x} y1={bottom - 4} y2={bottom + 7} />
            {tick.number !== '' && (
              <text className="tick-label" x={tick.labelX} y={ticksAt + 12} textAnchor="middle">
                <tspan className="tick-number">{tick.number}</tspan>
                {tick.date !== '' && ` ${tick.date}`}
              </text>
            )}
          </g>
        ))}
        {layout.elapsed !== null && <Elapsed elapsed={layout.elapsed} y={elapsedAt} width={width - 2} />}
      </g>
    </svg>
  );
}

function ZoneWords({ zone, top }: { readonly zone: StripLayout['zones'][number]; readonly top: number }) {
  if (zone.lines.length === 0) return null;
  const measure = measureAt(size);
  const wide = Math.max(...zone.lines.map((line, index) => measure(line, index === 0 ? 'bold' : 'normal'))) + 10;
  const middle = zone.x + zone.width / 2;
  const tall = zone.lines.length * 16 + 4;
  const y = top + (barHeight - tall) / 2;
  return (
    <>
      <rect className="plate" x={middle - wide / 2} y={y} width={wide} height={tall} rx={2} />
      {zone.lines.map((line, index) => (
        <text
          key={line}
          className={index === 0 ? 'zone-label' : 'zone-amount'}
          x={middle}
          y={y + 14 + index * 15}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </>
  );
}

function Elapsed({
  elapsed,
  y,
  width,
}: {
  readonly elapsed: NonNullable<StripLayout['elapsed']>;
  readonly y: number;
  readonly width: number;
}) {
  const measure = measureAt(size);
  const words = 'Course time elapsed';
  const from = Math.min(measure(words, 'normal') + 10, width / 2);
  const room = width - from;
  const fill = room * Math.min(1, elapsed.share);
  const limit = from + room * elapsed.limit;
  const textWide = measure(elapsed.text, 'normal');
  const limitWide = measure(elapsed.limitText, 'bold');
  // The limit's words stand under its line; the share's beside them, on whichever side there is room.
  const limitAt = Math.min(Math.max(limit, from + limitWide / 2), width - limitWide / 2);
  const after = limitAt + limitWide / 2 + 12;
  const textAt = after + textWide <= width ? after : Math.max(0, limitAt - limitWide / 2 - 12 - textWide);
  return (
    <>
      <text className="tick-label" x={0} y={y + 11}>
        {words}
      </text>
      <rect className="elapsed-all" x={from} y={y} width={room} height={13} />
      <rect className="elapsed-part" x={from} y={y} width={fill} height={13} />
      <line className="share-line" x1={limit} x2={limit} y1={y - 3} y2={y + 17} />
      <text className="strip-label share" x={limitAt} y={y + 29} textAnchor="middle">
        {elapsed.limitText}
      </text>
      <text className="tick-label" x={textAt} y={y + 29}>
        {elapsed.text}
      </text>
    </>
  );
}
