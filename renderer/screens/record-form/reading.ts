import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { Problem } from '../../../shared/errors';
import { readDay, type DayContext } from '../../../shared/typed/day';
import { readMoney } from '../../../shared/typed/money';

/** A form's text turned into the record it means, as far as it can be read, and what could not be. */
export type Reading = { readonly record: unknown; readonly wrong: readonly Problem[] };

/** Makes a form check itself with the schema that the wire uses, after its text was read; every problem stands under its own field. */
export function readingResolver<T extends FieldValues, R>(
  read: (text: T) => Reading,
  schema: z.ZodType<R>,
): Resolver<T, unknown, R> {
  return (text, _context, options) => {
    const { record, wrong } = read(text);
    const parsed = schema.safeParse(record);
    if (parsed.success && wrong.length === 0) return { values: parsed.data, errors: {} };
    const problems = [
      ...wrong,
      ...(parsed.success ? [] : parsed.error.issues.map((i) => ({ field: i.path.join('.'), message: i.message }))),
    ];
    const errors: Record<string, FieldError> = {};
    for (const { field, message } of problems) errors[field] ??= { type: 'wrong', message };
    return { values: {}, errors: toNestErrors<T>(errors, options) };
  };
}

/** The cents of an amount's text; nothing typed is null, which the schema then names. What cannot be read goes to `wrong`. */
export function readCents(text: string, field: string, wrong: Problem[]): number | null {
  const read = readMoney(text);
  if (read.kind === 'wrong') wrong.push({ field, message: read.message });
  return read.kind === 'cents' ? read.cents : null;
}

/** The day of a date's text; nothing typed is null. What cannot be read goes to `wrong`. */
export function readDayText(text: string, field: string, context: DayContext, wrong: Problem[]): string | null {
  const read = readDay(text, context);
  if (read.kind === 'wrong') wrong.push({ field, message: read.message });
  return read.kind === 'day' || read.kind === 'ambiguous' ? read.day : null;
}

/** Reads a day that must be there, and what else was typed beside it. */
export function readOn<T extends { readonly on: string }>(texts: T, days: DayContext): Reading {
  const wrong: Problem[] = [];
  if (texts.on.trim() === '')
    wrong.push({ field: 'on', message: 'The date is missing. Type it like 9/22, or t for today.' });
  return { record: { ...texts, on: readDayText(texts.on, 'on', days, wrong) }, wrong };
}
