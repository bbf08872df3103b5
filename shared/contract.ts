import type { z } from 'zod';
import { approvalCalls } from './contract/approvals';
import { arithmeticCalls } from './contract/arithmetic';
import { caseCalls } from './contract/cases';
import { groupCalls } from './contract/groups';
import { deadlineCalls } from './contract/deadlines';
import { historyCalls } from './contract/history';
import { letterCalls } from './contract/letters';
import { peopleCalls } from './contract/people';
import { petitionCalls } from './contract/petitions';
import { policyCalls } from './contract/policies';
import { printingCalls } from './contract/printing';
import { privacyCalls } from './contract/privacy';
import { registerCalls, type Status } from './contract/register';
import { reportCalls } from './contract/reports';
import { rosterCalls } from './contract/roster';
import { templateCalls } from './contract/templates';
import { todayCalls } from './contract/today';
import { paymentCalls } from './contract/payments';
import { transmittalCalls } from './contract/transmittals';
import type { Result } from './result';

/** Every call between the processes: its name, what it takes, what it gives. The renderer has no other way to anything. */
export const contract = {
  ...registerCalls,
  ...rosterCalls,
  ...groupCalls,
  ...caseCalls,
  ...deadlineCalls,
  ...letterCalls,
  ...policyCalls,
  ...peopleCalls,
  ...petitionCalls,
  ...approvalCalls,
  ...historyCalls,
  ...privacyCalls,
  ...todayCalls,
  ...templateCalls,
  ...printingCalls,
  ...transmittalCalls,
  ...paymentCalls,
  ...reportCalls,
  ...arithmeticCalls,
};

export type CallName = keyof typeof contract;
export type Input<N extends CallName> = z.infer<(typeof contract)[N]['input']>;
export type Output<N extends CallName> = z.infer<(typeof contract)[N]['output']>;

/** What main tells the window without being asked: a menu command, the register's status, how far a long task is. */
export type Events = {
  readonly command: string;
  readonly status: Status;
  readonly progress: { readonly task: string; readonly done: number; readonly total: number };
};
export type EventName = keyof Events;

/** The window's bridge, `window.desk`: all that the renderer has of the world outside it. `subscribe` gives the function that stops it. */
export type Bridge = {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  subscribe<N extends EventName>(name: N, listener: (data: Events[N]) => void): () => void;
};
