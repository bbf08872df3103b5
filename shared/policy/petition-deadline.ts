import { dayText, minutesOfDay } from '../day';
import { courseOf, type CompiledPack } from './compile';
import { lastDayOf } from './course-time';
import type { Facts } from './facts';
import { readingsOf } from './readings';

/** By when a petition may be received: the course's last day, from which that is counted, and the last day itself. */
export type PetitionDeadline = { readonly from: string; readonly through: string; readonly clause: string };

/** By when a petition of a kind may be received by the policy; null where it sets no day, or the course's last day is not known. */
export function petitionDeadline(pack: CompiledPack, facts: Facts, kind: string): PetitionDeadline | null {
  const rule = pack.rules.decisions.get(kind);
  if (rule?.receivedBy == null) return null;
  const course = courseOf(pack.rules, facts);
  const bound = rule.receivedBy(course, readingsOf(pack.rules.readings, facts.readings), rule.clause);
  const last = lastDayOf(course);
  if (bound.missing !== null || bound.absent || last === null) return null;
  return { from: dayText(last), through: dayText(Math.ceil(bound.until / minutesOfDay) - 1), clause: rule.clause };
}
