import type { Enrolment } from './enrolment';
import { shared } from './exchange-lines';
import type { Address } from './fields';
import { fullName, type Student } from './student';

/** Who is to be paid how much of a refund, in cents, and how they had paid. */
export type Payee = {
  readonly name: string;
  readonly address: Address;
  readonly method: string;
  readonly cents: number;
};

/**
 * To whom a refund goes: back to the original payers, as the letter says, in proportion to what each paid and to the cent. The student where
 * nobody is known to have paid; whoever's share is nothing is not paid.
 */
export function payeesOf(
  cents: number,
  student: Pick<Student, 'firstName' | 'lastName' | 'address'>,
  enrolment: Pick<Enrolment, 'payments'> | null,
): Payee[] {
  const payers = new Map<string, { name: string; address: Address; methods: Set<string>; paid: number }>();
  for (const { payer, method, cents: paid } of enrolment?.payments ?? []) {
    const { name, address } = payer.kind === 'other' ? payer : { name: fullName(student), address: student.address };
    const key = JSON.stringify([payer.kind, name, address]);
    const known = payers.get(key) ?? { name, address, methods: new Set<string>(), paid: 0 };
    if (method !== '') known.methods.add(method);
    payers.set(key, { ...known, paid: known.paid + paid });
  }
  if (payers.size === 0)
    payers.set('', { name: fullName(student), address: student.address, methods: new Set(), paid: 0 });
  const all = [...payers.values()];
  const parts = shared(
    cents,
    all.map((p) => p.paid),
  );
  return all.flatMap(({ name, address, methods }, i) => {
    const part = parts[i] ?? 0;
    return part === 0 ? [] : [{ name, address, method: [...methods].join(', '), cents: part }];
  });
}
