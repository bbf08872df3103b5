import { packFor } from '../../shared/policy/evaluate';
import { shippedPacks } from '../../shared/policy/packs/index';
import type { Words } from '../../shared/policy/words';
import type { Course } from '../../shared/register/course';
import { courseOnlyFacts } from '../../shared/register/facts';
import { residenceOf, type RegistrationRules } from '../../shared/register/registration';
import { listName, type Student } from '../../shared/register/student';
import type { OpenContext } from './context';

/** What the policy of a course, in the version in force for it, asks of registrations; null where it asks for nothing. */
export function rulesOf(course: Course, { register, office }: OpenContext): RegistrationRules | null {
  const pack = packFor(courseOnlyFacts(course, register.office.term(course.termId), office()), shippedPacks);
  return pack?.pack.features?.registration ?? null;
}

/** A policy's sentence with the clause it stands on. */
export function cited({ says, clause }: { readonly says: Words; readonly clause: string }): string {
  return `${says.en} (${clause})`;
}

/** Why somebody cannot be enrolled in a course for where they live; null where nothing stands in the way. */
export function residenceRefusal(student: Student, course: Course, context: OpenContext): string | null {
  const rules = rulesOf(course, context);
  if (rules?.residence === undefined) return null;
  const residence = residenceOf(student.address, rules);
  return residence.kind === 'barred'
    ? `${listName(student)} lives in ${residence.place}. ${cited(rules.residence)}`
    : null;
}
