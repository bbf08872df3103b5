/** A pair of times as typed, 24-hour `HH:MM`; `guessed` where neither side said am or pm and the hour did not settle it. */
export type TypedTimes = { readonly from: string; readonly to: string; readonly guessed: boolean };

/** A word that was not understood: what it is about and the sentence for under the field. */
export type Misread = { readonly kind: 'misread'; readonly message: string };

/** A misread word with its sentence. */
export function misread(message: string): Misread {
  return { kind: 'misread', message };
}

type Clock = { readonly hour: number; readonly minute: number; readonly half: 'a' | 'p' | null };

/** Reads one word as a pair of times, `6-8:50p`; null where it is not written as times at all. */
export function readTimes(text: string): { readonly kind: 'times'; readonly times: TypedTimes } | Misread | null {
  const clock = String.raw`(\d{1,2})(?::?(\d{2}))?([ap])?`;
  const found = new RegExp(`^${clock}(?:-${clock})?$`).exec(text);
  if (found === null) return null;
  const from = clockOf(found[1], found[2], found[3]);
  if (found[4] === undefined)
    return misread(`“${text}” has no ending time. Type both, like 6-8:50p, or leave the times out.`);
  const to = clockOf(found[4], found[5], found[6]);
  if (from === null || to === null)
    return misread(`“${text}” is not a pair of times. Type them like 6-8:50p or 18:00-20:50.`);
  const times = settle(from, to, text.startsWith('0') || from.hour > 12 || to.hour > 12);
  return times === null
    ? misread(`“${text}” ends before it begins. Check both times, with a or p.`)
    : { kind: 'times', times };
}

function clockOf(hours?: string, minutes?: string, half?: string): Clock | null {
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)];
  if (hour > 23 || minute > 59 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  return { hour, minute, half: half === 'a' || half === 'p' ? half : null };
}

/** Settles am and pm. One side said: the other takes what makes the shorter class. Neither: mornings are 8 to 11, all else is noon or later. */
function settle(from: Clock, to: Clock, twentyFour: boolean): TypedTimes | null {
  const guessed = from.half === null && to.half === null && !twentyFour;
  const starts = minutesOf(from, twentyFour && from.half === null);
  const ends = minutesOf(to, twentyFour && to.half === null);
  const pairs = starts
    .flatMap((start) => ends.map((end) => ({ start, end })))
    .filter((pair) => pair.start < pair.end && (!guessed || pair.start >= 8 * 60));
  const best = pairs.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)[0];
  return best === undefined ? null : { from: clockText(best.start), to: clockText(best.end), guessed };
}

function minutesOf(clock: Clock, asTyped: boolean): readonly number[] {
  if (asTyped || clock.hour > 12 || clock.hour === 0) return [clock.hour * 60 + clock.minute];
  const morning = (clock.hour % 12) * 60 + clock.minute;
  return clock.half === 'a' ? [morning] : clock.half === 'p' ? [morning + 720] : [morning, morning + 720];
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A pair of times as the register writes it: `6-8:50p`, `9a-12p`. */
export function writeTimes(times: TypedTimes): string {
  const [from, to] = [clock(times.from), clock(times.to)];
  return `${from.half === to.half ? from.text : from.text + from.half}-${to.text}${to.half}`;
}

/** A pair of times in words: `6:00 pm to 8:50 pm`. */
export function sayTimes(times: TypedTimes): string {
  const say = (text: string): string =>
    `${Number(text.slice(0, 2)) % 12 || 12}:${text.slice(3)} ${text < '12:00' ? 'am' : 'pm'}`;
  return `${say(times.from)} to ${say(times.to)}`;
}

function clock(text: string): { readonly text: string; readonly half: 'a' | 'p' } {
  const [hour, minute] = [Number(text.slice(0, 2)), text.slice(3)];
  return {
    text: `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`}`,
    half: hour < 12 ? 'a' : 'p',
  };
}
