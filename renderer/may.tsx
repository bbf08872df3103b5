import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react';
import { commandCalls } from '../shared/command-calls';
import type { CommandId } from '../shared/commands';
import type { CallName } from '../shared/contract';
import type { Status } from '../shared/contract/register';
import { actions, asked, may, openedOf, rolesThatMay, type Opened } from '../shared/register/permissions';
import { roleWords, type Role } from '../shared/register/role';
import { createStore } from './store';

/** Who is in, by their role, and what is open: by this the window hides what main would refuse. */
export type Standing = { readonly role: Role | null; readonly opened: Opened };

const Here = createContext<Standing | null>(null);
/** The same for what is no component: keys and the menu. Null before anything is known, when nothing is hidden. */
const standing = createStore<Standing | null>(null);

/** The standing that a status tells of. */
export function standingOf(status: Status): Standing {
  return { role: status.session?.role ?? null, opened: openedOf(status) };
}

/** Has everything inside it show only what somebody of this standing may do. */
export function StandingHere({ is, children }: { readonly is: Standing; readonly children: ReactNode }) {
  useLayoutEffect(() => {
    standing.set(is);
    return () => standing.set(null);
  }, [is]);
  return <Here value={is}>{children}</Here>;
}

const mayBy = (here: Standing | null, call: CallName): boolean => here === null || may(here.role, call, here.opened);

/** Whether the person at the desk may make a call. */
export function useMay(call: CallName): boolean {
  return mayBy(useContext(Here), call);
}

/** The same question for any call, where a component has many to ask about. */
export function useMayAny(): (call: CallName) => boolean {
  const here = useContext(Here);
  return (call) => mayBy(here, call);
}

/** Whether the person at the desk may make a call, asked outside of any component. */
export function mayNow(call: CallName): boolean {
  return mayBy(standing.get(), call);
}

/** The call by which a command is judged; the one its screen names where the command is any form's. */
export function callOfCommand(id: CommandId, ofScreen: CallName | undefined): CallName | null {
  return commandCalls[id] ?? (id.startsWith('record.') ? (ofScreen ?? null) : null);
}

/** Why a call is not the role's to make, and whose it is: `You may not cancel a class. A clerk or a supervisor may.` */
export function notYours(call: CallName): string {
  const action = asked[call];
  const whose = rolesThatMay(action).map((role) => roleWords[role].replace(/ \(.*/, '').toLowerCase());
  const listed = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(
    whose.map((who) => `${article(who)} ${who}`),
  );
  return `You may not ${actions[action]}.${whose.length === 0 ? '' : ` ${listed.charAt(0).toUpperCase()}${listed.slice(1)} may.`}`;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
