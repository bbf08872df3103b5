import { Screen } from '../components/screen';

/** Business Office. */
export function HandOffScreen() {
  return <Screen title="Business Office">{null}</Screen>;
}
