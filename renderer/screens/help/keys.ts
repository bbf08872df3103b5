import { commands, plainLabel, scopeChain, scopes, type Scope } from '../../../shared/commands';

/** The keys of one scope: its heading and each command with its chords. */
export type KeyGroup = {
  readonly scope: Scope;
  readonly label: string;
  readonly rows: readonly { readonly id: string; readonly words: string; readonly chords: readonly string[] }[];
};

/** The keys that work on a screen, its own first and those heard everywhere last; commands without a key are left out. */
export function keysOf(own: readonly Scope[]): readonly KeyGroup[] {
  const heard = [...new Set(own.flatMap((scope) => [scope, ...scopeChain(scope)]))].filter((scope) => scope !== 'app');
  return [...heard, 'app' as const]
    .map((scope) => ({
      scope,
      label: scopes[scope].label,
      rows: commands
        .filter((c) => c.scope === scope && c.keys.length > 0)
        .map((c) => ({ id: c.id, words: plainLabel(c.label), chords: c.keys })),
    }))
    .filter((group) => group.rows.length > 0);
}
