import { BrowserWindow, session } from 'electron';
import { built } from '../built';
import { isOfAPage, shutOff } from '../guard';
import type { PageShelf } from '../pages';
import { servePages } from '../scheme';

let paper: Electron.Session | null = null;

/** A window for pages on their way to paper, which nobody sees: no script runs in it, and it can fetch nothing but pages and their fonts. */
export function hiddenWindow(shelf: PageShelf, title: string, parent: BrowserWindow | null = null): BrowserWindow {
  return new BrowserWindow({
    show: false,
    ...(parent === null ? {} : { parent }),
    width: 816,
    height: 1056,
    title,
    webPreferences: {
      session: paperSession(shelf),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
}

/** The session of all hidden windows: in memory, and able to fetch pages and their fonts alone. */
function paperSession(shelf: PageShelf): Electron.Session {
  if (paper !== null) return paper;
  paper = session.fromPartition('paper', { cache: false });
  shutOff(paper, isOfAPage);
  servePages(paper.protocol, built('renderer'), shelf);
  return paper;
}

/** The work, or an error once it took longer than pages of that number ever do: then its window is stuck. */
export async function inTime<T>(work: Promise<T>, pages: number): Promise<T> {
  const seconds = 30 + Math.ceil(pages / 4);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the ${pages > 1 ? 'pages' : 'page'} did not get ready in ${seconds} seconds`)),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
