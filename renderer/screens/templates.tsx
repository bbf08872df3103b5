import { Screen } from '../components/screen';

/** Words of letters. */
export function TemplatesScreen() {
  return <Screen title="Words of letters">{null}</Screen>;
}
