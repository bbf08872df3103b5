import { dayNumber, dayText } from '../day';
import type { StandingPetition } from './fold-petition';

type Timed = Pick<StandingPetition, 'petition' | 'state' | 'returns' | 'decision'>;

/** By when the office wants a petition decided: its rule counts from the receipt, and the days it lay with the student are added. Null once it is decided or withdrawn, and while it lies with the student. */
export function dueOn(petition: Timed, petitionDays: number): string | null {
  if (petition.state !== 'open') return null;
  return dayText(dayNumber(petition.petition.receivedOn) + petitionDays + daysWithStudent(petition, null));
}

/** The days that the office has had a petition, up to `today` or its decision: those with the student are not counted. */
export function daysWaiting(petition: Timed, today: string): number {
  const until = petition.decision?.on ?? today;
  const all = dayNumber(until) - dayNumber(petition.petition.receivedOn);
  return Math.max(0, all - daysWithStudent(petition, until));
}

/** The days from each return until its answer; one that is not answered counts until `until`. */
function daysWithStudent({ returns }: Timed, until: string | null): number {
  return returns.reduce((days, { on, answeredOn }) => {
    const end = answeredOn ?? until;
    return end === null ? days : days + Math.max(0, dayNumber(end) - dayNumber(on));
  }, 0);
}
