import type { CaseView } from '../../shared/contract/cases';
import type { Kept } from '../../shared/register/contents';
import { foldPetition, type FoldedPetition } from '../../shared/register/fold-petition';
import { entriesOf, keptOf } from '../entries';
import type { Present } from '../rows';
import type { Sql } from '../statements';

/** What the tables hold of a petition. */
export function presentPetition(_sql: Sql, id: string, kept: readonly Kept[]): Present {
  const folded = foldPetition(kept);
  return {
    table: 'petition',
    searched: false,
    row:
      folded === null
        ? null
        : {
            id,
            number: folded.number,
            case_id: folded.caseId,
            kind: folded.petition.kind,
            state: folded.state,
            received_on: folded.petition.receivedOn,
            due_on: null,
            decided_on: folded.decision?.on ?? null,
            against_seq: folded.againstSeq,
            entered_at: folded.enteredAt,
            person: folded.person,
            record: JSON.stringify(folded),
          },
    lines: [],
  };
}

/** Reads petitions and appeals. */
export function petitionReads(sql: Sql) {
  return {
    /** A case’s petitions and appeals, the oldest first, in short. */
    ofCase: (caseId: string): CaseView['petitions'] =>
      sql.all('SELECT id, number, kind, state FROM petition WHERE case_id = ? ORDER BY row', caseId),
    folded: (id: string): FoldedPetition | null => foldPetition(keptOf(entriesOf(sql, 'petition', id))),
  };
}
