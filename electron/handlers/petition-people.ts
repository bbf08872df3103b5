import type { EntryKind, Entry } from '../../shared/register/entry';
import { allowed } from '../../shared/register/permissions';
import type { OpenContext } from './context';
import type { Found } from './petition-found';

const keyed: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'case.received',
  'case.held',
  'case.completed',
  'case.corrected',
]);
const asked: ReadonlySet<EntryKind> = new Set<EntryKind>(['petition.received', 'petition.corrected']);

/**
 * Why the person who asks may not decide a petition; null where they may. It takes somebody with that permission who keyed neither the form
 * nor the petition and did not make the determination; of an appeal neither the one it is against, nor any earlier petition’s decision.
 */
export function whyNotDecide({ id, petition, folded }: Found, { register, session }: OpenContext): string | null {
  const { account, role } = session();
  if (!allowed[role].includes('decide')) return 'A supervisor decides petitions and appeals.';
  const mine = (entries: readonly Entry[], kinds: ReadonlySet<EntryKind>): boolean =>
    entries.some((e) => !e.undone && e.person === account && kinds.has(e.kind));
  const another = 'Another supervisor decides it.';
  if (mine(register.entries('case', petition.caseId), keyed)) return `You keyed the form. ${another}`;
  if (mine(register.entries('petition', id), asked)) return `You keyed the petition. ${another}`;
  const decided = petition.petition.kind === 'appeal' ? petition.againstSeq : folded.present?.seq;
  const against = folded.determinations.find((d) => d.seq === decided);
  if (against?.person === account) {
    return petition.petition.kind === 'appeal'
      ? `You made the determination that the appeal is against. ${another}`
      : `You made the determination. ${another}`;
  }
  if (petition.petition.kind !== 'appeal') return null;
  const before = register.petitions
    .foldedOfCase(petition.caseId)
    .find((p) => p.id !== id && p.decision?.person === account && p.decision.verdict !== 'late');
  return before === undefined ? null : `You decided ${before.number}. ${another}`;
}
