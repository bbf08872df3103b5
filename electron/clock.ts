/** The clock of this PC. `now` is UTC (ISO); `local` the day and time in a time zone, as clerks write them down; `elapsed` milliseconds that only go forward, whoever sets the clock. */
export type Clock = {
  now(): string;
  local(timeZone: string): { readonly day: string; readonly time: string };
  elapsed(): number;
};

/** A clock that reads the time from `read`, in milliseconds since 1970, and what has passed from `elapsed`. */
export function createClock(read: () => number, elapsed: () => number = () => performance.now()): Clock {
  return {
    elapsed,
    now: () => new Date(read()).toISOString(),
    local(timeZone) {
      const parts = new Map(
        formatOf(timeZone)
          .formatToParts(read())
          .map(({ type, value }) => [type, value]),
      );
      const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
      return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
    },
  };
}

/** A clock that started at `moment` (ISO, UTC) when the app did, and runs on: for showing and testing the app on another day. */
export function startingAt(moment: string): Clock {
  const begin = Date.parse(moment);
  const started = performance.now();
  return createClock(() => begin + (performance.now() - started));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

/** The moment (UTC, ISO) at which a day begins in a time zone. */
export function momentOf(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  // By how much the zone's clock differs is asked for near that moment; a second look settles a day on which it changes.
  const offsetAt = (moment: number): number => {
    const local = createClock(() => moment).local(timeZone);
    return Date.parse(`${local.day}T${local.time}:00.000Z`) - moment;
  };
  const near = midnight - offsetAt(midnight);
  return new Date(midnight - offsetAt(near)).toISOString();
}
