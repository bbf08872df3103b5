import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noPlaces, placeFor, readPlaces, writePlaces, type Display } from '../../electron/bounds';

const desk: Display = { id: 7, workArea: { x: 0, y: 0, width: 1366, height: 728 } };
const wall: Display = { id: 9, workArea: { x: 1366, y: 0, width: 2560, height: 1400 } };

describe('where the window opens', () => {
  test('at first in the middle of the primary display, and no larger than it', () => {
    expect(placeFor(noPlaces, [desk, wall], desk)).toEqual({
      bounds: { x: 43, y: 0, width: 1280, height: 728 },
      maximized: false,
    });
    expect(placeFor(noPlaces, [desk, wall], wall).bounds).toEqual({ x: 2006, y: 270, width: 1280, height: 860 });
  });

  const places = {
    last: '9',
    zoom: 1,
    displays: {
      7: { bounds: { x: 10, y: 20, width: 900, height: 600 }, maximized: true },
      9: { bounds: { x: 1500, y: 100, width: 1600, height: 1000 }, maximized: false },
    },
  };

  test('on the display where it was last, as it stood there', () => {
    expect(placeFor(places, [desk, wall], desk)).toEqual(places.displays[9]);
  });

  test('where that display is gone, as it stood on the one that is left', () => {
    expect(placeFor(places, [desk], desk)).toEqual(places.displays[7]);
  });

  test('wholly inside a display that has become smaller or moved', () => {
    const smaller: Display = { id: 9, workArea: { x: 0, y: 0, width: 1024, height: 700 } };
    expect(placeFor(places, [smaller], smaller).bounds).toEqual({ x: 0, y: 0, width: 1024, height: 700 });
  });

  test('is kept and read again; a file that is none of ours means that nothing was kept', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-place-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(readPlaces(folder)).toEqual(noPlaces);
    writePlaces(folder, places);
    expect(readPlaces(folder)).toEqual(places);
    for (const bad of [
      '',
      'null',
      '[]',
      '{"last":"9"}',
      '{"last":"9","zoom":99,"displays":{}}',
      '{"last":"9","zoom":0,"displays":{"9":{"bounds":{"x":0,"y":0,"width":-5,"height":1},"maximized":false}}}',
    ]) {
      writeFileSync(path.join(folder, 'window.json'), bad);
      expect(readPlaces(folder), bad).toEqual(noPlaces);
    }
  });
});
