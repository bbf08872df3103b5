import { TZDate } from '@date-fns/tz';
import { createClock, type Clock } from '../clock';

/** A clock that the sample's clerk works by: a day begins at nine in the morning, and every look at it is five seconds later. It never goes back. */
export type ClerkClock = Clock & { beginDay(day: string): void };

/** A clerk's clock in a time zone; it stands still until the first day begins. */
export function createClerkClock(timeZone: string, first: string): ClerkClock {
  let at = openingOf(first, timeZone);
  const clock = createClock(() => at);
  return {
    now() {
      at += 5_000;
      return clock.now();
    },
    local: (zone) => clock.local(zone),
    elapsed: () => clock.elapsed(),
    beginDay(day) {
      at = Math.max(at, openingOf(day, timeZone));
    },
  };
}

function openingOf(day: string, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, 9, 0, timeZone).getTime();
}
