import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

/** The repository's folder. Everything here takes absolute paths from it, so that no command depends on where it is run. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Progress goes to standard error: the standard output of `evaluate` belongs to its answers alone. @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the command with what the person at the keyboard has to do. @param {...string} lines @returns {never} */
export function stop(...lines) {
  say(lines.join('\n'));
  process.exit(1);
}

/**
 * Runs a program to its end; its own output goes to standard error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was ended by a signal
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
    child.on('error', (error) => {
      say(String(error));
      resolve(1);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** What a short command answers; null when it is not there or fails. @param {string} command @param {readonly string[]} args */
export function ask(command, args) {
  const answer = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return answer.status === 0 ? answer.stdout : null;
}

/** npm, as it was when it started us, else the one on the path. @param {readonly string[]} args @param {string} [cwd] */
export function npm(args, cwd = root) {
  const script = process.env['npm_execpath'];
  if (script !== undefined && script.endsWith('.js')) return run(process.execPath, [script, ...args], { cwd });
  // On Windows npm is a command file, which only a shell can start.
  return run('npm', args, { cwd, shell: process.platform === 'win32' });
}
