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
  'petition-late': 'petitionReceived',
  'petition-in-time': 'petitionReceived',
  'petition-granted': 'petitionPercent',
  'petition-needed': 'petitionReason',
  'petition-complete': 'petitionReason',
  'percent-of-collected': 'paid',
  'due-cancelled': 'paid',
  settlement: 'paid',
};

/** The field that a worksheet line came from: Enter on the line goes there, F1 in the field opens the line. Lines about the course come from it. */
export function fieldOfRule(rule: string): FieldName {
  return byRule[rule] ?? 'courseId';
}
