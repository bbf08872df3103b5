import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ask, run, say, stop } from './shell.mjs';

/**
 * What the app, its tests and the compiler need from the system on Linux, each with the sign by which it is known to be
 * there and the Debian package that brings it. Signs, not package names, are looked for, so that nobody on another
 * distribution is asked for a package he does not need.
 */
const needs = {
  gtk: library('libgtk-3.so.0', 'libgtk-3-0'),
  nss: library('libnss3.so', 'libnss3'),
  sound: library('libasound.so.2', 'libasound2'),
  gbm: library('libgbm.so.1', 'libgbm1'),
  // Letters bring their own fonts; this is for what a page asks of the system, which else falls to a wider one.
  fonts: {
    package: 'fonts-liberation',
    isThere: () =>
      ['liberation', 'liberation2', 'liberation-fonts'].some((name) => hasFiles(`/usr/share/fonts/truetype/${name}`)),
  },
  display: program('Xvfb', 'xvfb'),
  pdftotext: program('pdftotext', 'poppler-utils'),
  compiler: program('g++', 'g++'),
};

/** @typedef {keyof typeof needs} Need */

let listIsFresh = false;

/**
 * Makes sure that the named parts are there: installs them when it may, else prints the line that does and stops.
 * @param {readonly Need[]} wanted
 */
export async function ensureSystem(wanted) {
  if (process.platform !== 'linux') return;
  const missing = wanted.map((name) => needs[name]).filter((need) => !need.isThere());
  if (missing.length === 0) return;
  if (ask('apt-get', ['--version']) === null) {
    stop(
      'This Linux lacks what these Debian packages bring; please install the like of them and try again:',
      `  ${missing.map((need) => need.package).join(' ')}`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !listIsFresh) {
    say('Fetching the list of Debian packages …');
    await apt(['update', '-qq']);
    listIsFresh = true;
  }
  const names = missing.map((need) => nameHere(need.package));
  const line = ['install', '-y', '--no-install-recommends', ...names];
  if (!isRoot) {
    stop(
      'Some system packages are missing. Please run this line once, then try again:',
      `  sudo apt-get update && sudo apt-get ${line.join(' ')}`,
    );
  }
  say(`Installing Debian packages: ${names.join(' ')} …`);
  const code = await apt([...line.slice(0, 1), '-qq', ...line.slice(1)]);
  if (code !== 0) stop('apt-get failed; its message is above. The line was:', `  apt-get ${line.join(' ')}`);
}

/** @param {readonly string[]} args */
function apt(args) {
  return run('apt-get', ['-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    // apt's list of what it unpacks is of no use to anyone; its errors go to standard error and are seen.
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Debian 13 and Ubuntu 24.04 renamed libraries in their move to 64-bit time. @param {string} name */
function nameHere(name) {
  const renamed = `${name}t64`;
  return (ask('apt-cache', ['--names-only', 'search', `^${renamed}$`]) ?? '').trim() === '' ? name : renamed;
}

/** @param {string} file @param {string} debianPackage */
function library(file, debianPackage) {
  return { package: debianPackage, isThere: () => loaderList().includes(`${file} `) };
}

/** @param {string} name @param {string} debianPackage */
function program(name, debianPackage) {
  const folders = () => (process.env['PATH'] ?? '').split(path.delimiter);
  return {
    package: debianPackage,
    isThere: () => folders().some((folder) => folder !== '' && existsSync(path.join(folder, name))),
  };
}

/** Users often have no sbin on their path, so ldconfig is named in full. */
function loaderList() {
  return ask('/sbin/ldconfig', ['-p']) ?? ask('ldconfig', ['-p']) ?? '';
}

/** @param {string} folder */
function hasFiles(folder) {
  return existsSync(folder) && readdirSync(folder).length > 0;
}
