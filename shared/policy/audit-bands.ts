import type { Say } from './audit';
import type { Pack } from './pack';

/** Says what is wrong with the bands of each schedule: an end too many or missing, a percentage that rises, a fee that nothing can bear. */
export function auditBands(pack: Pack, error: Say): void {
  for (const { id, bands } of pack.schedules)
    bands.forEach((band, i) => {
      const where = `schedules.${id}.bands.${band.id}`;
      const before = bands[i - 1];
      const last = i === bands.length - 1;
      if (last && band.until !== undefined)
        error(`${where}.until`, 'This is the last band and must have no end: after it nothing would decide.');
      if (!last && band.until === undefined)
        error(`${where}.until`, 'This has no end, so that the bands after it never apply. Enter where it ends.');
      if (!isExact(band.percent))
        error(`${where}.percent`, 'This has more than four decimals, finer than any policy is printed. Shorten it.');
      if (before !== undefined && band.percent > before.percent)
        error(
          `${where}.percent`,
          `This gives more than the band before it (${before.percent}%). A later drop never gives more.`,
        );
      for (const part of ['firstFee', 'proRata'] as const)
        if (band[part] !== undefined && band.percent === 0)
          error(
            `${where}.${part}`,
            'Nothing is refunded here, so that nothing can be taken first. Take one of the two out.',
          );
      if (band.withhold !== undefined && band.withhold.cents > 0 && band.percent === 0)
        error(
          `${where}.withhold.cents`,
          'Nothing is refunded here, so that nothing can be withheld. Take one of the two out.',
        );
    });
}

/** Whether a percentage is counted as it is written: amounts are worked out to ten-thousandths of a percent. */
function isExact(percent: number): boolean {
  return Math.abs(percent * 10_000 - Math.round(percent * 10_000)) < 1e-6;
}
