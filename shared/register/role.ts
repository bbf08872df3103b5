/** What a person may be: keys forms; decides and approves; reads everything and changes nothing; looks after people and the register. */
export const roles = ['clerk', 'supervisor', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** The words for a role, as lists and the status bar show it. */
export const roleWords: Readonly<Record<Role, string>> = {
  clerk: 'Clerk',
  supervisor: 'Supervisor',
  auditor: 'Auditor (reads only)',
  administrator: 'Administrator',
};
