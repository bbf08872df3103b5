import { Screen } from '../../components/screen';

/** Opens a petition, or an appeal, on a case. */
export function OpenPetition({ caseId, appeal }: { readonly caseId: string; readonly appeal: boolean }) {
  return <Screen title={appeal ? 'New appeal' : 'New petition'}>{caseId}</Screen>;
}
