import { useLocation } from 'wouter';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { to } from '../../routes';
import { registerView } from '../register/view';
import { count } from '../wording';

type NotYetToldProps = { readonly waiting: number; readonly returned: number };

/** That some decided cases are left out of the letters to make: they wait for a second person, or were returned. */
export function NotYetTold({ waiting, returned }: NotYetToldProps) {
  const [, go] = useLocation();
  if (waiting + returned === 0) return null;
  const show = (word: string) => () => {
    registerView.set({ ...registerView.get(), text: word, offset: 0, opened: null });
    go(to.register);
  };
  return (
    <Notice
      tone="note"
      actions={
        <>
          {waiting > 0 && <Button onPress={show('approval:waiting')}>Show those that wait</Button>}
          {returned > 0 && <Button onPress={show('approval:returned')}>Show those returned</Button>}
        </>
      }
    >
      {waiting > 0 && <>{count(waiting, 'more case waits', 'more cases wait')} for approval. </>}
      {returned > 0 && (
        <>{count(returned, 'case was', 'cases were')} returned and must be corrected or decided again. </>
      )}
      {waiting + returned === 1 ? 'Its letter comes' : 'Their letters come'} after that.
    </Notice>
  );
}
