import type { Problem } from '../../../shared/errors';
import { roles, type Role } from '../../../shared/register/role';
import type { Rules } from '../../../shared/register/rules';
import { showMoney } from '../../../shared/typed/money';
import { readCents, type Reading } from '../record-form/reading';

/** The roles that see students at all, and so may see those whose record is confidential. */
export const reading: readonly Role[] = roles.filter((role) => role !== 'administrator');

/** The office's rules as they are typed: what may be left open is an empty field. */
export type RulesText = {
  readonly secondPersonAbove: string;
  readonly petitionDays: string;
  /** One member a line. */
  readonly committee: string;
  readonly lockAfter: string;
  readonly backupDays: string;
  readonly keepYears: string;
  readonly seeConfidential: Readonly<Record<Role, boolean>>;
};

/** The rules as a form shows them. */
export function writeRules(rules: Rules): RulesText {
  return {
    secondPersonAbove: rules.secondPersonAbove === null ? '' : showMoney(rules.secondPersonAbove),
    petitionDays: String(rules.petitionDays),
    committee: rules.committee.join('\n'),
    lockAfter: String(rules.lockAfter),
    backupDays: String(rules.backupDays),
    keepYears: rules.keepYears === null ? '' : String(rules.keepYears),
    seeConfidential: {
      clerk: rules.seeConfidential.includes('clerk'),
      supervisor: rules.seeConfidential.includes('supervisor'),
      auditor: rules.seeConfidential.includes('auditor'),
      administrator: rules.seeConfidential.includes('administrator'),
    },
  };
}

/** The rules that were typed, and what could not be read. */
export function readRules(text: RulesText): Reading {
  const wrong: Problem[] = [];
  const record = {
    secondPersonAbove: readCents(text.secondPersonAbove, 'secondPersonAbove', wrong),
    petitionDays: whole(text.petitionDays),
    committee: text.committee
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    lockAfter: whole(text.lockAfter),
    backupDays: whole(text.backupDays),
    keepYears: text.keepYears.trim() === '' ? null : whole(text.keepYears),
    seeConfidential: roles.filter((role) => text.seeConfidential[role]),
  };
  if (record.committee.length > 15)
    wrong.push({ field: 'committee', message: 'A committee has at most 15 members here.' });
  if (record.committee.some((name) => name.length > 80))
    wrong.push({ field: 'committee', message: 'A member’s name has at most 80 characters. One member a line.' });
  // Nothing typed is a choice there; anything else has to be a number.
  if (text.keepYears.trim() !== '' && record.keepYears === null)
    wrong.push({ field: 'keepYears', message: 'Type a number of years, or leave it empty to keep everything.' });
  return { record, wrong };
}

function whole(text: string): number | null {
  return /^-?\d+$/.test(text.trim()) ? Number(text) : null;
}
