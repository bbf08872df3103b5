import type { LetterSource } from '../../shared/letters/source';
import type { CompiledPack } from '../../shared/policy/compile';
import type { Facts } from '../../shared/policy/facts';
import { aCourse, anEnrolment } from '../db/records';
import { office, student, term } from './samples';

/** The letter's source of some facts under a policy, made the day after what came. */
export function sourceUnder(compiled: CompiledPack, facts: Facts, other: Partial<LetterSource> = {}): LetterSource {
  const course = aCourse({
    code: 'EXT 204-02',
    policy: compiled.id,
    category: facts.course.category,
    meetings: (facts.course.meetings ?? []).map(({ date, from, to }) => ({ date, from: from ?? null, to: to ?? null })),
    starts: facts.course.starts ?? null,
    ends: facts.course.ends ?? null,
    cancelledOn: facts.course.cancelledOn ?? null,
  });
  return {
    language: 'en',
    number: 'L-000913',
    madeOn: (facts.decision?.received ?? facts.notice?.received ?? facts.course.cancelledOn ?? '2026-09-23').slice(
      0,
      10,
    ),
    caseNumber: 'RD-2027-0417',
    facts,
    determination: compiled.evaluate(facts),
    hash: 'ab12cd34ef56'.repeat(6).slice(0, 64),
    pack: compiled.pack,
    office,
    student,
    course,
    term,
    enrolment: anEnrolment(student, course),
    choice: null,
    corrects: null,
    withdrawn: false,
    petition: null,
    instead: null,
    receipt: false,
    earlier: null,
    head: { seq: 10417, mac: '3f9a0b12c3d4e5f6'.repeat(4) },
    ...other,
  };
}
