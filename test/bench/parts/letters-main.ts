import { closeSync, openSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';
import { openRegister } from '../../../db/open';
import { newId } from '../../../db/uuid';
import type { Page } from '../../../electron/desktop';
import { letterBatchHandlers } from '../../../electron/handlers/letter-batch';
import { planLetter } from '../../../electron/handlers/letter-making';
import { pageOf } from '../../../electron/handlers/letter-pages';
import { openContext } from '../../../electron/open-context';
import { packsOf } from '../../../electron/packs';
import { createPageShelf } from '../../../electron/pages';
import { createPrinting } from '../../../electron/print';
import { declareScheme } from '../../../electron/scheme';
import { createTurn } from '../../../electron/turn';
import { noFilter } from '../../../shared/contract/no-filter';
import { evaluate } from '../../../shared/policy/evaluate';
import type { Facts } from '../../../shared/policy/facts';
import { desktopHere } from './desk-here';

// The app's own making of letters in a real Electron, without the screens around it: the letters of a register's cases to one PDF for
// printing (`job`), or each kept as its own tagged PDF (`archive`). Says how long it took and which of it main worked.

const given = (name: string): string => process.env[name] ?? '';
const folder = given('BENCH_FOLDER');
const many = Number(given('BENCH_LETTERS'));

declareScheme();
app.on('window-all-closed', () => undefined);
app
  .whenReady()
  .then(run)
  .then(
    () => app.exit(0),
    (error: unknown) => {
      console.error(error);
      app.exit(1);
    },
  );

async function run(): Promise<void> {
  const shelf = createPageShelf(40);
  const printing = createPrinting(
    () => BrowserWindow.getAllWindows()[0] ?? null,
    shelf,
    () => null,
  );
  const desktop = { ...desktopHere(folder), ...printing };
  const opened = await openRegister(desktop.registerFolder, desktop.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const register = opened.value;
  const caller = { id: newId(0), account: 'bench', name: 'Bench', role: 'supervisor' } as const;
  const context = openContext({ desktop, register, turn: createTurn(caller), caller, tell: () => undefined });
  const cases: string[] = [];
  const { day: today } = context.local();
  for (let offset = 0; cases.length < many; offset += 500) {
    const { rows } = register.cases.list({
      filter: noFilter,
      sort: 'number',
      descending: false,
      offset,
      limit: 500,
      today,
    });
    if (rows.length === 0) throw new Error(`the register has only ${cases.length} decided cases`);
    cases.push(
      ...rows.flatMap((row) => (row.state === 'decided' && planLetter(row.id, null, null, context).ok ? [row.id] : [])),
    );
  }
  cases.length = many;
  const packs = packsOf(register);
  // The facts lie in a file, so that the memory measured is the app's own.
  const factsFile = openSync(path.join(folder, 'facts.jsonl'), 'w+');
  let end = 0;
  const decisions = cases.map((id) => {
    const present = register.cases.folded(id)?.present;
    if (present == null) throw new Error('a letter of a case that is not decided');
    const from = end;
    end += writeSync(factsFile, JSON.stringify(present.facts));
    return { from, bytes: end - from, refund: present.determination.refund };
  });
  /** Decides a case once more, as part of what is measured. */
  const decide = (index: number): void => {
    const decision = decisions[index];
    if (decision === undefined) throw new Error('more letters than cases');
    const text = Buffer.alloc(decision.bytes);
    readSync(factsFile, text, 0, decision.bytes, decision.from);
    const again = evaluate(JSON.parse(text.toString('utf8')) as Facts, packs);
    if ('problems' in again || again.determination.refund !== decision.refund)
      throw new Error('a case is decided otherwise than it was');
  };

  const began = performance.now();
  const cpu = process.cpuUsage();
  if (given('BENCH_WHAT') === 'job') {
    const file = path.join(folder, 'job.pdf');
    const out = openSync(file, 'w');
    let planning = 0;
    const pages = async function* (): AsyncGenerator<Page> {
      let pause = performance.now();
      for (const [index, id] of cases.entries()) {
        const at = performance.now();
        decide(index);
        const planned = planLetter(id, null, null, context, null, index + 1);
        const now = performance.now();
        planning += now - at;
        if (!planned.ok) throw new Error(JSON.stringify(planned.failure));
        yield pageOf(planned.value.letters[0].made);
        if (now - pause < 10) continue;
        await setImmediate();
        pause = performance.now();
      }
    };
    const sheets = await printing.job(pages(), { title: `${many} letters`, language: 'en' }, (bytes) =>
      writeSync(out, bytes),
    );
    closeSync(out);
    said({ sheets, bytes: statSync(file).size, planning });
  } else {
    let bytes = 0;
    let made = 0;
    for (let from = 0; from < cases.length; from += 2000) {
      const input = { requestId: newId(Date.now()), caseIds: cases.slice(from, from + 2000) };
      for (const index of input.caseIds.keys()) decide(from + index);
      const done = await letterBatchHandlers['letter.makeAll'](input, context);
      if (!done.ok || done.value.refused.length > 0) throw new Error(JSON.stringify(done));
      made += done.value.made.length;
      if (from === 0)
        for (const { pdfHash } of done.value.made) bytes += register.kept.document(pdfHash ?? '')?.length ?? 0;
    }
    said({ made, bytesEach: Math.round(bytes / Math.min(made, 2000)) });
  }
  register.close();

  function said(more: Readonly<Record<string, number>>): void {
    const { user, system } = process.cpuUsage(cpu);
    const milliseconds = performance.now() - began;
    writeFileSync(
      path.join(folder, 'said.json'),
      JSON.stringify({ milliseconds, main: (user + system) / 1000, ...more }),
    );
  }
}
