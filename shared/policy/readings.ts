import type { Pack, Reading } from './pack';

/** A reading that had a bearing on an answer, with the value it came to. */
export type Applied = { readonly name: string; readonly value: unknown; readonly clause: string };

/** The readings of one answer: the office's values over the pack's defaults, and which were applied, in order. */
export type Readings = {
  readonly byName: ReadonlyMap<string, Reading>;
  readonly overrides: Readonly<Record<string, unknown>> | null;
  /** One reading taken otherwise than it was, to see what another value would have given. */
  readonly other: { readonly name: string; readonly value: unknown } | null;
  readonly applied: Applied[];
};

/** A pack's readings by name. */
export function readingsByName(pack: Pack): ReadonlyMap<string, Reading> {
  return new Map(pack.readings.map((r) => [r.name, r]));
}

/** Readings with the office's overrides, and possibly one more in place of them; none applied yet. */
export function readingsOf(
  byName: ReadonlyMap<string, Reading>,
  overrides: Readonly<Record<string, unknown>> | null | undefined,
  other: { readonly name: string; readonly value: unknown } | null = null,
): Readings {
  return { byName, overrides: overrides ?? null, other, applied: [] };
}

/** The value of a reading, without noting it. */
export function valueOf(readings: Readings, name: string): unknown {
  if (readings.other !== null && readings.other.name === name) return readings.other.value;
  return readings.overrides?.[name] ?? readings.byName.get(name)?.default ?? null;
}

/** The value of a reading that has a bearing on this answer: it is noted as applied. */
export function applyReading(readings: Readings, name: string, clause: string): unknown {
  const value = valueOf(readings, name);
  note(readings, name, value, clause);
  return value;
}

/** Notes a reading as applied with the value it came to, where the course's data and not the reading chose it. */
export function note(readings: Readings, name: string, value: unknown, clause: string): void {
  for (const own of readings.applied) if (own.name === name) return;
  readings.applied.push({ name, value, clause });
}

/** What is wrong with an override, in plain words; null where nothing is. */
export function overrideProblem(reading: Reading | undefined, value: unknown): string | null {
  if (reading === undefined) return 'is not a reading of this policy';
  if (value === null) return null;
  if (reading.window === true) return isWindow(value) ? null : 'is not null or { days, capDaysAfterPayment }';
  if (reading.values.some((v) => v.value === value)) return null;
  return `is not one of ${reading.values.map((v) => JSON.stringify(v.value)).join(', ')}`;
}

/** A refund window as a reading gives it: whole days, and a cap in days after payment or null. */
export type Window = { readonly days: number; readonly capDaysAfterPayment: number | null };

/** Whether a reading's value is a window. */
export function isWindow(value: unknown): value is Window {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  if (keys.some((k) => k !== 'days' && k !== 'capDaysAfterPayment')) return false;
  const { days, capDaysAfterPayment } = value as { days?: unknown; capDaysAfterPayment?: unknown };
  return isDays(days) && (capDaysAfterPayment == null || isDays(capDaysAfterPayment));
}

function isDays(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
