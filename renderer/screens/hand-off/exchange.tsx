import { Screen } from '../../components/screen';

/** Columns for the Business Office. */
export function ExchangeScreen() {
  return <Screen title="Columns for the Business Office">{null}</Screen>;
}
