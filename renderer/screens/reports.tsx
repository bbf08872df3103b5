import { Screen } from '../components/screen';

/** Reports. */
export function ReportsScreen() {
  return <Screen title="Reports">{null}</Screen>;
}
