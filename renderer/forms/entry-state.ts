import type { Batch } from '../../shared/contract/rows';
import type { Course } from '../../shared/register/course';
import type { Term } from '../../shared/register/office';
import type { Student } from '../../shared/register/student';
import { showDay } from '../../shared/typed/day';
import { emptyTexts, type EntryTexts } from './entry-texts';

/** The fields of the entry form by the names that problems, pins and worksheet lines use, in the order of the paper. */
export const fieldNames = [
  'channel',
  'kind',
  'studentId',
  'courseId',
  'postmarked',
  'received',
  'receivedAt',
  'fee',
  'paid',
  'paidOn',
  'payer',
  'payerName',
  'track',
  'choice',
  'confirmed',
  'identity',
  'federal',
  'reason',
  'signed',
  'documents',
  'petitionKind',
  'petitionReceived',
  'petitionReason',
  'written',
  'note',
  'why',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Whether a text names a field of the entry form. */
export function isFieldName(text: string | undefined): text is FieldName {
  return (fieldNames as readonly (string | undefined)[]).includes(text);
}

/** The field of a form that a control belongs to: a document's own receipt and each tick of the identity are parts of theirs. */
export function fieldOfControl(name: string | undefined): FieldName | null {
  if (name?.startsWith('document') === true) return 'documents';
  if (name?.startsWith('identity') === true) return 'identity';
  return isFieldName(name) ? name : null;
}

/** The entry form as it stands: the texts, the records chosen, and which fields came from the record before. */
export type EntryState = {
  readonly texts: EntryTexts;
  readonly student: Student | null;
  readonly course: Course | null;
  readonly term: Term | null;
  readonly carried: ReadonlySet<FieldName>;
};

/** The fields that can be pinned, so that they go on from record to record. */
export const pinnable: readonly FieldName[] = [
  'channel',
  'kind',
  'courseId',
  'postmarked',
  'received',
  'receivedAt',
  'reason',
];

/** An empty form. */
export const emptyState: EntryState = {
  texts: emptyTexts,
  student: null,
  course: null,
  term: null,
  carried: new Set(),
};

/** One field of a form put into another: for carrying on, for copying from the record before, for reverting. */
export function withField(into: EntryState, field: FieldName, from: EntryState): EntryState {
  const texts = (part: Partial<EntryTexts>): EntryState => ({ ...into, texts: { ...into.texts, ...part } });
  switch (field) {
    case 'studentId':
      return { ...texts({ student: from.texts.student }), student: from.student };
    case 'courseId':
      return { ...texts({ course: from.texts.course }), course: from.course, term: from.term };
    case 'postmarked':
      return texts({ postmarked: from.texts.postmarked, postmarkIllegible: from.texts.postmarkIllegible });
    case 'fee':
    case 'paid':
    case 'paidOn':
    case 'payer':
    case 'payerName':
      return texts({ enrolment: { ...into.texts.enrolment, [field]: from.texts.enrolment[field] } });
    case 'petitionKind':
    case 'petitionReceived':
    case 'petitionReason':
      return texts({ petition: from.texts.petition });
    case 'channel':
    case 'kind':
    case 'received':
    case 'receivedAt':
    case 'reason':
    case 'signed':
    case 'documents':
    case 'track':
    case 'choice':
    case 'confirmed':
    case 'identity':
    case 'federal':
    case 'written':
    case 'note':
    case 'why':
      return texts({ [field]: from.texts[field] });
  }
}

/** The next form of a stack: what is pinned comes from the record before, channel and receipt date from the batch. */
export function nextState(previous: EntryState | null, pins: ReadonlySet<FieldName>, batch: Batch | null): EntryState {
  let state = emptyState;
  const carried = new Set<FieldName>();
  for (const field of pinnable) {
    if (previous === null || !pins.has(field)) continue;
    state = withField(state, field, previous);
    if (hasText(state, field)) carried.add(field);
  }
  if (batch === null) return { ...state, carried };
  carried.add('channel').add('received');
  return { ...state, carried, texts: { ...state.texts, channel: batch.channel, received: showDay(batch.received) } };
}

/** The form in hand when a batch begins: one that was typed into keeps all but channel and receipt date. */
export function inBatch(
  now: EntryState,
  previous: EntryState | null,
  pins: ReadonlySet<FieldName>,
  batch: Batch,
): EntryState {
  const next = nextState(previous, pins, batch);
  if (!isTouched(now)) return next;
  const carried = new Set(now.carried).add('channel').add('received');
  return { ...withField(withField(now, 'channel', next), 'received', next), carried };
}

/** Whether a field has anything in it. */
export function hasText({ texts, student, course }: EntryState, field: FieldName): boolean {
  switch (field) {
    case 'studentId':
      return student !== null || texts.student.trim() !== '';
    case 'courseId':
      return course !== null || texts.course.trim() !== '';
    case 'postmarked':
      return texts.postmarked !== '' || texts.postmarkIllegible;
    case 'fee':
    case 'paid':
    case 'paidOn':
    case 'payer':
    case 'payerName':
      return texts.enrolment[field] !== emptyTexts.enrolment[field];
    case 'petitionKind':
    case 'petitionReceived':
    case 'petitionReason':
      return texts.petition !== null;
    case 'documents':
      return texts.documents.length > 0;
    case 'channel':
    case 'kind':
    case 'received':
    case 'receivedAt':
    case 'reason':
    case 'signed':
    case 'track':
    case 'choice':
    case 'confirmed':
    case 'federal':
    case 'written':
    case 'note':
    case 'why':
      return texts[field] !== emptyTexts[field];
    case 'identity':
      return Object.values(texts.identity).some((given) => given);
  }
}

/** Whether anything was typed that the record before did not bring. */
export function isTouched(state: EntryState): boolean {
  return fieldNames.some((field) => !state.carried.has(field) && hasText(state, field));
}

/** Where the cursor starts: the first field that the clerk must fill and that was not carried. */
export function firstField(state: EntryState): FieldName {
  const order: readonly FieldName[] = [
    'channel',
    'studentId',
    'courseId',
    ...(state.texts.channel === 'mail' ? (['postmarked'] as const) : []),
    'received',
    'reason',
  ];
  return order.find((field) => !hasText(state, field)) ?? 'studentId';
}
