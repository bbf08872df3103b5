import { packFor } from '../../shared/policy/evaluate';
import type { Words } from '../../shared/policy/words';
import type { Course } from '../../shared/register/course';
import { courseOnlyFacts } from '../../shared/register/facts';
import { looksAfterRegistrations, residenceOf, type RegistrationRules } from '../../shared/register/registration';
import { listName, type Student } from '../../shared/register/student';
import { packsOf } from '../packs';
import type { OpenContext } from './context';

/** What the policy of a course, in the version in force for it, asks of registrations; null where it asks for nothing. */
export function rulesOf(course: Course, { register, office }: OpenContext): RegistrationRules | null {
  const pack = packFor(courseOnlyFacts(course, register.office.term(course.termId), office()), packsOf(register));
  return pack?.pack.features?.registration ?? null;
}

/** The same where the policy has registrations to look after; a rule on payments alone is none. */
export function registrationsOf(course: Course, context: OpenContext): RegistrationRules | null {
  const rules = rulesOf(course, context) ?? undefined;
  return looksAfterRegistrations(rules) ? rules : null;
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
