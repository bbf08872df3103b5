import { formatDay } from '../../../shared/day';
import type { PetitionDeadline } from '../../../shared/policy/petition-deadline';
import { daysBetween } from '../../forms/office-days';
import { count } from '../wording';

/** Whether a petition received on a day came too late. */
export function isLate(deadline: PetitionDeadline, receivedOn: string): boolean {
  return receivedOn > deadline.through;
}

/** How the receipt of a petition stands to its deadline: `23 days before its last day`, `3 days too late`. */
export function standingWords(deadline: PetitionDeadline, receivedOn: string): string {
  const days = daysBetween(receivedOn, deadline.through);
  if (days < 0) return `${count(-days, 'day')} too late`;
  return days === 0 ? 'on its last day' : `${count(days, 'day')} before its last day`;
}

/** The deadline strip in sentences, for those who hear it and for those who read. */
export function sayDeadline(deadline: PetitionDeadline, receivedOn: string | null): string {
  const until = `The course’s last day was ${formatDay(deadline.from, 'en')}; a petition may be received through ${formatDay(deadline.through, 'en')} (${deadline.clause}).`;
  if (receivedOn === null) return until;
  return `${until} This one was received on ${formatDay(receivedOn, 'en')}, ${standingWords(deadline, receivedOn)}.`;
}
