import { dictionary } from '@zxcvbn-ts/language-common';

const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Whether a passphrase, in small letters and without spaces, is one of the tens of thousands used most. */
export function isCommon(passphrase: string): boolean {
  return common.has(passphrase);
}
