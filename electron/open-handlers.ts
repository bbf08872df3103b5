import type { CallName } from '../shared/contract';
import type { letterCalls } from '../shared/contract/letters';
import { caseHandlers } from './handlers/cases';
import type { OpenHandlers } from './handlers/context';
import type { DeskCall } from './handlers/desk';
import { deadlineHandlers } from './handlers/deadlines';
import { historyHandlers } from './handlers/history';
import { officeHandlers } from './handlers/office';
import { approvalHandlers } from './handlers/approvals';
import { attachmentHandlers } from './handlers/attachments';
import { noticeHandlers } from './handlers/notices';
import { personHandlers } from './handlers/people';
import { petitionHandlers } from './handlers/petitions';
import { privacyHandlers } from './handlers/privacy';
import { rulesHandlers } from './handlers/rules';
import { sessionHandlers } from './handlers/sessions';
import { retentionHandlers } from './handlers/retention';
import { rosterHandlers } from './handlers/roster';
import { todayHandlers } from './handlers/today';
import { trailHandlers } from './handlers/trail';
import type { PolicyCall } from './policy-handlers';

/** The calls about letters and papers. */
export type PrintedCall = keyof typeof letterCalls;

/** Every other call about the records of an open register, with its handler: a call that the contract names and nobody answers does not compile. */
export const openHandlers: OpenHandlers<Exclude<CallName, DeskCall | PrintedCall | PolicyCall>> = {
  ...officeHandlers,
  ...rosterHandlers,
  ...caseHandlers,
  ...deadlineHandlers,
  ...historyHandlers,
  ...personHandlers,
  ...sessionHandlers,
  ...rulesHandlers,
  ...petitionHandlers,
  ...noticeHandlers,
  ...attachmentHandlers,
  ...approvalHandlers,
  ...trailHandlers,
  ...privacyHandlers,
  ...retentionHandlers,
  ...todayHandlers,
};
