import type { PersonFields } from '../../shared/register/person';

/** Who works in the sample office: one of each role, so that everything can be tried from both sides. */
export const practicePeople: readonly [PersonFields, ...PersonFields[]] = [
  { account: 'administrator', name: 'Sam Whitfield', title: 'Office Manager', role: 'administrator' },
  { account: 'supervisor', name: 'Jordan Rivera', title: 'Registration Services', role: 'supervisor' },
  { account: 'clerk', name: 'Kim Alvarez', title: 'Records Clerk', role: 'clerk' },
  { account: 'auditor', name: 'Pat Okafor', title: 'Internal Audit', role: 'auditor' },
];

/** Whose turn it is when the sample office opens. */
export const practiceAccount = 'supervisor';

/** The passphrase of everybody there: no secret, since the sample's students are invented. */
export const practicePassphrase = 'practice at the desk';

/** How to sign in to the sample office, for its sign-in screen. */
export function sayPractice(): string {
  const accounts = practicePeople.map((person) => person.account);
  const last = accounts.pop();
  return `This is the sample office. Sign in as ${accounts.join(', ')} or ${last}, with the passphrase “${practicePassphrase}”.`;
}
