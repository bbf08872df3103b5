import { Screen } from '../../components/screen';

/** Business Office batch. */
export function TransmittalScreen({ id: _id }: { readonly id: string }) {
  return <Screen title="Business Office batch">{null}</Screen>;
}
