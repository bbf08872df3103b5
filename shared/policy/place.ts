/**
 * A place in a policy is its field names joined by dots. An item of a list goes by its id (a reading by its name, a decision or a
 * document by its kind), or by its number from 0 where it has none of its own: `schedules.short.bands.first-week.percent`,
 * `readings.effective.values.1.label.es`, `decisions.late-drop.needs`.
 */
export type Place = string;

/** How an item of a list is named in a place; `field` is the list's own name. */
export function itemName(list: readonly unknown[], index: number, field: string): string {
  const name = ownName(list[index], field);
  if (name === null) return String(index);
  return list.some((other, i) => i !== index && ownName(other, field) === name) ? String(index) : name;
}

/** The place of a value in a plain object, from the keys and numbers that lead to it. */
export function placeOf(root: unknown, path: readonly PropertyKey[]): Place {
  const parts: string[] = [];
  let value = root;
  let field = '';
  for (const key of path) {
    parts.push(Array.isArray(value) && typeof key === 'number' ? itemName(value, key, field) : String(key));
    value = isObject(value) && Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
    field = String(key);
  }
  return parts.join('.');
}

/** Visits every value of a plain object with its place and its own key. */
export function walk(root: unknown, visit: (place: Place, key: string, value: unknown) => void): void {
  const enter = (value: unknown, place: Place, field: string): void => {
    if (!isObject(value)) return;
    const list = Array.isArray(value) ? value : null;
    Object.entries(value).forEach(([key, own], index) => {
      const part = list === null ? key : itemName(list, index, field);
      const where = place === '' ? part : `${place}.${part}`;
      visit(where, key, own);
      enter(own, where, key);
    });
  };
  enter(root, '', '');
}

function ownName(item: unknown, field: string): string | null {
  if (!isObject(item)) return null;
  const { id, name, kind } = item as { id?: unknown; name?: unknown; kind?: unknown };
  // The parts of a limit may be of one kind, and change it: they keep their numbers.
  const own = id ?? name ?? (field === 'of' ? null : kind);
  return typeof own === 'string' && /^[\w-]{1,60}$/.test(own) ? own : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
