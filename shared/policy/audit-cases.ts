import { formatCents } from '../money';
import type { Finding } from './audit';
import type { Pack } from './pack';
import type { CasesFile } from './worked';

/** Looks a file of worked cases over for what its schema cannot see; with the pack, whether each stands on a clause of it. */
export function auditCases({ offices, cases }: CasesFile, pack: Pack | null): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { id, clause, facts } of cases) {
    const error = (where: string, message: string): void =>
      void findings.push({ severity: 'error', where: `cases.${id}.${where}`, message });
    if (seen.has(id)) error('id', `There are two cases named “${id}”. Give each its own name.`);
    seen.add(id);
    if (!Object.hasOwn(offices, facts.office))
      error('facts.office', `There is no office “${facts.office}” in these cases. Add it, or name another.`);
    if (pack !== null && !Object.hasOwn(pack.clauses, clause))
      error('clause', `“${clause}” is not a clause of this policy. Cite the clause that decides the case.`);
  }
  if (pack === null) return findings;
  auditWithheld(pack, cases, findings);
  const covered = new Set(cases.map((c) => c.clause));
  for (const clause of Object.keys(pack.clauses))
    if (!covered.has(clause))
      findings.push({ severity: 'note', where: `clauses.${clause}`, message: 'No worked case stands on this clause.' });
  return findings;
}

/** A fee that no worked case could bear is a slip of the finger: dollars for cents, or a zero too many. */
function auditWithheld(pack: Pack, cases: CasesFile['cases'], findings: Finding[]): void {
  const largest = cases.reduce((most, { facts }) => Math.max(most, assessedOf(facts['fees'])), 0);
  if (largest === 0) return;
  for (const { id, bands } of pack.schedules)
    for (const { id: band, withhold } of bands)
      if (withhold !== undefined && withhold.cents > largest)
        findings.push({
          severity: 'error',
          where: `schedules.${id}.bands.${band}.withhold.cents`,
          message: `${formatCents(withhold.cents)} is more than the fees of any worked case (${formatCents(largest)}). Enter it in cents, or add the case.`,
        });
}

function assessedOf(fees: unknown): number {
  const assessed = typeof fees === 'object' && fees !== null && 'assessed' in fees ? fees.assessed : 0;
  return typeof assessed === 'number' && Number.isSafeInteger(assessed) ? assessed : 0;
}
