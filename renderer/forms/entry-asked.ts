import { askedOf, type Asked } from '../../shared/policy/asked';
import type { CompiledPack } from '../../shared/policy/compile';
import { packFor } from '../../shared/policy/evaluate';
import { newestOf } from '../../shared/policy/in-force';
import type { Track } from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import { courseOnlyFacts, enrolledFacts } from '../../shared/register/facts';
import type { Office, Term } from '../../shared/register/office';

/** The policy of a form and what it asks of it; `asked` is null while no course is chosen. */
export type EntryPolicy = { readonly pack: CompiledPack; readonly asked: Asked | null };

/** The policy that decides a form: the course's, or the office's own while none is chosen; null where the app has no such policy. */
export function entryPolicy(
  course: Course | null,
  term: Term | null,
  office: Office,
  student: { readonly federalAid: boolean; readonly track: Track | null },
  packs: readonly CompiledPack[],
): EntryPolicy | null {
  if (course === null) {
    const own = newestOf(packs).find((p) => p.id === office.policy);
    return own === undefined ? null : { pack: own, asked: null };
  }
  const pack = packFor(courseOnlyFacts(course, term, office), packs);
  return pack === null ? null : { pack, asked: askedOf(pack, enrolledFacts(course, term, office, student)) };
}
