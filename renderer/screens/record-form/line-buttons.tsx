import { Button } from '../../components/button';
import { focusAddAgain, focusSoon } from './problems';

/** Takes a line out of a list of lines; the keyboard goes to the button that adds one, since the line's own fields are gone. */
export function TakeOut({ what, onTake }: { readonly what: string; readonly onTake: () => void }) {
  return (
    <Button
      tone="quiet"
      label={`Take out ${what}`}
      onPress={() => {
        focusAddAgain();
        onTake();
      }}
    >
      Take out
    </Button>
  );
}

/** Adds a line to a list of lines; the keyboard goes to its first field. */
export function AddLine({
  words,
  field,
  onAdd,
}: {
  readonly words: string;
  readonly field: string;
  readonly onAdd: () => void;
}) {
  return (
    <Button
      onPress={() => {
        onAdd();
        focusSoon(field);
      }}
    >
      {words}
    </Button>
  );
}
