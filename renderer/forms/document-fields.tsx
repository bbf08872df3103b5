import type { DayContext } from '../../shared/typed/day';
import { CheckGroup } from '../components/check-group';
import { DateEntry } from '../components/date-entry';
import type { Lines } from './entry-reading';
import type { DocumentText } from './entry-texts';

/** A kind of document that may be there, with its name. */
export type DocumentKind = { readonly kind: string; readonly words: string };

type DocumentFieldsProps = {
  readonly label: string;
  readonly kinds: readonly DocumentKind[];
  readonly documents: readonly DocumentText[];
  readonly onDocuments: (documents: readonly DocumentText[]) => void;
  readonly context: DayContext;
  readonly problems: Lines;
  readonly hint?: string | undefined;
};

/** Which papers came, with the notice or on a day of their own. */
export function DocumentFields(props: DocumentFieldsProps) {
  const { label, kinds, documents, onDocuments, context, problems, hint } = props;
  const put = (kind: string, received: string) =>
    onDocuments(documents.map((d) => (d.kind === kind ? { kind, received } : d)));
  return (
    <>
      <CheckGroup
        label={label}
        hint={hint}
        checks={kinds.map(({ kind, words }) => ({
          name: `documents-${kind}`,
          words,
          checked: documents.some((d) => d.kind === kind),
          onCheck: (on) =>
            onDocuments(on ? [...documents, { kind, received: '' }] : documents.filter((d) => d.kind !== kind)),
        }))}
      />
      {kinds.map(({ kind, words }) => {
        const document = documents.find((d) => d.kind === kind);
        return document === undefined ? null : (
          <DateEntry
            key={kind}
            name={`document-${kind}`}
            label="Came on"
            heard={words}
            text={document.received}
            onText={(received) => put(kind, received)}
            context={context}
            problem={problems[`document-${kind}`]}
            hint={document.received === '' ? `Empty means the ${words} came with the notice.` : undefined}
          />
        );
      })}
    </>
  );
}
