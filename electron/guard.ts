import { app, type Session, type WebContents } from 'electron';
import { deskOrigin, pageOrigin } from './headers';

/** Shuts a session off: no network, no permission, no download, no spelling service. Only addresses for which `allowed` holds are ever fetched. */
export function shutOff(session: Session, allowed: (url: string) => boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** The addresses that the window itself may fetch: its own files, the pages that it shows, and drawings inside them. */
export function isOfTheDesk(url: string): boolean {
  return url.startsWith(`${deskOrigin}/`) || isOfAPage(url);
}

/** The addresses that a page on its way to paper may fetch. */
export function isOfAPage(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('data:');
}

/** Keeps every window where it was put, now and later: it goes nowhere else, opens nothing, and only a page may stand in a frame of it. */
export function keepInPlace(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || !event.url.startsWith(`${pageOrigin}/`)) event.preventDefault();
    });
  });
}
