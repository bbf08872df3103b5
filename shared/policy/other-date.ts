import type { CompiledPack } from './compile';
import type { Determination } from './determination';
import type { Facts } from './facts';

/** The two dates of a form that came by mail. */
export type FormDate = 'postmarked' | 'received';

/** Whether a form has two dates of which either could count: it came by mail, and its postmark is of an earlier day than its receipt. */
export function hasBothDates({ notice }: Pick<Facts, 'notice'>): boolean {
  return notice?.channel === 'mail' && notice.postmarked != null && notice.postmarked < notice.received.slice(0, 10);
}

/**
 * What would be decided if the other of the two dates counted: the postmark as though the form had come on that day, where the receipt counts;
 * the receipt as though there were no postmark, where the postmark does. Null where there is no other date.
 */
export function byOtherDate(
  determination: Determination,
  facts: Facts,
  pack: CompiledPack,
): { readonly date: FormDate; readonly determination: Determination } | null {
  const { notice } = facts;
  if (notice?.postmarked == null || !hasBothDates(facts)) return null;
  const date = determination.steps.some((step) => step.rule === 'effective-postmarked') ? 'received' : 'postmarked';
  const other: Facts['notice'] =
    date === 'postmarked' ? { ...notice, received: notice.postmarked } : { ...notice, postmarked: null };
  return { date, determination: pack.evaluate({ ...facts, notice: other }) };
}
