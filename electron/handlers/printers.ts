import type { CallName, Output } from '../../shared/contract';
import { fail, ok, type Result } from '../../shared/result';
import { keepPrinting, readPrinting, type PrintingHere } from '../settings';
import type { OpenContext, OpenHandlers } from './context';

/** Calls about this PC’s printers. */
export const printerHandlers: OpenHandlers<Extract<CallName, `printer.${string}`>> = {
  'printer.list': (_, context) => listed(context),

  'printer.choose': async ({ name }, context) => {
    if (context.desktop.fixedPrinter !== null) return fail(fixed(context.desktop.fixedPrinter));
    const there = name === null || (await context.desktop.printers()).some((printer) => printer.name === name);
    if (!there) return fail({ kind: 'not-found', what: 'That printer' });
    return keep({ ...readPrinting(context.desktop.settingsFolder), chosen: name }, context);
  },

  'printer.nudge': async ({ name, nudgeX, nudgeY }, context) => {
    if (!(await context.desktop.printers()).some((printer) => printer.name === name))
      return fail({ kind: 'not-found', what: 'That printer' });
    const before = readPrinting(context.desktop.settingsFolder);
    return keep({ ...before, nudges: { ...before.nudges, [name]: { x: nudgeX, y: nudgeY } } }, context);
  },
};

async function keep(printing: PrintingHere, context: OpenContext): Promise<Result<Output<'printer.list'>>> {
  const failed = keepPrinting(context.desktop.settingsFolder, printing);
  return failed === null ? listed(context) : fail(failed);
}

/** The printers of this PC with what is remembered of each. */
async function listed({ desktop }: OpenContext): Promise<Result<Output<'printer.list'>>> {
  const { chosen, nudges } = readPrinting(desktop.settingsFolder);
  const printers = (await desktop.printers()).map((printer) => {
    const { x, y } = nudges[printer.name] ?? { x: 0, y: 0 };
    return { ...printer, nudgeX: x, nudgeY: y };
  });
  return ok({ printers, chosen: desktop.fixedPrinter ?? chosen, fixed: desktop.fixedPrinter !== null });
}

function fixed(name: string) {
  return {
    kind: 'wrong-state' as const,
    message: `The IT department named the printer of this PC: ${name}.`,
    next: 'Ask them if letters should go to another one.',
  };
}
