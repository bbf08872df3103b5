import type { Pack, Reading } from './pack';

/** The readings of one determination: the office's values over the pack's defaults, and which were applied, in order. */
export type Readings = {
  /** The value of a reading, without noting it. */
  value(name: string): unknown;
  /** The value of a reading that has a bearing on this answer: it is noted as applied, with the value it came to. */
  apply(name: string, clause: string, resolved?: unknown): unknown;
  readonly applied: Map<string, { readonly value: unknown; readonly clause: string }>;
};

/** A pack's readings by name. */
export function readingsByName(pack: Pack): ReadonlyMap<string, Reading> {
  return new Map(pack.readings.map((r) => [r.name, r]));
}

/** Readings with the office's overrides, and possibly one more in place of them. */
export function readingsOf(
  byName: ReadonlyMap<string, Reading>,
  overrides: Readonly<Record<string, unknown>> | null | undefined,
  other?: { readonly name: string; readonly value: unknown },
): Readings {
  const applied = new Map<string, { value: unknown; clause: string }>();
  const value = (name: string): unknown => {
    if (other?.name === name) return other.value;
    const own = overrides?.[name];
    return own === undefined || own === null ? (byName.get(name)?.default ?? null) : own;
  };
  return {
    value,
    apply(name, clause, resolved) {
      const given = resolved === undefined ? value(name) : resolved;
      if (!applied.has(name)) applied.set(name, { value: given, clause });
      return given;
    },
    applied,
  };
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
