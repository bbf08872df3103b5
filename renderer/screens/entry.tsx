import { Screen } from '../components/screen';

/** A drop form as it came. */
export function EntryScreen({ caseId }: { readonly caseId: string | null }) {
  return (
    <Screen title="New drop form">
      <p>{caseId ?? 'Start with the student.'}</p>
    </Screen>
  );
}
