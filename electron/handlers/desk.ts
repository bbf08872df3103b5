import type { CallName } from '../../shared/contract';
import { fail, ok } from '../../shared/result';
import type { DeskHandlers } from './context';
import { publicHolidays } from './holidays';

/** The calls that can be made with no register open. */
export type DeskCall = Extract<CallName, `app.${string}` | `register.${string}` | 'calendar.holidays'>;

/** Calls about the app and the register as a whole. The system's dialogs choose folders and files; the window never names a path. */
export const deskHandlers: DeskHandlers<DeskCall> = {
  'app.status': (_, { desk }) => ok(desk.status()),
  'app.quit': (_, { desktop }) => {
    desktop.quit();
    return ok({});
  },
  'app.clock': (_, { desktop, open }) =>
    ok(open?.local() ?? desktop.local(Intl.DateTimeFormat().resolvedOptions().timeZone)),
  'register.place': (_, { desk }) => ok(desk.place()),
  'register.choosePlace': async (_, { desk, desktop }) => {
    const folder = await desktop.chooseFolder();
    return ok(folder === null ? desk.place() : desk.choosePlace(folder));
  },
  'register.create': (input, { desk }) => desk.create(input),
  'register.openSample': (_, { desk }) => desk.openSample(),
  'register.closeSample': (_, { desk }) => desk.closeSample(),
  'register.openOther': async (_, { desk, desktop }) => {
    const folder = await desktop.chooseFolder();
    return folder === null ? fail({ kind: 'cancelled' }) : desk.openOther(folder);
  },
  'register.retry': (_, { desk }) => desk.retry(),
  'register.saveCopy': (_, { desk }) => desk.saveCopy(),
  'register.backUp': (_, { desk }) => desk.backUp(),
  'register.backups': (_, { desk }) => desk.backups(),
  'register.restore': ({ name }, { desk }) => desk.restore(name),
  'register.verify': (_, { desk }) => desk.verify(),
  'calendar.holidays': async ({ state, year }) => ok(await publicHolidays(state, year)),
};
