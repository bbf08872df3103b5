import { Screen } from '../components/screen';

/** Check a letter’s arithmetic. */
export function ArithmeticScreen() {
  return <Screen title="Check a letter’s arithmetic">{null}</Screen>;
}
