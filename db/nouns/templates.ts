import type { Language } from '../../shared/day';
import type { LetterType } from '../../shared/letters/template';
import type { Kept } from '../../shared/register/contents';
import { foldTemplate, type FoldedTemplate } from '../../shared/register/fold-template';
import { recordOf, type Present } from '../rows';
import type { Sql } from '../statements';
import { outOfSight } from '../veil';

/** What the tables hold of the office's own words for a kind of letter. */
export function presentTemplate(id: string, kept: readonly Kept[]): Present {
  const folded = foldTemplate(kept);
  const last = folded?.versions.at(-1);
  return {
    table: 'template',
    searched: false,
    row:
      folded === null || last === undefined
        ? null
        : {
            id,
            type: last.type,
            language: last.language,
            version: last.version,
            own: folded.own ? 1 : 0,
            record: JSON.stringify(folded),
          },
    lines: [],
  };
}

/** Own words of letters as they are kept, with their identifier. */
export type KeptTemplate = FoldedTemplate & { readonly id: string };

// Which cases can have a letter, as far as their own columns tell; the letter itself tells for certain.
const settled = (percent: string) => `state = 'decided' AND outcome IN ('refund', 'none')${percent}`;
const ofPetition = 'id IN (SELECT case_id FROM petition)';
const candidates: Partial<Record<LetterType, string>> = {
  'class-cancelled': settled(' AND percent = 100'),
  full: settled(' AND percent = 100'),
  'full-less': settled(' AND percent = 100'),
  partial: settled(' AND refund > 0'),
  none: settled(' AND refund = 0'),
  incomplete: `outcome = 'incomplete'`,
  'not-official': `outcome = 'not-official'`,
  'petition-required': `outcome = 'petition-required'`,
  refer: `outcome = 'refer'`,
  federal: `outcome = 'federal'`,
  'late-drop-granted': ofPetition,
  'late-drop-denied': ofPetition,
  reinstated: ofPetition,
  'not-reinstated': ofPetition,
  'reinstatement-received': ofPetition,
  'petition-received': ofPetition,
  'petition-returned': ofPetition,
  'petition-granted': ofPetition,
  'petition-in-part': ofPetition,
  'petition-denied': ofPetition,
  'petition-withdrawn': ofPetition,
  'drop-withdrawn': `state = 'withdrawn'`,
  'section-changed': `state = 'swapped'`,
  withdrawn: `id IN (SELECT case_id FROM letter WHERE state = 'mailed')`,
};

/** Reads the office's own words for its letters. */
export function templateReads(sql: Sql) {
  return {
    /** Those of one kind of letter in one language, also where the standard ones are used again; null where there never were any. */
    of: (type: LetterType, language: Language): KeptTemplate | null => {
      const row = sql.one<{ id: string; record: string }>(
        'SELECT id, record FROM template WHERE type = ? AND language = ?',
        type,
        language,
      );
      const folded = recordOf<FoldedTemplate>(row);
      return row === null || folded === null ? null : { ...folded, id: row.id };
    },
    /** All of them. */
    all: (): readonly KeptTemplate[] =>
      sql.all<{ id: string; record: string }>('SELECT id, record FROM template ORDER BY row').flatMap((row) => {
        const folded = recordOf<FoldedTemplate>(row);
        return folded === null ? [] : [{ ...folded, id: row.id }];
      }),
    /** Where a case stands among all, the newest highest; one above all where none is named. */
    placeOf: (caseId: string | null): number =>
      caseId === null
        ? sql.number('SELECT coalesce(max(row), 0) + 1 FROM "case"')
        : sql.number('SELECT coalesce((SELECT row FROM "case" WHERE id = ?), 0)', caseId),
    /** Cases in that stretch of places that may have this kind of letter, the newest first. */
    casesFor: (type: LetterType, from: number, below: number): readonly string[] =>
      sql
        .all<{
          id: string;
        }>(
          `SELECT id FROM "case" WHERE row >= ? AND row < ? AND state <> 'undone' AND ${candidates[type] ?? 'true'}${outOfSight(sql, 'student_id')} ORDER BY row DESC`,
          from,
          below,
        )
        .map(({ id }) => id),
  };
}
