import { describe, expect, test } from 'vitest';
import { commands, keyNames, menus, plainLabel, scopeChain, scopes, type Scope } from '../../shared/commands';

describe('the commands', () => {
  test('no key does two things in one place', () => {
    for (const scope of Object.keys(scopes) as Scope[]) {
      const heard = new Map<string, string>();
      for (const command of commands.filter((c) => scopeChain(scope).includes(c.scope))) {
        for (const key of command.keys) {
          expect(
            heard.get(key),
            `${key} in scope ${scope} is both ${heard.get(key)} and ${command.id}`,
          ).toBeUndefined();
          heard.set(key, command.id);
        }
      }
    }
  });

  test('names are not used twice', () => {
    expect(new Set(commands.map((c) => c.id)).size).toBe(commands.length);
  });

  test('every menu has commands, and no letter opens two of them', () => {
    for (const menu of menus) {
      const letters = commands.filter((c) => c.menu === menu.id).map((c) => menuLetter(c.label));
      expect(letters.length, menu.id).toBeGreaterThan(0);
      expect(letters, menu.id).not.toContain(null);
      expect(new Set(letters).size, `${menu.id}: ${letters.join(' ')}`).toBe(letters.length);
    }
    expect(new Set(menus.map((m) => menuLetter(m.label))).size).toBe(menus.length);
  });

  test('labels and keys in words', () => {
    expect(plainLabel('Save && &new')).toBe('Save & new');
    expect(keyNames('Ctrl+PageDown')).toEqual(['Ctrl', 'PgDn']);
  });
});

function menuLetter(label: string): string | null {
  return /&([^&])/.exec(label.replaceAll('&&', ''))?.[1]?.toLowerCase() ?? null;
}
