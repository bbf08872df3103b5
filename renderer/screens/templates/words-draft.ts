import { z } from 'zod';
import { ownWordsSchema, type OwnWords } from '../../../shared/letters/own-template';
import type { LetterType } from '../../../shared/letters/template';

const draftSchema = z.strictObject({
  en: ownWordsSchema.nullable(),
  es: ownWordsSchema.nullable(),
  why: z.string(),
});

/** What of a letter's words is typed and not saved yet, by language, and why. */
export type WordsDraft = { readonly en: OwnWords | null; readonly es: OwnWords | null; readonly why: string };

/** Under which name the draft of a kind of letter is kept. */
export function draftKey(type: LetterType): string {
  return `words:${type}`;
}

/** A draft as it was kept; null where there is none that can be read. */
export function readDraft(text: string): WordsDraft | null {
  try {
    return draftSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A draft as it is kept; null where there is nothing worth keeping. */
export function writeDraft(draft: WordsDraft): string | null {
  return draft.en === null && draft.es === null && draft.why === '' ? null : JSON.stringify(draft);
}
