import type { Request, Write } from '../../db/actions';
import type { Register } from '../../db/register';
import type { CallName, Input, Output } from '../../shared/contract';
import type { Status } from '../../shared/contract/register';
import type { Failure } from '../../shared/errors';
import type { Office } from '../../shared/register/office';
import type { Session } from '../../shared/register/person';
import type { Result } from '../../shared/result';
import type { Desktop } from '../desktop';
import type { Turn } from '../turn';

/** What a call about the records of the open register has at hand. */
export type OpenContext = {
  readonly desktop: Desktop;
  readonly register: Register;
  /** Whose turn it is; only calls about people begin and end one. */
  readonly turn: Turn;
  /** Tells the window whose turn it is, once that has changed. */
  readonly tell: () => void;
  /** Who makes the call, to its end, even where the desk is locked meanwhile. */
  readonly session: () => Session;
  /** The office as it is now. */
  readonly office: () => Office;
  /** The office's own day and time, `YYYY-MM-DD` and `HH:MM`. */
  readonly local: () => { readonly day: string; readonly time: string };
  /**
   * Carries out an action in one transaction, once for each request id, then reads back what is to be shown. `work` may refuse by giving
   * a failure: then nothing is kept. `show` reads from the tables after the commit, so that what the screen shows is what was kept; it is
   * also all that runs when the same request comes again.
   */
  readonly act: <T>(
    call: CallName,
    input: { readonly requestId: string },
    work: (write: Write) => Result<unknown>,
    show: (touched: readonly { readonly subject: string; readonly subjectId: string }[]) => Result<T>,
  ) => Result<T>;
  /** The request by which an action is known, where a handler undoes or redoes. */
  readonly request: (call: CallName, input: { readonly requestId: string }) => Request;
};

/** What a call about the app and the register as a whole has at hand, whether or not one is open. */
export type DeskContext = {
  readonly desktop: Desktop;
  /** The open register with what its calls need; null where none is open. */
  readonly open: OpenContext | null;
  readonly desk: DeskControl;
};

/** What the desk can do with registers; each gives the status afterwards. */
export type DeskControl = {
  readonly status: () => Status;
  /** The folder in which a new register would lie. */
  readonly place: () => { readonly path: string; readonly refusal: Failure | null };
  readonly choosePlace: (folder: string) => { readonly path: string; readonly refusal: Failure | null };
  readonly create: (input: Input<'register.create'>) => Promise<Result<Status>>;
  readonly openSample: () => Promise<Result<Status>>;
  readonly closeSample: () => Promise<Result<Status>>;
  readonly openOther: (folder: string) => Promise<Result<Status>>;
  readonly retry: () => Promise<Result<Status>>;
  readonly restore: (name: string) => Promise<Result<Status>>;
  readonly backUp: () => Promise<Result<Output<'register.backUp'>>>;
  readonly backups: () => Result<Output<'register.backups'>>;
  readonly saveCopy: () => Promise<Result<Output<'register.saveCopy'>>>;
  readonly verify: () => Promise<Result<Output<'register.verify'>>>;
};

type Answer<N extends CallName> = Result<Output<N>> | Promise<Result<Output<N>>>;

/** Handlers of calls that need an open register: the input is checked before, the failure where none is open is given for them. */
export type OpenHandlers<N extends CallName> = {
  readonly [K in N]: (input: Input<K>, context: OpenContext) => Answer<K>;
};

/** Handlers of calls that can be made with no register open. */
export type DeskHandlers<N extends CallName> = {
  readonly [K in N]: (input: Input<K>, context: DeskContext) => Answer<K>;
};
