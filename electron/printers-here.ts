import type { Destination } from './print';
import { readPrinting } from './settings';

/** Where a job goes: to the printer asked for, else the one chosen on this PC; with how far its paper lies off. */
export function destination(asked: string | null, settingsFolder: string): Destination {
  const { chosen, nudges } = readPrinting(settingsFolder);
  const printer = asked ?? chosen;
  if (printer === null) return null;
  const { x, y } = nudges[printer] ?? { x: 0, y: 0 };
  return { printer, nudgeX: x, nudgeY: y };
}
