import { dayNumber, dayText } from '../day';
import type { Features } from '../policy/features';
import type { Address } from './fields';
import type { Invoice } from './group';

/** What a policy asks of registrations, where it asks for anything. */
export type RegistrationRules = NonNullable<Features['registration']>;

/** Whether a policy has registrations to look after: groups, invoices, residences or letters of admission. */
export function looksAfterRegistrations(rules: RegistrationRules | undefined): rules is RegistrationRules {
  return (
    rules !== undefined &&
    [rules.groups, rules.invoices, rules.residence, rules.admission].some((part) => part !== undefined)
  );
}

/** The last day on which an invoice can be paid: the day it is issued, and before the day the course starts (null where that is not known). */
export function invoiceDueOn(issuedOn: string, starts: string | null): string {
  if (starts === null) return issuedOn;
  const before = dayText(dayNumber(starts) - 1);
  return issuedOn < before ? issuedOn : before;
}

/** How an invoice stands on a day: paid, paid after it was due, still to be paid by the end of that day, or unpaid past it. */
export const invoiceStates = ['paid', 'paid-late', 'due', 'overdue'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** How an invoice stands on `today`. */
export function invoiceState(
  invoice: Pick<Invoice, 'issuedOn' | 'paidOn'>,
  starts: string | null,
  today: string,
): InvoiceState {
  const due = invoiceDueOn(invoice.issuedOn, starts);
  if (invoice.paidOn !== null) return invoice.paidOn <= due ? 'paid' : 'paid-late';
  return today <= due ? 'due' : 'overdue';
}

/** Whether a group is large enough for the discount that the policy speaks of; false where it speaks of none. */
export function mayAskDiscount(participants: number, rules: RegistrationRules): boolean {
  return rules.groups !== undefined && participants >= rules.groups.discountFrom;
}

/**
 * What is known of somebody's residence: free to be registered, barred (with the place as the policy names it), or not known because the
 * address has neither a country nor a state. An address in the office's own country has a state and no country.
 */
export type Residence = { readonly kind: 'free' | 'unknown' } | { readonly kind: 'barred'; readonly place: string };

/** Whether the policy bars somebody who lives at an address from being registered. */
export function residenceOf(address: Address, rules: RegistrationRules): Residence {
  const country = folded(address.country);
  const region = folded(`${address.state} ${address.city} ${address.line2}`);
  for (const { code, name } of rules.residence?.barred ?? []) {
    const names = namesOf(code, name);
    const ofRegion = code.includes('-');
    if (names.some((n) => says(country, n)) || (ofRegion && names.some((n) => says(region, n))))
      return { kind: 'barred', place: name.en };
  }
  return country === '' && folded(address.state) === '' ? { kind: 'unknown' } : { kind: 'free' };
}

type Names = NonNullable<RegistrationRules['residence']>['barred'][number]['name'];

/** What people write for a place: the policy's own name for it, its code, and what its country is called in English and Spanish. */
function namesOf(code: string, name: Names): readonly string[] {
  const called = code.includes('-')
    ? []
    : (['en', 'es'] as const).flatMap((language) =>
        (['long', 'short'] as const).map(
          (style) => new Intl.DisplayNames([language], { type: 'region', style }).of(code) ?? '',
        ),
      );
  return [...new Set([code, name.en, name.es, ...called].map(folded))].filter((n) => n !== '');
}

/** Whether a text names a place: by every word of its name or what is made of it (`Iranian`), in any order; by a code only where it is all there is. */
function says(text: string, name: string): boolean {
  if (text === name) return true;
  const isCode = name.length <= 2 || /^[a-z]{2} /.test(name);
  const words = text.split(' ');
  return !isCode && name.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}

/** Lower case, without accents and punctuation. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
