import { writeSync } from 'node:fs';
import { createRegister, openRegister } from '../../db/open';
import { filesOf } from '../../db/files';
import { isThere } from '../../db/open';
import { newId } from '../../db/uuid';
import { ok } from '../../shared/result';
import { anOffice, aStudent } from '../db/records';

// A program that saves students into the register of a folder until it is killed. It says `saved <id>` only once a save was confirmed.

const [folder = ''] = process.argv.slice(2);
const at = '2026-09-30T16:00:00.000Z';

void (async () => {
  const opened = isThere(filesOf(folder))
    ? await openRegister(folder, at)
    : await createRegister(folder, at, (fresh) =>
        fresh.act({ id: newId(1), call: 'test', input: 1, person: 'writer', at }, (write) =>
          ok(write.entry('office.saved', write.newId(), anOffice())),
        ),
      );
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  writeSync(1, 'open\n');
  for (;;) {
    const id = newId(Date.now());
    const student = aStudent({ id, number: id.slice(-12), note: 'drop '.repeat(1 + (id.charCodeAt(35) % 80)) });
    const saved = opened.value.act({ id: newId(Date.now()), call: 'test', input: id, person: 'writer', at }, (write) =>
      ok(write.entry('student.saved', id, student)),
    );
    writeSync(1, saved.ok ? `saved ${id}\n` : `refused ${JSON.stringify(saved.failure)}\n`);
  }
})();
