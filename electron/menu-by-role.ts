import { Menu } from 'electron';
import { commandCalls } from '../shared/command-calls';
import type { Status } from '../shared/contract/register';
import { may, openedOf } from '../shared/register/permissions';

/** Dims what is not the role's of the person at the desk: their menu offers what they may do, and while nobody is in almost nothing. */
export function fitMenuTo(status: Status): void {
  const menu = Menu.getApplicationMenu();
  if (menu === null) return;
  const role = status.session?.role ?? null;
  for (const [command, call] of Object.entries(commandCalls)) {
    const item = menu.getMenuItemById(command);
    if (item !== null) item.enabled = may(role, call, openedOf(status));
  }
}
