import { Screen } from '../../components/screen';

/** Payments. */
export function PaymentsScreen({ id: _id }: { readonly id: string }) {
  return <Screen title="Payments">{null}</Screen>;
}
