import { Screen } from '../components/screen';

/** One letter as it will print: of a case as it would be made now, or an archived one. */
export function LetterScreen({
  caseId,
  letterId,
}: {
  readonly caseId: string | null;
  readonly letterId: string | null;
}) {
  return (
    <Screen title="Letter">
      <p>{caseId ?? letterId}</p>
    </Screen>
  );
}
