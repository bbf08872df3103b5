/** What a form's QR code says, so that a scanner can fill the entry screen: whose form, for which course, which form. Empty where the form is blank. */
export type Reference = { readonly studentNumber: string; readonly courseCode: string; readonly form: string };

const mark = 'RDF1';

/**
 * The reference as printed and as a keyboard-wedge scanner types it: `RDF1|student number|course number|form`.
 * Only characters that every keyboard layout types alike stand in it as they are; the others are percent-encoded.
 */
export function writeReference(reference: Reference): string {
  return [mark, reference.studentNumber, reference.courseCode, reference.form].map(encode).join('|');
}

/** The reference that was typed or scanned, or null when the text is not one (so that it is looked up as ordinary text). */
export function readReference(typed: string): Reference | null {
  const [first, studentNumber, courseCode, form, ...rest] = typed.trim().split('|');
  if (
    first !== mark ||
    studentNumber === undefined ||
    courseCode === undefined ||
    form === undefined ||
    rest.length > 0
  )
    return null;
  const fields = [studentNumber, courseCode, form].map(decode);
  const [number, code, id] = fields;
  if (typeof number !== 'string' || typeof code !== 'string' || typeof id !== 'string') return null;
  return { studentNumber: number, courseCode: code, form: id };
}

function encode(text: string): string {
  // Half a surrogate pair cannot be encoded; it comes out as the mark for an unreadable character.
  return text.replace(/\p{Cs}/gu, '\uFFFD').replace(/[^A-Za-z0-9 ./_-]/gu, (character) =>
    // encodeURIComponent leaves a few marks alone that keyboard layouts do type differently.
    encodeURIComponent(character).replace(/^[!'()*~]$/, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
