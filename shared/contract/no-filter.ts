import type { CaseFilter } from './cases';

/** A filter of cases that narrows nothing. It stands apart from its schema: the first screen needs it and no schema. */
export const noFilter: CaseFilter = {
  text: '',
  state: null,
  outcome: null,
  termId: null,
  courseId: null,
  studentId: null,
  batchId: null,
  receivedFrom: null,
  receivedTo: null,
  overdueOn: null,
};
