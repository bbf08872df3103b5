import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A window's or a display's place on the desktop, in device-independent pixels. */
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How the window stood on a display. */
export type Place = { readonly bounds: Rectangle; readonly maximized: boolean };

/** How the window stood on each display, by the display's id, on which it stood last, and its zoom. */
export type Places = {
  readonly last: string;
  readonly zoom: number;
  readonly displays: Readonly<Record<string, Place>>;
};

/** A display as the system describes it. */
export type Display = { readonly id: number; readonly workArea: Rectangle };

/** What is assumed before the window was ever moved. */
export const noPlaces: Places = { last: '', zoom: 0, displays: {} };

const usual = { width: 1280, height: 860 };

/** Where to put the window: as it stood on the display where it was last, else as it stood on the primary one, else in the middle of that; always wholly inside a display that is there. */
export function placeFor(places: Places, displays: readonly Display[], primary: Display): Place {
  const display = displays.find((d) => String(d.id) === places.last) ?? primary;
  const place = places.displays[String(display.id)];
  if (place === undefined) return { bounds: inside(centred(display.workArea), display.workArea), maximized: false };
  return { bounds: inside(place.bounds, display.workArea), maximized: place.maximized };
}

/** The saved places, or none where the file is missing or is not what was written. */
export function readPlaces(folder: string): Places {
  try {
    const kept: unknown = JSON.parse(readFileSync(file(folder), 'utf8'));
    return isPlaces(kept) ? kept : noPlaces;
  } catch {
    return noPlaces;
  }
}

/** Keeps the places. A window's place is not worth a message: where it cannot be written, the window opens in the middle next time. */
export function writePlaces(folder: string, places: Places): void {
  const target = file(folder);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${target}.new`, JSON.stringify(places));
    renameSync(`${target}.new`, target);
  } catch {
    return;
  }
}

// By hand: the window opens before the library that checks everything else has been loaded.
function isPlaces(kept: unknown): kept is Places {
  if (!isRecord(kept) || typeof kept.last !== 'string' || !isRecord(kept.displays)) return false;
  return typeof kept.zoom === 'number' && Math.abs(kept.zoom) < 9 && Object.values(kept.displays).every(isPlace);
}

function isPlace(kept: unknown): boolean {
  if (!isRecord(kept) || typeof kept.maximized !== 'boolean' || !isRecord(kept.bounds)) return false;
  const { x, y, width, height } = kept.bounds;
  return [x, y, width, height].every(Number.isInteger) && Number(width) > 0 && Number(height) > 0;
}

function isRecord(kept: unknown): kept is Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null;
}

function file(folder: string): string {
  return path.join(folder, 'window.json');
}

function centred(area: Rectangle): Rectangle {
  return {
    x: area.x + Math.round((area.width - usual.width) / 2),
    y: area.y + Math.round((area.height - usual.height) / 2),
    ...usual,
  };
}

function inside(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: between(bounds.x, area.x, area.x + area.width - width),
    y: between(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
