import type { Page } from '@playwright/test';
import type { Role } from '../../shared/register/role';
import { id } from '../db/records';
import { call } from './fixtures';

/** The passphrase of everybody in these tests. */
export const passphrase = 'four quiet herons wade';

/** The administrator and the supervisor whom `sitDown` makes. */
export const administrator = { account: 'ada', name: 'Ada Okafor', title: 'Office Manager' } as const;
export const supervisor = { account: 'jrivera', name: 'J. Rivera', title: 'Registration Services' } as const;

/** Gives the open register its first people through the calls of the screens: an administrator, and a supervisor, who is signed in then. */
export async function sitDown(page: Page): Promise<void> {
  await call(page, 'person.first', { requestId: id(), person: administrator, passphrase });
  await addPerson(page, supervisor.account, 'supervisor', supervisor);
  await signIn(page, supervisor.account);
}

/** Adds somebody; an administrator has to be signed in. */
export async function addPerson(
  page: Page,
  account: string,
  role: Role,
  other: { readonly name?: string; readonly title?: string } = {},
): Promise<void> {
  await call(page, 'person.add', {
    requestId: id(),
    person: { account, name: account, title: '', ...other, role },
    passphrase,
  });
}

/** Signs somebody in, over whoever is in. */
export async function signIn(page: Page, account: string): Promise<void> {
  await call(page, 'person.signIn', { account, passphrase });
}

/** What waits for a passphrase to be worked out, which is slow by design, the more so on a busy machine. */
export const slow = { timeout: 60_000 };

/** Takes the last group of the recovery code from the screen, as a person copies it from the sheet. */
export async function lastGroup(page: Page): Promise<string> {
  return (await page.locator('.recovery-code span').last().textContent()) ?? '';
}
