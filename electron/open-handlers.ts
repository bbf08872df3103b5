import type { CallName } from '../shared/contract';
import type { letterCalls } from '../shared/contract/letters';
import type { printingCalls } from '../shared/contract/printing';
import type { templateCalls } from '../shared/contract/templates';
import { caseHandlers } from './handlers/cases';
import type { OpenHandlers } from './handlers/context';
import type { DeskCall } from './handlers/desk';
import { deadlineHandlers } from './handlers/deadlines';
import { historyHandlers } from './handlers/history';
import { officeHandlers } from './handlers/office';
import { approvalHandlers } from './handlers/approvals';
import { arithmeticHandlers } from './handlers/arithmetic';
import { attachmentHandlers } from './handlers/attachments';
import { noticeHandlers } from './handlers/notices';
import { personHandlers } from './handlers/people';
import { petitionHandlers } from './handlers/petitions';
import { paymentHandlers } from './handlers/payments';
import { privacyHandlers } from './handlers/privacy';
import { refundOfCaseHandlers } from './handlers/refund-of-case';
import { reportHandlers } from './handlers/reports';
import { rulesHandlers } from './handlers/rules';
import { sessionHandlers } from './handlers/sessions';
import { retentionHandlers } from './handlers/retention';
import { rosterHandlers } from './handlers/roster';
import { todayHandlers } from './handlers/today';
import { trailHandlers } from './handlers/trail';
import { transmittalHandlers } from './handlers/transmittals';
import type { PolicyCall } from './policy-handlers';

/** The calls about letters, their words, papers and printers. */
export type PrintedCall = keyof typeof letterCalls | keyof typeof printingCalls | keyof typeof templateCalls;

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
  ...transmittalHandlers,
  ...paymentHandlers,
  ...refundOfCaseHandlers,
  ...reportHandlers,
  ...arithmeticHandlers,
};
