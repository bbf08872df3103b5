import { useEffect } from 'react';
import { queries, useCall } from './wire';

/** The office's own day and time as main's clock has them, kept fresh by the minute; null until first heard. */
export function useToday(): { readonly day: string; readonly time: string } | null {
  const clock = useCall('app.clock', {});
  return clock.data ?? null;
}

/** Asks for the time once a minute, so that a window left open overnight knows the new day. The window's shell calls it once. */
export function useMinute(): void {
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ['app.clock'] }), 60_000);
    return () => clearInterval(timer);
  }, []);
}
