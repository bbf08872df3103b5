import { useMemo } from 'react';
import { useCall } from '../wire';

/** Says a moment (ISO, UTC) as the office's own clock shows it: `Tue, Sep 22, 2026, 4:10 PM`; as this PC's while no office is known. */
export function useMoment(): (at: string) => string {
  const office = useCall('office.get', {});
  const timeZone = office.data?.office.timeZone;
  return useMemo(() => {
    const words = new Intl.DateTimeFormat('en-US', {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    });
    return (at) => words.format(new Date(at));
  }, [timeZone]);
}
