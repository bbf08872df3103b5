import { foldText } from '../../db/search';
import type { Problem } from '../../shared/errors';
import type { PersonFields } from '../../shared/register/person';

/** What is wrong with a new passphrase, under its field: one that half the world uses, or that is the person's own name, is guessed first. */
export async function passphraseProblems(
  passphrase: string,
  { account, name }: Pick<PersonFields, 'account' | 'name'>,
): Promise<Problem[]> {
  const folded = bare(passphrase);
  const about = (message: string): Problem[] => [{ field: 'passphrase', message }];
  if (folded === bare(account) || folded === bare(name))
    return about('This is the name itself, which is guessed first. Choose several words that nobody would expect.');
  const { isCommon } = await import('../common-passphrases');
  return isCommon(folded)
    ? about('This is one of the passphrases used most, which are guessed first. Choose several words of your own.')
    : [];
}

/** A passphrase as a guesser would try it: in small letters, without spaces. */
function bare(text: string): string {
  return foldText(text).replaceAll(/\s+/g, '');
}
