import { spawn } from 'node:child_process';

/**
 * Starts a virtual display (Linux), for machines without a screen and for tests that must not pop up on one.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} the environment for programs that shall use it
 */
export async function startVirtualDisplay() {
  // -displayfd: the server picks a free number itself and writes it to that pipe once it is ready. -s 0: it has no screen saver, which
  // would come after ten minutes, since a test's keys do not pass through it, and which the app takes for a locked screen.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-s', '0', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const stop = () => {
    process.off('exit', stop);
    server.kill();
  };
  process.on('exit', stop);
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  /** @type {string} */
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => {
      reject(new Error(`The virtual display (Xvfb) did not start: exit code ${code}`));
    });
    pipe.once('data', (/** @type {Buffer} */ data) => {
      resolve(data.toString().trim());
    });
  });
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' };
  // Newer Electrons prefer Wayland, and would open on the real screen after all.
  delete env['WAYLAND_DISPLAY'];
  return { env, stop };
}
