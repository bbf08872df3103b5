import type { ApprovalRole } from '../../../shared/register/petition';

/** The clerks’ words for who approves a late drop. */
export const roleNames: Readonly<Record<ApprovalRole, string>> = {
  instructor: 'Instructor',
  chair: 'Department chair',
};
