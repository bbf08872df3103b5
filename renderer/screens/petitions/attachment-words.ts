import type { AttachmentKind } from '../../../shared/register/petition';

/** The clerks’ words for what an attachment shows. */
export const attachmentWords: Readonly<Record<AttachmentKind, string>> = {
  form: 'Drop form',
  envelope: 'Envelope with its postmark',
  petition: 'Petition or appeal',
  letter: 'Letter',
  evidence: 'Evidence',
};
