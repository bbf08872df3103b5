import { fileNameOf } from './file-name';
import type { Attachment } from '../shared/register/petition';

/** What kinds of file are kept with a case, by their first bytes; what a file is called says nothing of what it is. */
const beginnings: readonly { readonly media: Attachment['media']; readonly bytes: readonly number[] }[] = [
  { media: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { media: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { media: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { media: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { media: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
];

const endings: Readonly<Record<Attachment['media'], readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
};

/** The endings that the dialog offers. */
export const attachmentEndings: readonly string[] = Object.values(endings).flat();

/** What a file is by its first bytes; null where it is nothing that is kept. */
export function mediaOf(bytes: Uint8Array): Attachment['media'] | null {
  return beginnings.find((b) => b.bytes.every((byte, i) => bytes[i] === byte))?.media ?? null;
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Characters that turn the direction of a name, so that its ending reads as another. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with a file's name as the window gives it; null where nothing is. No name leads out of a folder, on any system. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'The file has no name. Give it one and attach it again.';
  if (/[/\\]/.test(name) || name.includes('..') || /^[a-z]:/i.test(name))
    return 'That name leads to a folder. Give only the file’s own name.';
  if (/\p{Cc}/u.test(name) || turning.test(name))
    return 'That name holds characters that cannot be seen. Give the file a plain name.';
  if (/[<>:"|?*]/.test(name) || /[. ]$/.test(name))
    return 'That name is not one that every system takes. Leave out < > : " | ? * and a point or a space at its end.';
  if (reserved.test(name)) return 'That name is one that Windows keeps for itself. Give the file another.';
  return name.length > 120 ? 'A file name has at most 120 characters. Give it a shorter one.' : null;
}

/** The name of a file from the system's dialog, made plain: without a folder, in characters that every system takes. */
export function plainName(name: string): string {
  const own = name.split(/[/\\]/).at(-1) ?? '';
  return fileNameOf(own.replaceAll(new RegExp(turning, 'g'), '').replaceAll('..', '.'));
}

/** The name under which a paper is saved again: it ends as what it is. */
export function savedName({ name, media }: Pick<Attachment, 'name' | 'media'>): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return endings[media].includes(ending) ? name : `${name}.${endings[media][0] ?? ''}`;
}
