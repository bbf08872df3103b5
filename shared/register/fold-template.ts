import type { SavedTemplate } from '../letters/own-template';
import type { Kept } from './contents';

/** A version of the office's own words, with who saved it when. */
export type TemplateVersion = SavedTemplate & { readonly at: string; readonly person: string };

/** The office's own words for one kind of letter: every version, the oldest first, and whether the last of them is used or the standard ones again. */
export type FoldedTemplate = { readonly versions: readonly TemplateVersion[]; readonly own: boolean };

/** Words from their entries; null where none were ever saved. */
export function foldTemplate(entries: readonly Kept[]): FoldedTemplate | null {
  let versions: TemplateVersion[] = [];
  let own = false;
  for (const entry of entries) {
    if (entry.undone) continue;
    if (entry.kind === 'template.saved') {
      versions = [...versions, { ...entry.content, at: entry.at, person: entry.person }];
      own = true;
    }
    if (entry.kind === 'template.dropped') own = false;
  }
  return versions.length === 0 ? null : { versions, own };
}
