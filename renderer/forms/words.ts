import type { Channel, NoticeKind, Petition } from '../../shared/register/case';

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

/** The papers that may come enclosed with a notice, in the clerks' words. */
export const documentWords = {
  'drop-form': 'Drop form',
  'add-drop-form': 'Add/Drop form',
  'fee-bill-receipt': 'Fee bill receipt',
  evidence: 'Evidence',
} as const;
