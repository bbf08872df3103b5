import type { Language } from './day';

/** A percentage (0 to 100, up to six decimals) of an amount in cents, rounded half up to the cent, once. */
export function percentOf(cents: number, percent: number): number {
  const parts = Math.round(percent * 1_000_000);
  const product = cents * parts;
  if (product <= 2 ** 51) {
    const twice = 2 * product + 100_000_000;
    return (twice - (twice % 200_000_000)) / 200_000_000;
  }
  return Number((2n * BigInt(cents) * BigInt(parts) + 100_000_000n) / 200_000_000n);
}

/** So many parts of a whole of an amount in cents, rounded half up to the cent, once. */
export function partOf(cents: number, part: number, whole: number): number {
  const product = cents * part;
  if (product <= 2 ** 51) {
    const twice = 2 * product + whole;
    return (twice - (twice % (2 * whole))) / (2 * whole);
  }
  return Number((2n * BigInt(cents) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}

/** An amount in cents as people read it: `$1,234.50`, the same in both languages as US offices print it. */
export function formatCents(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}$${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** A percentage as people read it: `65%`, in Spanish `65 %`. */
export function formatPercent(percent: number, language: Language): string {
  return language === 'es' ? `${percent} %` : `${percent}%`;
}
