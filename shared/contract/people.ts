import { z } from 'zod';
import { idField, line, requiredLine } from '../register/fields';
import { deskPersonSchema, passphraseField, personFieldsSchema, sessionSchema } from '../register/person';
import { roles } from '../register/role';
import { rulesSchema } from '../register/rules';
import { nothing, requestId } from './register';

/** What somebody types to sign in: anything, so that a wrong shape tells no more than a wrong passphrase. */
const typed = z.string().max(200);
/** A recovery code as it is printed; it opens the register to a new administrator's passphrase once. */
const recoverySchema = z.strictObject({ recoveryCode: z.string() });

/** Calls about the people of the register: who may sign in, who is signed in, and the office's rules. */
export const peopleCalls = {
  /** Makes the first administrator of a register that has nobody yet, and signs them in. The recovery code is given this once. */
  'person.first': {
    input: z.strictObject({ requestId, person: personFieldsSchema.omit({ role: true }), passphrase: passphraseField }),
    output: recoverySchema,
  },
  'person.signIn': { input: z.strictObject({ account: typed, passphrase: typed }), output: sessionSchema },
  'person.signOut': { input: nothing, output: nothing },
  /** Locks the desk: nothing is shown or answered until somebody signs in. */
  'person.lock': { input: nothing, output: nothing },
  /** Gives an administrator a new passphrase for the recovery code, which is spent; a new code is given. */
  'person.recover': {
    input: z.strictObject({ requestId, code: typed, account: typed, passphrase: passphraseField }),
    output: recoverySchema,
  },
  /** Prints the recovery code on a sheet for the safe. */
  'person.printRecovery': {
    input: z.strictObject({ code: line(80) }),
    output: z.strictObject({ handedOver: z.boolean() }),
  },
  'person.newRecovery': { input: z.strictObject({ requestId, passphrase: typed }), output: recoverySchema },
  'person.list': { input: nothing, output: z.array(deskPersonSchema) },
  /** The names behind the accounts that entries carry. */
  'person.names': { input: nothing, output: z.array(z.strictObject({ account: z.string(), name: z.string() })) },
  'person.add': {
    input: z.strictObject({ requestId, person: personFieldsSchema, passphrase: passphraseField }),
    output: deskPersonSchema,
  },
  'person.change': {
    input: z.strictObject({
      requestId,
      id: idField,
      name: requiredLine('The name', 80),
      title: line(80),
      role: z.enum(roles),
      active: z.boolean(),
      why: line(200),
    }),
    output: deskPersonSchema,
  },
  /** An administrator gives somebody else a new passphrase. */
  'person.setPassphrase': {
    input: z.strictObject({ requestId, id: idField, passphrase: passphraseField }),
    output: nothing,
  },
  'person.changeOwn': {
    input: z.strictObject({ requestId, present: typed, passphrase: passphraseField }),
    output: nothing,
  },
  'rules.get': { input: nothing, output: rulesSchema },
  'rules.save': { input: z.strictObject({ requestId, rules: rulesSchema }), output: rulesSchema },
};
