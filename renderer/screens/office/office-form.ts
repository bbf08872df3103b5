import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import type { Output } from '../../../shared/contract';
import type { DayContext } from '../../../shared/typed/day';
import { readingResolver } from '../record-form/reading';
import { officeFormSchema, readOffice, writeOffice, type OfficeForm, type OfficeRecord } from './office-text';

/** The office as a form of texts: what the register has, until somebody types over it. */
export function useOfficeForm(kept: Output<'office.get'>, days: DayContext) {
  const resolver = useMemo(
    () => readingResolver<OfficeForm, OfficeRecord>((text) => readOffice(text, days), officeFormSchema),
    [days],
  );
  return useForm<OfficeForm, unknown, OfficeRecord>({
    values: useMemo(() => writeOffice(kept.office, kept.terms), [kept]),
    resolver,
    mode: 'onTouched',
    resetOptions: { keepDirtyValues: true },
  });
}
