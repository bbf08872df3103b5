import { z } from 'zod';
import { nothing } from './register';

/** A printer of this PC, and how far its paper lies off, in 1/32 inch. */
export const printerSchema = z.strictObject({
  name: z.string(),
  shown: z.string(),
  isDefault: z.boolean(),
  nudgeX: z.number().int().min(-32).max(32),
  nudgeY: z.number().int().min(-32).max(32),
});
export type Printer = z.infer<typeof printerSchema>;

const printersSchema = z.strictObject({
  printers: z.array(printerSchema),
  /** The one that letters go to without the system's dialog; null where the dialog asks each time. */
  chosen: z.string().nullable(),
  /** Whether IT named it, so that nobody chooses here. */
  fixed: z.boolean(),
});

/** Calls about this PC's printers; they are remembered on the PC, not in the register. */
export const printingCalls = {
  'printer.list': { input: nothing, output: printersSchema },
  'printer.choose': { input: z.strictObject({ name: z.string().max(300).nullable() }), output: printersSchema },
  'printer.nudge': {
    input: printerSchema.pick({ name: true, nudgeX: true, nudgeY: true }),
    output: printersSchema,
  },
};
