import { letterBatchHandlers } from './handlers/letter-batch';
import { letterPrintingHandlers } from './handlers/letter-printing';
import { letterSendingHandlers } from './handlers/letter-sending';
import { letterHandlers } from './handlers/letters';
import { paperHandlers } from './handlers/paper';
import { printerHandlers } from './handlers/printers';
import { templateHandlers } from './handlers/templates';
import type { OpenHandlers } from './handlers/context';
import type { PrintedCall } from './open-handlers';

/** The calls about letters, their words, papers and printers, loaded with the first of them. */
export const printedHandlers: OpenHandlers<PrintedCall> = {
  ...letterHandlers,
  ...letterBatchHandlers,
  ...letterPrintingHandlers,
  ...letterSendingHandlers,
  ...paperHandlers,
  ...printerHandlers,
  ...templateHandlers,
};
