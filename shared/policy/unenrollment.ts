import { dayOf, formatLongDay, type Language } from '../day';
import type { Unenrollment } from './features';

/** One sentence of a confirmation, with the clause it stands on. */
export type Sentence = { readonly clause: string; readonly text: string };

/** What the confirmation of an unenrollment is made from: the student's track and the session's enrolment deadline, where they are known. */
export type Unenrolling = {
  readonly track: 'audit' | 'verified' | null;
  readonly enrollmentDeadline: string | null;
};

/** The sentences of a confirmation in the policy's own order, and the facts without which some of them could not be chosen. */
export type Confirmation = {
  readonly sentences: readonly Sentence[];
  readonly missing: readonly ('track' | 'enrollmentDeadline')[];
};

/**
 * What a student hears before they are unenrolled, by their track and by whether the enrolment deadline lies ahead on the day `asOf` (a
 * deadline includes the whole of its day). A sentence whose track or deadline is not known is left out and the fact named, never guessed.
 */
export function confirmationOf(
  unenrollment: Unenrollment,
  { track, enrollmentDeadline }: Unenrolling,
  asOf: string,
  language: Language,
): Confirmation {
  const side = enrollmentDeadline === null ? null : dayOf(asOf) <= enrollmentDeadline ? 'ahead' : 'past';
  const sentences: Sentence[] = [];
  let lacksTrack = false;
  let lacksDeadline = false;
  for (const sentence of unenrollment.confirmation) {
    const ofTrack = sentence.track === undefined || sentence.track === track;
    const ofSide = sentence.deadline === undefined || sentence.deadline === side;
    if (sentence.track !== undefined && track === null) lacksTrack = true;
    if (ofTrack && sentence.deadline !== undefined && side === null) lacksDeadline = true;
    if (!ofTrack || !ofSide) continue;
    const deadline = enrollmentDeadline === null ? '' : formatLongDay(enrollmentDeadline, language);
    const text = sentence.says[language].replaceAll('{enrollmentDeadline}', deadline);
    sentences.push({ clause: sentence.clause, text });
  }
  return {
    sentences,
    missing: [...(lacksTrack ? (['track'] as const) : []), ...(lacksDeadline ? (['enrollmentDeadline'] as const) : [])],
  };
}
