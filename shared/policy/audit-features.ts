import type { Say } from './audit';
import { refundLimit } from './compile';
import type { Pack } from './pack';

/** Says what is wrong with what a pack asks of the screens: dates that no course has, places that are no places, warnings with a gap. */
export function auditFeatures(pack: Pack, error: Say, note: Say): void {
  const { registration, unenrollment } = pack.features ?? {};
  const limits = new Set([
    ...pack.deadlines.map((d) => d.id),
    ...pack.schedules.flatMap((s) => (s.deadlines ?? []).map((d) => d.id)),
    ...pack.schedules.flatMap((s) => s.bands.filter((b) => b.until !== undefined).map((b) => refundLimit(b).id)),
  ]);
  registration?.admission?.forEach(({ deadline }, i) => {
    if (deadline !== undefined && !limits.has(deadline))
      error(
        `features.registration.admission.${i}.deadline`,
        `“${deadline}” is not a limit of this policy. Choose one that is, or leave it out.`,
      );
  });
  const codes = registration?.residence?.barred.map((b) => b.code) ?? [];
  codes.forEach((code, i) => {
    const where = `features.registration.residence.barred.${i}.code`;
    if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code))
      error(
        where,
        `“${code}” is not the code of a country (two capitals, as in IS) or of a region of one (as in IS-1).`,
      );
    else if (codes.indexOf(code) < i) error(where, `“${code}” stands here a second time. Take one of the two out.`);
  });
  unenrollment?.confirmation.forEach(({ says }, i) => {
    for (const [name] of says.en.matchAll(/\{\w*\}/g))
      if (name !== '{enrollmentDeadline}')
        error(
          `features.unenrollment.confirmation.${i}.says.en`,
          `${name} stands for nothing. {enrollmentDeadline} is what a confirmation can name.`,
        );
  });
  for (const track of ['audit', 'verified'] as const) {
    const sides = (unenrollment?.confirmation ?? []).filter((c) => c.track === undefined || c.track === track);
    const says = (side: 'ahead' | 'past'): boolean => sides.some((c) => c.deadline === side);
    if (says('ahead') !== says('past'))
      note(
        'features.unenrollment.confirmation',
        `A student on the ${track} track is warned on one side of the enrollment deadline and told nothing on the other.`,
      );
  }
}
