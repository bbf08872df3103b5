import { bundle } from './bundle.mjs';
import { electronFlags } from './electron-here.mjs';
import { setUp } from './setup.mjs';
import { root, run, say } from './setup/shell.mjs';

// `npm start`: everything a fresh machine lacks, then the app. What is said after `--` goes to the app.

const electron = await setUp('window');
await bundle();

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
if (hasDisplay) {
  say('Opening Refund Desk …');
  process.exitCode = await run(electron.path, [...electronFlags('screen'), root, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
} else {
  say('There is no display here. Opening the app on a virtual one and walking the sample office through one form …');
  const { startVirtualDisplay } = await import('./display.mjs');
  const display = await startVirtualDisplay();
  try {
    // A process of its own, so that the walk finds its display in its environment as any program does.
    process.exitCode = await run(process.execPath, ['build/walk.mjs'], { stdio: 'inherit', env: display.env });
  } finally {
    display.stop();
  }
}
