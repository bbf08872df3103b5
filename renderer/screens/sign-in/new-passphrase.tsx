import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import type { Problem } from '../../../shared/errors';
import { PassphraseField } from '../../components/passphrase-field';

/** A new passphrase as it is typed: twice, since nobody sees it. */
export type NewPassphrase = { readonly passphrase: string; readonly again: string };

/** Nothing typed yet. */
export const noPassphrase: NewPassphrase = { passphrase: '', again: '' };

/** As long as this a passphrase is hard to guess; shorter ones are taken too. */
const good = 15;

/** Names what is wrong between the two. */
export function readTwice({ passphrase, again }: NewPassphrase, wrong: Problem[]): void {
  if (passphrase !== again)
    wrong.push({ field: 'again', message: 'The two are not the same. Type the passphrase here once more.' });
}

type NewPassphraseFieldsProps<T extends FieldValues, R> = {
  readonly control: Control<T, unknown, R>;
  /** Whose it is: one’s own, or somebody else’s for whom it is made. */
  readonly whose: 'own' | 'other';
};

/** A new passphrase, typed twice, with what a good one is. */
export function NewPassphraseFields<T extends FieldValues & NewPassphrase, R>({
  control,
  whose,
}: NewPassphraseFieldsProps<T, R>) {
  const first = useController({ control, name: 'passphrase' as FieldPath<T> });
  const again = useController({ control, name: 'again' as FieldPath<T> });
  const typed = String(first.field.value);
  return (
    <>
      <PassphraseField
        label="Passphrase"
        name="passphrase"
        kind="new"
        required
        text={typed}
        onText={first.field.onChange}
        onLeave={first.field.onBlur}
        problem={first.fieldState.error?.message}
        warning={
          typed.length >= 8 && typed.length < good
            ? `This has ${typed.length} characters; with ${good} or more it is much harder to guess.`
            : undefined
        }
        hint={
          whose === 'own'
            ? 'At least 8 characters. Four or five words that only you would put together are best; spaces are welcome. It need never be changed unless somebody else knows it.'
            : 'At least 8 characters. Give it to them in person; they change it under Settings, Your passphrase.'
        }
      />
      <PassphraseField
        label="Once more"
        heard="the same passphrase"
        name="again"
        kind="new"
        required
        text={String(again.field.value)}
        onText={again.field.onChange}
        onLeave={again.field.onBlur}
        problem={again.fieldState.error?.message}
      />
    </>
  );
}
