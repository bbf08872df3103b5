import { missingWords } from '../../shared/policy/explain';
import type { Pack } from '../../shared/policy/pack';
import type { Channel, Identity, NoticeKind, Petition, StudentChoice, Track } from '../../shared/register/case';

/** The clerks' words for how a notice came. */
export const channelWords: Record<Channel, string> = {
  mail: 'Mail',
  email: 'E-mail',
  counter: 'Counter',
  fax: 'Fax',
  portal: 'Portal',
  phone: 'Telephone',
};

/** The clerks' words for what the student sent. */
export const noticeWords: Record<NoticeKind, string> = {
  'drop-form': 'Drop form',
  'add-drop-form': 'Add/Drop form',
  letter: 'Letter',
  email: 'E-mail',
  fax: 'Fax',
  portal: 'Portal message',
  phone: 'Telephone call',
  'in-person': 'Said in person',
  'non-attendance': 'Stopped attending',
  'stop-payment': 'Stopped payment on a check',
  'instructor-notice': 'Told the instructor only',
};

/** The clerks' words for what a petition asks. */
export const petitionWords: Record<Petition['kind'], string> = {
  'late-drop': 'Late drop',
  retroactive: 'Retroactive refund',
  appeal: 'Appeal',
  reinstatement: 'Reinstatement',
};

/** What a petition is called by the policy; in the clerks’ words where the policy has none of its kind. */
export function petitionTitle(kind: Petition['kind'], pack: Pick<Pack, 'decisions'> | null): string {
  return pack?.decisions.find((d) => d.kind === kind)?.label.en ?? petitionWords[kind];
}

/** The kind of a paper that a student encloses and no policy asks for. */
export const otherPaper = 'evidence';

/** What a document is called: as a notice, as what the policy misses without it, or as the policy's own form. */
export function documentTitle(kind: string, pack: Pick<Pack, 'forms'> | null): string {
  if (kind in noticeWords) return noticeWords[kind as NoticeKind];
  const missed = missingWords(kind, 'en');
  const form = pack?.forms.find((f) => f.document === kind);
  if (missed === kind && form !== undefined) return form.title.en;
  const words = missed.replace(/^the /, '').replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** The clerks’ words for the tracks of a course session. */
export const trackWords: Record<Track, string> = { audit: 'Audit (free)', verified: 'Verified (paid)' };

/** The clerks’ words for what a student chooses who may leave or stay. */
export const choiceWords: Record<StudentChoice, string> = { unenroll: 'Unenroll', stay: 'Stay on the free track' };

/** What a request may say of who asks and for what. */
export const identityWords: Record<keyof Identity, string> = {
  fullName: 'Full name',
  email: 'E-mail',
  courseTitle: 'Course title',
  courseStart: 'Start date',
};
