import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lastOpen } from '../../electron/folders';
import { destination } from '../../electron/printers-here';
import { keepSettings, readSettings } from '../../electron/settings';
import { sayFailure } from '../../shared/errors';
import { anOpenDesk, someFolder } from './desk-here';

const two = [
  { name: 'Letters', shown: 'Letters on the second floor', isDefault: true },
  { name: 'Back', shown: 'Back room', isDefault: false },
];

describe('the printers of a PC', () => {
  test('are chosen and adjusted one by one, and remembered on the PC, not in the register', async () => {
    const here = await anOpenDesk({ paper: { printers: () => Promise.resolve(two) } });
    const entries = here.desk.status().entries;
    expect(await here.gives('printer.list', {})).toMatchObject({ chosen: null, fixed: false });
    expect(destination(null, here.desktop.settingsFolder)).toBeNull();
    await here.gives('printer.choose', { name: 'Back' });
    await here.gives('printer.nudge', { name: 'Back', nudgeX: -32, nudgeY: 32 });
    const list = await here.gives('printer.nudge', { name: 'Letters', nudgeX: 3, nudgeY: 0 });
    expect(list.chosen).toBe('Back');
    expect(list.printers.map(({ name, nudgeX, nudgeY }) => [name, nudgeX, nudgeY])).toEqual([
      ['Letters', 3, 0],
      ['Back', -32, 32],
    ]);
    expect(destination(null, here.desktop.settingsFolder)).toEqual({ printer: 'Back', nudgeX: -32, nudgeY: 32 });
    // A test page goes to the printer it is for, whichever is chosen.
    expect(destination('Letters', here.desktop.settingsFolder)).toEqual({ printer: 'Letters', nudgeX: 3, nudgeY: 0 });
    expect(here.desk.status().entries).toBe(entries);
  });

  test('one that is not there, and a nudge of more than an inch, are refused and change nothing', async () => {
    const here = await anOpenDesk({ paper: { printers: () => Promise.resolve(two) } });
    expect(await here.refuses('printer.choose', { name: 'Attic' })).toMatchObject({ kind: 'not-found' });
    expect(await here.refuses('printer.nudge', { name: 'Attic', nudgeX: 0, nudgeY: 0 })).toMatchObject({
      kind: 'not-found',
    });
    expect(Object.keys(await here.problems('printer.nudge', { name: 'Back', nudgeX: 33, nudgeY: -33 }))).toEqual([
      'nudgeX',
      'nudgeY',
    ]);
    expect(destination(null, here.desktop.settingsFolder)).toBeNull();
  });

  test('nobody chooses where IT named the printer', async () => {
    const here = await anOpenDesk({ paper: { printers: () => Promise.resolve(two), fixedPrinter: 'Letters' } });
    expect(await here.gives('printer.list', {})).toMatchObject({ chosen: 'Letters', fixed: true });
    expect(sayFailure(await here.refuses('printer.choose', { name: 'Back' })).what).toContain('Letters');
  });

  test('a settings file from before there was a choice is read; opening another register keeps the printers', () => {
    const folder = someFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, lastOpen), JSON.stringify({ registerFolder: '/r', sample: false }));
    expect(readSettings(folder)).toEqual({ registerFolder: '/r', sample: false });
    expect(destination(null, folder)).toBeNull();
    const printing = { chosen: 'Back', nudges: { Back: { x: 1, y: 2 } } };
    writeFileSync(path.join(folder, lastOpen), JSON.stringify({ registerFolder: '/r', sample: false, printing }));
    expect(keepSettings(folder, { registerFolder: '/other', sample: true })).toBeNull();
    expect(JSON.parse(readFileSync(path.join(folder, lastOpen), 'utf8'))).toEqual({
      registerFolder: '/other',
      sample: true,
      printing,
    });
  });
});
