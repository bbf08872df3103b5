import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Protocol, type ProtocolResponse } from 'electron';
import type { Expected } from './folders';
import { deskHeaders, deskOrigin, fontHeaders, pageHeaders, pageOrigin } from './headers';
import type { PageShelf } from './pages';

// Each answer is given whole, by `registerBufferProtocol`. Electron would rather see `handle` used, which speaks in Requests and
// Responses; loading what makes those takes Node 35 ms, and every start would wait for it before its first file.

/** The kinds of file that the built window consists of; anything else is not served. */
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Makes `app:` a scheme with origins of its own, as https has. Has to be said before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/**
 * Serves the window's own files from `folder` to one session, under `app://desk`, and the pages of the shelf under `app://page`. Which
 * register is `expected` the window is told, so that it need not wait for main to say so before it draws its first screen.
 */
export function serveDesk(protocolOf: Protocol, folder: string, shelf: PageShelf, expected: () => Expected): void {
  protocolOf.registerBufferProtocol('app', ({ url, method }, answer) => {
    const wanted = new URL(url);
    if (method !== 'GET') return answer(refused(405));
    void (
      originOf(wanted) === deskOrigin ? deskFile(folder, wanted, expected) : pageOrFont(folder, wanted, shelf)
    ).then(answer);
  });
}

/** Serves nothing but the pages of the shelf and their fonts to one session: the one that prints. */
export function servePages(protocolOf: Protocol, folder: string, shelf: PageShelf): void {
  protocolOf.registerBufferProtocol('app', ({ url }, answer) => {
    void pageOrFont(folder, new URL(url), shelf).then(answer);
  });
}

async function deskFile(folder: string, url: URL, expected: () => Expected): Promise<ProtocolResponse> {
  const name = url.pathname === '/' ? '/index.html' : url.pathname;
  const nonce = randomBytes(16).toString('base64');
  const headers = deskHeaders(nonce);
  if (name !== '/index.html') return file(folder, name, headers);
  const html = await readFile(path.join(folder, 'index.html'), 'utf8');
  const open = expected();
  const register = open === null ? '' : `<meta name="register" content="${open}">`;
  return page(html.replace('<head>', `<head><meta name="csp-nonce" nonce="${nonce}">${register}`), headers);
}

async function pageOrFont(folder: string, url: URL, shelf: PageShelf): Promise<ProtocolResponse> {
  if (originOf(url) !== pageOrigin) return refused(403);
  if (url.pathname.endsWith('.woff2')) return file(folder, url.pathname, fontHeaders);
  const html = shelf.find(url.pathname.slice(1));
  return html === null ? refused(404) : page(html, pageHeaders);
}

function page(html: string, headers: Readonly<Record<string, string>>): ProtocolResponse {
  return { data: Buffer.from(html), mimeType: kinds['.html'], charset: 'utf-8', headers: { ...headers } };
}

async function file(
  folder: string,
  name: string,
  headers: Readonly<Record<string, string>>,
): Promise<ProtocolResponse> {
  const wanted = path.join(folder, decoded(name));
  const inside = path.relative(folder, wanted);
  const kind = kinds[path.extname(wanted)];
  if (kind === undefined || inside.startsWith('..') || path.isAbsolute(inside)) return refused(403);
  try {
    return { data: await readFile(wanted), mimeType: kind, charset: 'utf-8', headers: { ...headers } };
  } catch {
    return refused(404);
  }
}

function refused(statusCode: number): ProtocolResponse {
  return { statusCode, data: Buffer.alloc(0), mimeType: 'text/plain' };
}

/** A path as it is meant; one that means nothing is no file's. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

/** `URL.origin` is "null" for a scheme that Node does not know. */
function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}
