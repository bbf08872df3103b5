import { outcomes } from '../../../shared/policy/determination';
import type { FieldShape } from './shape';

/** Meetings written short, as a worked case has them. */
export const weeklyFields: readonly FieldShape[] = [
  { key: 'first', shape: { kind: 'day' }, need: 'required' },
  { key: 'count', shape: { kind: 'number', whole: true }, need: 'required' },
  { key: 'from', shape: { kind: 'text' }, need: 'optional' },
  { key: 'to', shape: { kind: 'text' }, need: 'optional' },
  {
    key: 'days',
    shape: { kind: 'several', values: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
    need: 'optional',
  },
];

/** What a worked case says of itself before its facts. */
export const caseHeadFields: readonly FieldShape[] = [
  { key: 'id', shape: { kind: 'text' }, need: 'required' },
  { key: 'clause', shape: { kind: 'clause' }, need: 'required' },
  { key: 'why', shape: { kind: 'text' }, need: 'required' },
];

/** What a worked case may expect of the determination; what is left empty is not compared. */
export const expectFields: readonly FieldShape[] = [
  { key: 'outcome', shape: { kind: 'choice', values: outcomes }, need: 'optional' },
  { key: 'percent', shape: { kind: 'number', whole: false }, need: 'optional' },
  { key: 'refund', shape: { kind: 'money' }, need: 'optional' },
  { key: 'withheld', shape: { kind: 'money' }, need: 'optional' },
  { key: 'clause', shape: { kind: 'clause' }, need: 'optional' },
];
