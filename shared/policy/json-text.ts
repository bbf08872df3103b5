// Reads JSON that somebody else wrote. JSON.parse takes the last of two equal keys without a word, says where a fault is only in some
// engines, and its reader calls itself for every level: so the text is looked over first, in one pass and without recursion.

/** What is wrong with a text that should be JSON: the line and column (from 1), the path of the value, and the sentence. */
export type JsonProblem = {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
};

type Open = {
  readonly list: boolean;
  readonly keys: Set<string>;
  key: string;
  count: number;
};

/** Names that mean something else to the language than to a policy. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const escapePattern = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})$/;

/** Parses a text as JSON, nested at most so deep and without a key twice; or says the first thing that is wrong with it, and where. */
export function readJson(
  text: string,
  maxDepth: number,
): { readonly value: unknown } | { readonly problem: JsonProblem } {
  // Editors on Windows put a byte order mark before it, which is no part of the JSON.
  const own = text.startsWith('\ufeff') ? text.slice(1) : text;
  const problem = firstProblem(own, maxDepth);
  return problem === null ? { value: JSON.parse(own) as unknown } : { problem };
}

function firstProblem(text: string, maxDepth: number): JsonProblem | null {
  const open: Open[] = [];
  let at = 0;
  // What may come next: a value, a value or the end of an empty list, a key, a key or the end of an empty object, or what follows a value.
  let next: 'value' | 'first-value' | 'key' | 'first-key' | 'after' = 'value';
  const wrong = (message: string): JsonProblem => problemAt(text, at, open, message);
  for (;;) {
    at = skipSpace(text, at);
    const inside = open[open.length - 1];
    const character = text[at];
    if (character === undefined) {
      return next === 'after' && inside === undefined
        ? null
        : wrong('The text ends here, before it is complete. The file may have been cut off.');
    }
    if (next === 'after') {
      if (inside === undefined) return wrong(`Nothing may follow the end of the policy, but ${shown(character)} does.`);
      if (character === ',') next = inside.list ? 'value' : 'key';
      else if (character === (inside.list ? ']' : '}')) open.pop();
      else return wrong(`Here must be a comma or ${inside.list ? ']' : '}'}, not ${shown(character)}.`);
      if (character === ',' && inside.list) inside.count += 1;
      at += 1;
    } else if (next === 'key' || next === 'first-key') {
      if (inside === undefined) throw new Error('a key outside an object');
      if (character === '}' && next === 'first-key') {
        open.pop();
        next = 'after';
        at += 1;
        continue;
      }
      if (character !== '"') return wrong(`Here must be a name in double quotes, not ${shown(character)}.`);
      const end = endOfString(text, at);
      if (typeof end !== 'number') return problemAt(text, end.at, open, end.message);
      const key = JSON.parse(text.slice(at, end)) as string;
      inside.key = key;
      if (forbidden.has(key)) return wrong(`“${key}” is not a name that a policy may use. Take it out.`);
      if (inside.keys.has(key)) return wrong(`“${key}” stands here a second time. Keep one of the two.`);
      inside.keys.add(key);
      at = skipSpace(text, end);
      if (text[at] !== ':') return wrong(`After the name “${key}” must come a colon.`);
      at += 1;
      next = 'value';
    } else if (character === ']' && next === 'first-value') {
      open.pop();
      next = 'after';
      at += 1;
    } else if (character === '{' || character === '[') {
      if (open.length >= maxDepth) return wrong(`This is nested more than ${maxDepth} levels deep. No policy is.`);
      open.push({ list: character === '[', keys: new Set(), key: '', count: 0 });
      next = character === '[' ? 'first-value' : 'first-key';
      at += 1;
    } else {
      const end = endOfScalar(text, at);
      if (typeof end !== 'number') return problemAt(text, end.at, open, end.message);
      at = end;
      next = 'after';
    }
  }
}

type Fault = { readonly at: number; readonly message: string };

function endOfScalar(text: string, from: number): number | Fault {
  const character = text[from] ?? '';
  if (character === '"') return endOfString(text, from);
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, from)) return from + word.length;
  let end = from;
  while (end - from < 400 && /[-+.\deE]/.test(text[end] ?? '')) end += 1;
  if (end > from) {
    const isNumber = numberPattern.test(text.slice(from, end));
    return isNumber ? end : { at: from, message: `${shown(text.slice(from, from + 20))} is not a number.` };
  }
  return { at: from, message: `Here must be a value, not ${shown(character)}.` };
}

function endOfString(text: string, from: number): number | Fault {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return { at, message: 'This text has no closing quotation mark on its line.' };
    if (code !== 92) continue;
    const length = text[at + 1] === 'u' ? 5 : 1;
    if (!escapePattern.test(text.slice(at + 1, at + 1 + length)))
      return { at, message: 'A backslash here is followed by something that it cannot stand before.' };
    at += length;
  }
  return { at: text.length, message: 'This text has no closing quotation mark. The file may have been cut off.' };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at += 1;
  }
}

function shown(text: string): string {
  const code = text.codePointAt(0) ?? 0;
  return code < 33 || code === 127 ? 'a control character' : `“${text}”`;
}

function problemAt(text: string, at: number, open: readonly Open[], message: string): JsonProblem {
  const before = text.slice(0, at);
  return {
    line: (before.match(/\n/g)?.length ?? 0) + 1,
    column: at - (before.lastIndexOf('\n') + 1) + 1,
    // A path deeper than people read is cut short.
    path: open
      .slice(0, 12)
      .map((o) => (o.list ? String(o.count) : o.key))
      .filter((part) => part !== '')
      .join('.'),
    message,
  };
}
