import { TextField } from '../../components/text-field';
import { fieldName, useDrafting } from './drafting';
import type { LeafProps } from './leaf-fields';
import { branchOf, textOf } from './tree';

/** A text in both languages. The English is needed; the Spanish is asked for, and as long as it is empty it is the English. */
export function WordsFields({
  path,
  label,
  hint,
  problem,
  required,
  value,
  lines,
}: LeafProps & { readonly lines?: number | undefined }) {
  const { put, check } = useDrafting();
  const { en, es } = branchOf(value);
  const [english, spanish] = [textOf(en), textOf(es)];
  const follows = spanish === '' || spanish === english;
  const wrong = check.found.find((f) => f.severity === 'error' && fieldName(f.path) === fieldName([...path, 'en']));
  return (
    <>
      <TextField
        label={label}
        name={fieldName([...path, 'en'])}
        hint={hint}
        problem={wrong?.message ?? problem}
        required={required}
        lines={lines ?? 1}
        text={english}
        onText={(text) => put(path, { en: text, es: follows ? text : spanish })}
      />
      <TextField
        label="in Spanish"
        heard={label}
        name={fieldName([...path, 'es'])}
        hint={follows && english !== '' ? 'Empty: Spanish letters carry the English words.' : undefined}
        lines={lines ?? 1}
        text={follows ? '' : spanish}
        onText={(text) => put(path, { en: english, es: text === '' ? english : text })}
      />
    </>
  );
}
