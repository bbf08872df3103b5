import { useMemo } from 'react';
import type { Office } from '../../../shared/register/office';
import type { DayContext } from '../../../shared/typed/day';
import { hoursOn } from '../../forms/office-days';
import { useToday } from '../../today';

/** How dates typed on these screens are read: near the office's today; `past` for days that cannot lie ahead. Null until today is known. */
export function useDays(office: Office | undefined, past = false): DayContext | null {
  const today = useToday()?.day;
  return useMemo(
    () =>
      office === undefined || today === undefined
        ? null
        : { today, near: today, past, isWorkingDay: (day) => hoursOn(office, day) !== null },
    [office, today, past],
  );
}
