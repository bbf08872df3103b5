import { askedOf } from '../policy/asked';
import type { PackForm } from '../policy/pack';
import { noticeKinds } from '../register/case';
import { letterTypeOf } from './choose';
import { formPage } from './form';
import { formSheet } from './form-page';
import { compiledOf } from './open-ways';
import type { LetterSource } from './source';

/** The forms that a letter encloses: those that the student still has to send to make the drop official or the petition complete. */
export function enclosuresOf(source: LetterSource): readonly PackForm[] {
  const { facts, determination, pack } = source;
  switch (letterTypeOf(source)) {
    case 'incomplete':
      return pack.forms.filter((form) => determination.missing.includes(form.document));
    case 'not-official':
      return askedFor(pack, facts);
    case 'petition-required':
      return pack.forms.filter((form) => form.document === 'petition');
    default:
      return [];
  }
}

/** The forms of the documents that every notice must bring; where none must be brought, the policy's own form for a drop, which is one way to write. */
function askedFor(pack: LetterSource['pack'], facts: LetterSource['facts']): readonly PackForm[] {
  const asked = askedOf(compiledOf(pack), facts).documents;
  const kinds: readonly string[] = asked.length > 0 ? asked : noticeKinds;
  return pack.forms.filter((form) => kinds.includes(form.document));
}

/** The sheets of the forms that a letter encloses, filled in with what is known. */
export function enclosedSheets(source: LetterSource): readonly string[] {
  const { language, pack, office, student, course, term, determination } = source;
  const { deadlines } = determination;
  return enclosuresOf(source).map((form) =>
    formSheet(
      formPage({
        language,
        form,
        pack,
        office,
        student,
        course,
        term,
        deadlines,
        about: { caseNumber: source.caseNumber, decided: null },
      }),
    ),
  );
}
