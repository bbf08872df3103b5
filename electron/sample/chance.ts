/** Chance that repeats itself: the same seed gives the same draws in the same order. Never for anything secret. */
export type Chance = {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True in so many cases of a hundred. */
  percent(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A copy in another order. */
  shuffle<T>(from: readonly T[]): T[];
  /** An identifier in the shape of a UUIDv7. */
  id(): string;
};

/** Draws from a seed: Bob Jenkins' small fast counter, 32 bits a step. */
export function createChance(seed: number): Chance {
  const state: [number, number, number, number] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (((state[0] + state[1]) | 0) + state[3]) | 0;
    state[3] = (state[3] + 1) | 0;
    state[0] = state[1] ^ (state[1] >>> 9);
    state[1] = (state[2] + (state[2] << 3)) | 0;
    state[2] = ((state[2] << 21) | (state[2] >>> 11)) + sum;
    return sum >>> 0;
  };
  // The first draws of neighbouring seeds resemble each other.
  for (let i = 0; i < 12; i++) next();

  const int = (low: number, high: number): number => low + (next() % (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const drawn = from[int(0, from.length - 1)];
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn;
  };
  let drawn = 0;
  return {
    int,
    percent: (share) => int(1, 100) <= share,
    pick,
    shuffle(from) {
      const rest = [...from];
      return from.map(() => rest.splice(int(0, rest.length - 1), 1)).flat();
    },
    id() {
      drawn += 1;
      const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0').slice(-digits);
      return `01900000-${hex(drawn >>> 12, 4)}-7${hex(drawn, 3)}-${hex(0x8000 | (next() & 0x3fff), 4)}-${hex(next(), 8)}${hex(next(), 4)}`;
    },
  };
}
