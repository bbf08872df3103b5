import { parentPort, workerData } from 'node:worker_threads';
import { createClock, startingAt } from './clock';
import { createDesk } from './desk';
import type { DeskSetting, ErrandName, Errands, FromDesk, ToDesk } from './desk-messages';
import type { Desktop } from './desktop';
import { traceOf } from './log';
import { newPageUrl } from './pages';

// The desk on a thread of its own: the register is read, written and checked here, and never keeps the window waiting. What only
// Electron can do (dialogs, paper) it asks of main. It lives as long as the app, and is told when to close.

const port = parentPort;
if (port === null) throw new Error('the desk has to be started as a thread');
const tell = (message: FromDesk): void => port.postMessage(message);

const setting = workerData as DeskSetting;
const { startsAt, ...places } = setting;
let lastErrand = 0;
const errands = new Map<number, { readonly done: (value: unknown) => void; readonly undone: (error: Error) => void }>();

/** One errand that main does for the desk; it fails with main's own words. */
function errand<N extends ErrandName>(name: N): Errands[N] {
  const ask = (...said: unknown[]): Promise<unknown> =>
    new Promise((done, undone) => {
      const id = (lastErrand += 1);
      errands.set(id, { done, undone });
      tell({ kind: 'errand', id, name, said });
    });
  return ask as Errands[N];
}

const desktop: Desktop = {
  ...places,
  ...(startsAt === null ? createClock(() => Date.now()) : startingAt(startsAt)),
  chooseFolder: errand('chooseFolder'),
  saveAs: errand('saveAs'),
  saveCopyOf: errand('saveCopyOf'),
  pdf: errand('pdf'),
  print: errand('print'),
  show(page) {
    const url = newPageUrl();
    tell({ kind: 'show', url, page });
    return url;
  },
  emit: (name, data) => tell({ kind: 'tell', name, data } as FromDesk),
  quit: () => tell({ kind: 'quit' }),
};

const desk = createDesk(desktop, (reference, call, error) =>
  tell({ kind: 'log', event: `bug ${reference} in ${call}`, trace: traceOf(error) }),
);
const opened = desk
  .open()
  .catch((error: unknown) => tell({ kind: 'log', event: 'register not opened', trace: traceOf(error) }));

port.on('message', (message: ToDesk) => {
  void hear(message);
});

async function hear(message: ToDesk): Promise<void> {
  switch (message.kind) {
    case 'call':
      await opened;
      return tell({ kind: 'answer', id: message.id, result: await desk.route(message.name, message.input) });
    case 'done':
      errands.get(message.id)?.done(message.value);
      errands.delete(message.id);
      return;
    case 'undone':
      // The code stays with it: the desk tells a full disk from a broken one by that.
      errands.get(message.id)?.undone(Object.assign(new Error(message.message), { code: message.code ?? undefined }));
      errands.delete(message.id);
      return;
    case 'close':
      await opened;
      await desk
        .close()
        .catch((error: unknown) => tell({ kind: 'log', event: 'register not closed', trace: traceOf(error) }));
      return tell({ kind: 'closed' });
  }
}
