import { electronFlags } from './electron-here.mjs';
import { startVirtualDisplay } from './display.mjs';
import { setUp } from './setup.mjs';
import { run } from './setup/shell.mjs';

// `npm run icons`: draws build/icons/icon.svg at every size that the systems ask for (see build/icons/draw.cjs).
const electron = await setUp('tests');
const display = process.platform === 'linux' ? await startVirtualDisplay() : undefined;
process.exitCode = await run(electron.path, [...electronFlags(), 'build/icons/draw.cjs'], {
  env: display?.env ?? process.env,
});
display?.stop();
