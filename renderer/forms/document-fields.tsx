import type { CaseForm } from '../../shared/register/case';
import { CheckGroup } from '../components/check-group';
import { documentWords } from './words';

type Documents = CaseForm['documents'];

/** Which papers came enclosed; a policy may ask for some of them. */
export function DocumentFields({
  documents,
  onDocuments,
}: {
  readonly documents: Documents;
  readonly onDocuments: (documents: Documents) => void;
}) {
  return (
    <CheckGroup
      label="Documents"
      checks={Object.entries(documentWords).map(([kind, words]) => ({
        name: `document-${kind}`,
        words,
        checked: documents.some((d) => d.kind === kind),
        onCheck: (on) =>
          onDocuments(on ? [...documents, { kind, received: null }] : documents.filter((d) => d.kind !== kind)),
      }))}
    />
  );
}
