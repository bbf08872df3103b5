import { memo, useId, useMemo } from 'react';
import type { Report } from '../../../shared/contract/reports';
import { dashes, patterns, type Mark } from '../../../shared/reports/drawing';
import { drawingOf } from '../../../shared/reports/picture';
import { useDrawnWidth } from '../../worksheet/drawn-width';
import { measureAt } from '../../worksheet/measure';

const size = 13;

type ReportPictureProps = {
  readonly picture: NonNullable<Report['picture']>;
  /** The picture in a sentence, for those who hear it. */
  readonly said: string;
};

/** The picture of a report, as wide as there is room: patterns, strokes and words, never color alone. */
export const ReportPicture = memo(function ReportPicture({ picture, said }: ReportPictureProps) {
  const id = useId();
  const { box, width, fonts } = useDrawnWidth<HTMLElement>();
  const drawing = useMemo(
    () => (width < 160 ? null : { fonts, ...drawingOf(picture, { width, size, measure: measureAt(size) }) }),
    [picture, width, fonts],
  );
  return (
    <figure className="chart" ref={box}>
      {drawing !== null && (
        <svg width={drawing.width} height={drawing.height} role="img" aria-label={said} fontSize={size}>
          <defs>
            {patterns.map(({ d, filled }, at) => (
              <pattern key={at} id={`${id}${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
                <path className={`ink-${at} ${filled ? 'filled' : ''}`} d={d} />
              </pattern>
            ))}
          </defs>
          {drawing.marks.map((mark, at) => (
            <Drawn key={at} mark={mark} tiles={id} />
          ))}
        </svg>
      )}
      {drawing !== null && drawing.note !== '' && <figcaption className="quiet-text">{drawing.note}</figcaption>}
    </figure>
  );
});

function Drawn({ mark, tiles }: { readonly mark: Mark; readonly tiles: string }) {
  switch (mark.kind) {
    case 'words':
      return (
        <text className={mark.look} x={mark.x} y={mark.y} textAnchor={mark.anchor}>
          {mark.text}
        </text>
      );
    case 'path': {
      const line = /^line-(\d)$/.exec(mark.look)?.[1];
      return (
        <path
          className={mark.look}
          d={mark.d}
          strokeDasharray={line === undefined ? undefined : dashes[Number(line)]}
        />
      );
    }
    case 'rect': {
      const { x, y, width, height, look } = mark;
      const tile = /^series-(\d)$/.exec(look)?.[1];
      return (
        <>
          <rect className={look} x={x} y={y} width={width} height={height} />
          {tile !== undefined && <rect x={x} y={y} width={width} height={height} fill={`url(#${tiles}${tile})`} />}
        </>
      );
    }
  }
}
