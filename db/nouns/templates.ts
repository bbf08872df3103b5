import type { Language } from '../../shared/day';
import type { LetterType } from '../../shared/letters/template';
import type { Kept } from '../../shared/register/contents';
import { foldTemplate, type FoldedTemplate } from '../../shared/register/fold-template';
import { recordOf, type Present } from '../rows';
import type { Sql } from '../statements';

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

/** Reads the office's own words for its letters. */
export function templateReads(sql: Sql) {
  return {
    /** Those of one kind of letter in one language, also where the standard ones are used again; null where there never were any. */
    of: (type: LetterType, language: Language): (FoldedTemplate & { readonly id: string }) | null => {
      const row = sql.one<{ id: string; record: string }>(
        'SELECT id, record FROM template WHERE type = ? AND language = ?',
        type,
        language,
      );
      const folded = recordOf<FoldedTemplate>(row);
      return row === null || folded === null ? null : { ...folded, id: row.id };
    },
  };
}
