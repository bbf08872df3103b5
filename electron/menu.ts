import { Menu, type MenuItemConstructorOptions } from 'electron';
import { commands, menus, type Command, type CommandId, type MenuId } from '../shared/commands';

/** What the system does by itself in a menu: the edits of a text field and the size of everything. Group by group, as in the registry. */
const ownItems: Readonly<
  Partial<Record<MenuId, readonly (MenuItemConstructorOptions & { readonly group: number })[]>>
> = {
  edit: [
    { group: 2, role: 'cut', label: 'Cu&t' },
    { group: 2, role: 'copy', label: '&Copy' },
    { group: 2, role: 'paste', label: '&Paste' },
    { group: 2, role: 'selectAll', label: 'Select &all' },
  ],
  view: [
    { group: 3, role: 'zoomIn', label: 'Zoom &in', accelerator: 'CmdOrCtrl+Plus' },
    // The plus without Shift, and the one of the number pad.
    { group: 3, role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { group: 3, role: 'zoomIn', accelerator: 'CmdOrCtrl+numadd', visible: false, acceleratorWorksWhenHidden: true },
    { group: 3, role: 'zoomOut', label: 'Zoom &out', accelerator: 'CmdOrCtrl+-' },
    { group: 3, role: 'zoomOut', accelerator: 'CmdOrCtrl+numsub', visible: false, acceleratorWorksWhenHidden: true },
    { group: 3, role: 'resetZoom', label: 'Actual si&ze', accelerator: 'CmdOrCtrl+0' },
    { group: 3, role: 'togglefullscreen', label: '&Full screen', accelerator: 'F11' },
  ],
};

/** Keeps Electron from putting up a menu of its own, which would cost the start some time. Has to be said before the app is ready. */
export function leaveMenuForLater(): void {
  Menu.setApplicationMenu(null);
}

/** Puts up the menu bar: every command of the registry that has a menu, under its own words and keys. Choosing one calls `choose` with its name. */
export function putUpMenu(choose: (command: CommandId) => void, quit: () => void): void {
  const bar = menus.map(({ id, label }): MenuItemConstructorOptions => ({ label, submenu: itemsOf(id, choose, quit) }));
  // macOS puts the first menu under the app's own name.
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...bar]));
}

function itemsOf(menu: MenuId, choose: (command: CommandId) => void, quit: () => void): MenuItemConstructorOptions[] {
  const own = ownItems[menu] ?? [];
  const ofMenu = commands.filter((command) => command.menu === menu);
  const groups = [...new Set([...ofMenu, ...own].map(({ group }) => group))].sort((a, b) => a - b);
  return groups.flatMap((group, index): MenuItemConstructorOptions[] => [
    ...(index === 0 ? [] : [{ type: 'separator' as const }]),
    ...ofMenu.filter((command) => command.group === group).map((command) => itemOf(command, choose, quit)),
    ...own.filter((item) => item.group === group).map(({ group: _, ...item }) => item),
  ]);
}

function itemOf(
  command: Command & { readonly id: CommandId },
  choose: (command: CommandId) => void,
  quit: () => void,
): MenuItemConstructorOptions {
  // A single letter is the window's alone: macOS would hear it in every field.
  const keys = command.keys.find((chord) => chord.length > 1);
  return {
    id: command.id,
    label: command.label,
    ...(keys === undefined ? {} : { accelerator: keys.replace('Ctrl+', 'CmdOrCtrl+') }),
    registerAccelerator: heardByMenu(command),
    click: () => (command.id === 'app.quit' ? quit() : choose(command.id)),
  };
}

/**
 * The window hears its keys first and knows what they mean where the cursor stands. The menu hears those that mean the same
 * everywhere, for the moments when the cursor stands in a page that is looked at, which hears nothing. Not undo: in a field it is the field's.
 */
function heardByMenu(command: Command & { readonly id: CommandId }): boolean {
  return command.scope === 'app' && command.id !== 'action.undo' && command.id !== 'action.redo';
}
