import { useMemo } from 'react';
import { useCall } from '../wire';

const day = { month: 'short', day: 'numeric' } as const;
const clock = { ...day, hour: 'numeric', minute: '2-digit' } as const;
const whole = { weekday: 'short', year: 'numeric', ...clock } as const;

/** Says a moment (ISO, UTC) as the office's own clock shows it: `Tue, Sep 22, 2026, 4:10 PM`; as this PC's while no office is known. */
export const useMoment = (): ((at: string) => string) => useWords(whole);

/** The same where there is little room: `Sep 22, 4:10 PM`. */
export const useShortMoment = (): ((at: string) => string) => useWords(clock);

/** Its day alone, where there is little room: `Sep 22`. */
export const useDayOfMoment = (): ((at: string) => string) => useWords(day);

function useWords(parts: typeof day): (at: string) => string {
  const timeZone = useCall('office.get', {}).data?.office.timeZone;
  return useMemo(() => {
    const words = new Intl.DateTimeFormat('en-US', { ...parts, timeZone });
    return (at) => words.format(new Date(at));
  }, [parts, timeZone]);
}
