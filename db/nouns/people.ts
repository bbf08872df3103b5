import type { Kept } from '../../shared/register/contents';
import { foldPerson } from '../../shared/register/fold-person';
import { recordOf, recordsOf, type Present } from '../rows';
import { foldText } from '../search';
import type { Sql } from '../statements';
import type { DeskPerson } from '../../shared/register/person';

/** What the tables hold of a person. */
export function presentPerson(id: string, kept: readonly Kept[]): Present {
  const person = foldPerson(id, kept);
  return {
    table: 'person',
    searched: false,
    row:
      person === null
        ? null
        : {
            id,
            account: person.account,
            account_fold: foldText(person.account),
            name: person.name,
            role: person.role,
            active: person.active ? 1 : 0,
            record: JSON.stringify(person),
          },
    lines: [],
  };
}

/** Reads the people of the register. */
export function personReads(sql: Sql) {
  return {
    all: (): DeskPerson[] => recordsOf<DeskPerson>(sql.all('SELECT record FROM person ORDER BY active DESC, name')),
    /** Whether nobody was ever added, as in a register from before people signed in. */
    none: (): boolean => sql.one('SELECT 1 FROM person LIMIT 1') === null,
    get: (id: string): DeskPerson | null => recordOf<DeskPerson>(sql.one('SELECT record FROM person WHERE id = ?', id)),
    withAccount: (account: string): DeskPerson | null =>
      recordOf<DeskPerson>(sql.one('SELECT record FROM person WHERE account_fold = ?', foldText(account))),
  };
}
