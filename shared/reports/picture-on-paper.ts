import { fill } from '../letters/liquid';
import { widthOf } from '../letters/measure';
import { dashes, patterns, type Drawing, type Measure } from './drawing';

/** Measures words in the letters’ typeface; its semi-bold cut runs a little wider. */
export function paperMeasure(size: number): Measure {
  return (text, weight) => widthOf(text, size) * (weight === 'bold' ? 1.03 : 1);
}

/** A picture in black on paper, as SVG in points; `said` is what a screen reader says of it. */
export function pictureOnPaper(drawing: Drawing, size: number, said: string): string {
  return fill(template, { ...drawing, said, size, scale: size / 13, tiles: patterns.map((p, at) => ({ ...p, at })) });
}

/** How a picture looks on paper: patterns and strokes in black and gray, so that a copier keeps them apart. */
export const pictureStyle = [
  '.picture { display: block; font-family: inherit; }',
  '.picture path, .picture rect { fill: none; stroke-width: 0.5pt; }',
  '.picture .tile { stroke: #333; stroke-width: 1.2; } .picture .tile.filled { fill: #555; stroke: none; }',
  '.picture .grid { stroke: #ccc; } .picture .axis { stroke: #000; } .picture .band { fill: #e8e8e8; }',
  '.picture .band-edge { stroke: #000; stroke-dasharray: 3 2; }',
  ...patterns.map((_, at) => `.picture rect.series-${at} { fill: url(#tile${at}); stroke: #000; }`),
  ...dashes.map(
    (dash, at) =>
      `.picture path.line-${at} { stroke: #000; stroke-width: 1.25pt; stroke-dasharray: ${dash === '' ? 'none' : dash}; } .picture path.series-${at} { fill: #000; }`,
  ),
  '.picture .amount, .picture .named { font-weight: 600; } .picture .figure { fill: #333; }',
  '.picture text { stroke: none; }',
].join('\n');

const template = `<svg class="picture" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{{ said }}" width="{{ width }}pt" height="{{ height }}pt" viewBox="0 0 {{ width }} {{ height }}" font-size="{{ size }}">
<defs>{% for tile in tiles %}<pattern id="tile{{ tile.at }}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale({{ scale }})"><path class="tile{% if tile.filled %} filled{% endif %}" d="{{ tile.d }}"/></pattern>{% endfor %}</defs>
{% for mark in marks %}{% case mark.kind %}{% when 'rect' %}<rect class="{{ mark.look }}" x="{{ mark.x }}" y="{{ mark.y }}" width="{{ mark.width }}" height="{{ mark.height }}"/>
{% when 'path' %}<path class="{{ mark.look }}" d="{{ mark.d }}"/>
{% when 'words' %}<text class="{{ mark.look }}" x="{{ mark.x }}" y="{{ mark.y }}" text-anchor="{{ mark.anchor }}">{{ mark.text }}</text>
{% endcase %}{% endfor %}</svg>`;
