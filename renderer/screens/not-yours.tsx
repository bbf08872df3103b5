import type { CallName } from '../../shared/contract';
import { Notice } from '../components/notice';
import { Screen } from '../components/screen';
import { notYours } from '../may';

/** An address that is not the person's to enter: what it asks for, and whose it is. */
export function NotYours({ call }: { readonly call: CallName }) {
  return (
    <Screen title="Not for your role">
      <Notice tone="problem">{notYours(call)}</Notice>
    </Screen>
  );
}
