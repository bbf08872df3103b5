import { z } from 'zod';
import { idField, line, requiredLine } from './fields';
import { roles } from './role';

/** The name by which a person signs in: kept for good and never given to another, since entries name their person by it. */
export const accountField = requiredLine('The sign-in name', 40).regex(
  /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u,
  'A sign-in name has letters, digits, points and hyphens, without spaces.',
);

/** A passphrase: at least 8 characters (15 or more are better), at most 128, nothing demanded of what they are. */
export const passphraseField = z
  .string()
  .min(8, 'A passphrase has at least 8 characters; several words are best.')
  .max(128, 'A passphrase has at most 128 characters.');

/** A person as the administrator keys them. */
export const personFieldsSchema = z.strictObject({
  account: accountField,
  name: requiredLine('The name', 80),
  title: line(80),
  role: z.enum(roles),
});
export type PersonFields = z.infer<typeof personFieldsSchema>;

/** A person of this register as it stands. `active` is false once they no longer may sign in. */
export const deskPersonSchema = personFieldsSchema.extend({
  id: idField,
  active: z.boolean(),
  addedAt: z.string(),
  signedInAt: z.string().nullable(),
});
export type DeskPerson = z.infer<typeof deskPersonSchema>;

/** Who is signed in: entries carry the `account`. */
export const sessionSchema = z.strictObject({
  id: idField,
  account: z.string(),
  name: z.string(),
  role: z.enum(roles),
});
export type Session = z.infer<typeof sessionSchema>;

/**
 * Why somebody's turn at the desk ended: they signed out; they locked it, or it locked itself after a while without a key or when the PC's
 * screen did; another signed in over them; an administrator put an end to it; the register was closed.
 */
export const leavings = ['asked', 'locked', 'idle', 'screen-lock', 'another', 'disabled', 'closed'] as const;
export type Leaving = (typeof leavings)[number];
