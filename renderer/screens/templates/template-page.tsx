import { Screen } from '../../components/screen';

/** Words of a letter. */
export function TemplateScreen({ type: _type }: { readonly type: string }) {
  return <Screen title="Words of a letter">{null}</Screen>;
}
