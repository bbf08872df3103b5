import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../shared/result';
import { built } from './built';
import type { DeskSetting, Errands, FromDesk, ToDesk } from './desk-messages';
import type { Desktop } from './desktop';
import { log } from './log';
import type { PageShelf } from './pages';

/** The desk as main has it: a thread that answers calls. */
export type DeskHere = {
  route(name: string, input: unknown): Promise<Result<unknown>>;
  /** Lets go of the register. */
  close(): Promise<void>;
};

/** What main does for the desk. */
export type ForDesk = Errands & Pick<Desktop, 'emit' | 'quit'> & { readonly shelf: PageShelf };

/** Starts the desk on its thread; calls made before it is ready wait for it. */
export function startDesk(setting: DeskSetting, main: ForDesk): DeskHere {
  const thread = new Worker(built('desk-thread.mjs'), { workerData: setting });
  const calls = new Map<number, (result: Result<unknown>) => void>();
  const tell = (message: ToDesk): void => thread.postMessage(message);
  let last = 0;
  let ended = false;
  let closed: () => void = () => undefined;

  const end = (): void => {
    ended = true;
    for (const answer of calls.values()) answer(lost());
    calls.clear();
    closed();
  };
  thread.on('message', (message: FromDesk) => {
    switch (message.kind) {
      case 'answer':
        calls.get(message.id)?.(message.result as Result<unknown>);
        calls.delete(message.id);
        return;
      case 'errand':
        return void run(main, message).then(tell);
      case 'show':
        return main.shelf.keep(message.url, message.page);
      case 'tell':
        return main.emit(message.name, message.data);
      case 'log':
        return log.told(message.event, message.trace);
      case 'quit':
        return main.quit();
      case 'closed':
        return end();
    }
  });
  thread.on('error', (error) => log.error('the desk stopped', error));
  thread.on('exit', end);

  return {
    route: (name, input) =>
      new Promise((resolve) => {
        if (ended) return resolve(lost());
        last += 1;
        calls.set(last, resolve);
        tell({ kind: 'call', id: last, name, input });
      }),
    close: () =>
      new Promise((resolve) => {
        if (ended) return resolve();
        closed = resolve;
        tell({ kind: 'close' });
      }),
  };
}

/** Does an errand, and says what became of it. */
async function run(main: Errands, { id, name, said }: FromDesk & { readonly kind: 'errand' }): Promise<ToDesk> {
  const work = main[name] as (...said: readonly unknown[]) => Promise<unknown>;
  try {
    return { kind: 'done', id, value: await work(...said) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
    return { kind: 'undone', id, message: error instanceof Error ? error.message : String(error), code };
  }
}

/** What a call is answered that nobody is there to answer any more. */
function lost(): Result<never> {
  const reference = randomBytes(4).toString('hex');
  log.told(`call without a desk ${reference}`, '');
  return fail({ kind: 'internal', reference });
}
