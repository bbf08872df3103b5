import { documentKindsOf } from '../../shared/policy/asked';
import type { Course } from '../../shared/register/course';
import type { DayContext } from '../../shared/typed/day';
import { CheckGroup } from '../components/check-group';
import { MoneyField } from '../components/money-field';
import { DocumentFields } from './document-fields';
import type { EntryRead, Lines } from './entry-reading';
import type { FieldName } from './entry-state';
import type { DocumentText, EntryTexts } from './entry-texts';
import { TrackField, UnenrolFields } from './unenrol-fields';
import { documentTitle, identityWords, otherPaper } from './words';

type PolicyFieldsProps = {
  readonly read: EntryRead;
  readonly course: Course | null;
  readonly texts: EntryTexts;
  readonly onTexts: (texts: Partial<EntryTexts>, field: FieldName) => void;
  readonly today: string;
  readonly problems: Lines;
};

const identityNames = Object.keys(identityWords) as (keyof typeof identityWords)[];

/** The fields that only some policies ask for, each shown where the policy of the chosen course asks for it. */
export function PolicyFields({ read, course, texts, onTexts, today, problems }: PolicyFieldsProps) {
  const asked = read.policy?.asked ?? null;
  if (asked === null || course === null) return null;
  const { track } = read.form;
  return (
    <>
      {asked.track && <TrackField track={track} onTrack={(chosen) => onTexts({ track: chosen }, 'track')} />}
      {asked.identity !== null && (
        <CheckGroup
          label="It states"
          hint={`What is not ticked is asked for, and the case waits (${asked.identity}).`}
          checks={identityNames.map((name) => ({
            name: `identity-${name}`,
            words: identityWords[name],
            checked: texts.identity[name],
            onCheck: (given) => onTexts({ identity: { ...texts.identity, [name]: given } }, 'identity'),
          }))}
        />
      )}
      {asked.unenrollment !== null && texts.petition?.kind !== 'reinstatement' && (
        <UnenrolFields
          unenrollment={asked.unenrollment}
          track={track}
          enrollmentDeadline={course.enrollmentDeadline}
          today={today}
          texts={texts}
          onTexts={onTexts}
          problem={problems['confirmed']}
        />
      )}
      {asked.federal !== null && (
        <MoneyField
          label="Federal figure"
          name="federal"
          text={texts.federal}
          onText={(federal) => onTexts({ federal }, 'federal')}
          problem={problems['federal']}
          hint={
            texts.federal === ''
              ? `This student has federal aid (${asked.federal}). Empty while the worksheet is awaited: the case is saved and waits.`
              : `What the federal worksheet comes to (${asked.federal}).`
          }
        />
      )}
    </>
  );
}

type DocumentsProps = Omit<PolicyFieldsProps, 'course' | 'today'> & { readonly context: DayContext };

/** The documents that the policy wants beside the notice itself, each with its own receipt. */
export function RequiredDocuments({ read, texts, onTexts, context, problems }: DocumentsProps) {
  const required = requiredOf(read, texts);
  if (required.length === 0) return null;
  return (
    <DocumentFields
      label="With it"
      kinds={required.map((kind) => ({ kind, words: documentTitle(kind, read.policy?.pack.pack ?? null) }))}
      documents={texts.documents}
      onDocuments={(documents) => onTexts({ documents }, 'documents')}
      context={context}
      problems={problems}
      hint="The policy asks for it: the drop counts from the day on which the last of them came."
    />
  );
}

/** The other papers that came with the notice: those of the policy's forms, and any other. */
export function EnclosedDocuments({ read, texts, onTexts, context, problems }: DocumentsProps) {
  if (enclosedOf(read, texts).length === 0) return null;
  const pack = read.policy?.pack.pack ?? null;
  const required = requiredOf(read, texts);
  const kinds = new Set([
    ...(pack === null ? [] : documentKindsOf(pack)),
    ...texts.documents.map((d) => d.kind),
    otherPaper,
  ]);
  return (
    <DocumentFields
      label="Documents"
      kinds={[...kinds]
        .filter((kind) => kind !== texts.kind && !required.includes(kind))
        .map((kind) => ({ kind, words: documentTitle(kind, pack) }))}
      documents={texts.documents}
      onDocuments={(documents) => onTexts({ documents }, 'documents')}
      context={context}
      problems={problems}
    />
  );
}

/** The documents on the form that the policy does not ask for by itself. */
export function enclosedOf(read: EntryRead, texts: EntryTexts): readonly DocumentText[] {
  const required = requiredOf(read, texts);
  return texts.documents.filter((d) => !required.includes(d.kind));
}

/** The documents of the form with other papers among them, or with none but those that the policy asks for. */
export function withEnclosed(read: EntryRead, texts: EntryTexts, on: boolean): readonly DocumentText[] {
  if (on) return [...texts.documents, { kind: otherPaper, received: '' }];
  const enclosed = enclosedOf(read, texts);
  return texts.documents.filter((d) => !enclosed.includes(d));
}

function requiredOf(read: EntryRead, texts: EntryTexts): readonly string[] {
  return (read.policy?.asked?.documents ?? []).filter((kind) => kind !== texts.kind);
}
