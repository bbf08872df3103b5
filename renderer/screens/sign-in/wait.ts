import { useEffect, useState } from 'react';

/** The wait before the next try, counted down by this PC's own running time. Main keeps the real one. */
export function useWait(): {
  readonly seconds: number;
  readonly over: boolean;
  readonly begin: (seconds: number) => void;
} {
  const [until, setUntil] = useState<number | null>(null);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (until === null) return;
    const count = () => setSeconds(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    const timer = setInterval(count, 200);
    return () => clearInterval(timer);
  }, [until]);
  return {
    seconds,
    over: until !== null && seconds === 0,
    begin: (length) => {
      setSeconds(length);
      setUntil(length === 0 ? null : performance.now() + length * 1000);
    },
  };
}
