import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Protocol } from 'electron';
import { deskHeaders, deskOrigin, fontHeaders, pageHeaders, pageOrigin } from './headers';
import type { PageShelf } from './pages';

/** The kinds of file that the built window consists of; anything else is not served. */
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Makes `app:` a scheme with origins of its own, as https has. Has to be said before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ]);
}

/** Serves the window's own files from `folder` to one session, under `app://desk`, and the pages of the shelf under `app://page`. */
export function serveDesk(protocolOf: Protocol, folder: string, shelf: PageShelf): void {
  protocolOf.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return refused(405);
    if (originOf(url) === deskOrigin) return deskFile(folder, url);
    return pageOrFont(folder, url, shelf);
  });
}

/** Serves nothing but the pages of the shelf and their fonts to one session: the one that prints. */
export function servePages(protocolOf: Protocol, folder: string, shelf: PageShelf): void {
  protocolOf.handle('app', (request) => pageOrFont(folder, new URL(request.url), shelf));
}

async function deskFile(folder: string, url: URL): Promise<Response> {
  const name = url.pathname === '/' ? '/index.html' : url.pathname;
  const nonce = randomBytes(16).toString('base64');
  const headers = deskHeaders(nonce);
  if (name !== '/index.html') return file(folder, name, headers);
  const html = await readFile(path.join(folder, 'index.html'), 'utf8');
  const body = html.replace('<head>', `<head><meta name="csp-nonce" nonce="${nonce}">`);
  return new Response(body, { headers: { ...headers, 'Content-Type': kinds['.html'] ?? '' } });
}

async function pageOrFont(folder: string, url: URL, shelf: PageShelf): Promise<Response> {
  if (originOf(url) !== pageOrigin) return refused(403);
  if (url.pathname.endsWith('.woff2')) return file(folder, url.pathname, fontHeaders);
  const html = shelf.find(url.pathname.slice(1));
  return html === null
    ? refused(404)
    : new Response(html, { headers: { ...pageHeaders, 'Content-Type': kinds['.html'] ?? '' } });
}

async function file(folder: string, name: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  const wanted = path.join(folder, decodeURIComponent(name));
  const inside = path.relative(folder, wanted);
  const kind = kinds[path.extname(wanted)];
  if (kind === undefined || inside.startsWith('..') || path.isAbsolute(inside)) return refused(403);
  try {
    return new Response(new Uint8Array(await readFile(wanted)), { headers: { ...headers, 'Content-Type': kind } });
  } catch {
    return refused(404);
  }
}

function refused(status: number): Response {
  return new Response(null, { status });
}

/** `URL.origin` is "null" for a scheme that Node does not know. */
function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}
