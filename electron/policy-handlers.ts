import type { CallName } from '../shared/contract';
import type { OpenHandlers } from './handlers/context';
import { policyDraftHandlers } from './handlers/policy-drafts';
import { policyImpactHandlers } from './handlers/policy-impact';
import { policyReadHandlers } from './handlers/policy-reads';
import { policyTransferHandlers } from './handlers/policy-transfer';

/** The calls about policies. */
export type PolicyCall = Extract<CallName, `policy.${string}`>;

/** Their handlers, loaded with the first of them. */
export const policyHandlers: OpenHandlers<PolicyCall> = {
  ...policyReadHandlers,
  ...policyDraftHandlers,
  ...policyTransferHandlers,
  ...policyImpactHandlers,
};
