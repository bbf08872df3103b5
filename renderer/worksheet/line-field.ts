import type { FieldName } from '../forms/entry-state';

const byRule: Readonly<Record<string, FieldName>> = {
  'no-notice': 'kind',
  'notice-ineffective': 'kind',
  'notice-spoken': 'kind',
  'notice-incomplete': 'documents',
  'notice-counts': 'kind',
  'effective-received': 'received',
  'effective-postmarked': 'postmarked',
  'date-only': 'receivedAt',
  'within-office-hours': 'receivedAt',
  'moved-to-opening': 'receivedAt',
  'federal-awaited': 'federal',
  'federal-figure': 'federal',
  'no-exception': 'petitionKind',
  'petition-late': 'petitionReceived',
  'petition-in-time': 'petitionReceived',
  'petition-granted': 'petitionKind',
  'petition-needed': 'petitionReason',
  'petition-complete': 'petitionReason',
  'percent-of-collected': 'paid',
  'due-cancelled': 'paid',
  settlement: 'paid',
};

const nearby: Readonly<Partial<Record<FieldName, FieldName>>> = {
  postmarked: 'received',
  receivedAt: 'received',
  fee: 'paid',
  paidOn: 'paid',
  petitionKind: 'petitionReason',
  track: 'courseId',
  identity: 'documents',
  studentId: 'courseId',
};

/** The place of the line that speaks of a field, or of the one next to it; -1 where none does. */
export function lineOfField(lines: readonly { readonly rule: string }[], field: FieldName): number {
  const own = lines.findIndex((line) => fieldOfRule(line.rule) === field);
  const other = nearby[field];
  return own !== -1 || other === undefined ? own : lines.findIndex((line) => fieldOfRule(line.rule) === other);
}

/** The field that a worksheet line came from: Enter on the line goes there, F1 in the field opens the line. Lines about the course come from it. */
export function fieldOfRule(rule: string): FieldName {
  return byRule[rule] ?? 'courseId';
}
