import type { PackForm } from '../policy/pack';
import { letterTypeOf } from './choose';
import { formPage } from './form';
import { formSheet } from './form-page';
import type { LetterSource } from './source';

/** The forms that a letter encloses: those that the student still has to send to make the drop official or the petition complete. */
export function enclosuresOf({ facts, determination, pack, withdrawn }: LetterSource): readonly PackForm[] {
  if (withdrawn) return [];
  switch (letterTypeOf(facts, determination, pack)) {
    case 'incomplete':
      return pack.forms.filter((form) => determination.missing.includes(form.document));
    case 'not-official':
      return pack.forms.filter((form) => pack.notice.documents.some((document) => document.kind === form.document));
    case 'petition-required':
      return pack.forms.filter((form) => form.document === 'petition');
    default:
      return [];
  }
}

/** The sheets of the forms that a letter encloses, filled in with what is known. */
export function enclosedSheets(source: LetterSource): readonly string[] {
  const { language, pack, office, student, course, term, determination } = source;
  const { deadlines } = determination;
  return enclosuresOf(source).map((form) =>
    formSheet(formPage({ language, form, pack, office, student, course, term, deadlines })),
  );
}
