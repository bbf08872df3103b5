import { calibrationPage } from '../../shared/letters/calibration';
import { fail, ok, type Result } from '../../shared/result';
import type { Page } from '../desktop';
import { readPrinting } from '../settings';
import type { OpenContext } from './context';

/** The test page of a printer, with the nudge that it has on this PC; of the one that letters go to where none is named. */
export async function calibrationOf(asked: string | null, { desktop, office }: OpenContext): Promise<Result<Page>> {
  const { chosen, nudges } = readPrinting(desktop.settingsFolder);
  const name = asked ?? desktop.fixedPrinter ?? chosen;
  const found = name === null ? undefined : (await desktop.printers()).find((printer) => printer.name === name);
  if (asked !== null && found === undefined) return fail({ kind: 'not-found', what: 'That printer' });
  const { x, y } = nudges[found?.name ?? ''] ?? { x: 0, y: 0 };
  const printer = found === undefined ? null : { shown: found.shown, nudgeX: x, nudgeY: y };
  return ok({ ...calibrationPage(office(), printer), language: 'en' });
}
