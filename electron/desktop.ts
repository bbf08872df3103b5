import type { EventName, Events } from '../shared/contract';

/**
 * A page ready for paper: whole HTML document, its title and language. Scripts, links and anything from elsewhere are dead in it: styles stand
 * in `<style>` in its head, drawings inside it (SVG or `data:`), fonts come from `/fonts/<file>.woff2` (the bundled ones, each by its file's name
 * in @fontsource). Several pages can stand in one print job, so that a style reaches its page through classes, never through `html`, `body` or ids.
 */
export type Page = {
  readonly html: string;
  readonly title: string;
  readonly language: 'en' | 'es';
  /** Its paper in inches, where that is not US Letter; pages of another size have a job of their own. */
  readonly size?: { readonly width: number; readonly height: number };
};

/** A page of many that are made together, with how many sheets it fills. */
export type ManyPages = Page & { readonly pages: number };

/** A printer as this PC names it and shows its name. */
export type PrinterHere = { readonly name: string; readonly shown: string; readonly isDefault: boolean };

/** A file that the person chose: its name without the folder, and its size before it is read; reading gives null where it cannot be. */
export type ChosenFile = { readonly name: string; readonly bytes: number; read(): Promise<Uint8Array | null> };

/**
 * What the handlers need of the desktop they run on. Electron gives it in the app; nothing else in the handlers knows Electron.
 * `now` is the moment in UTC (ISO) and `today`/`clock` the office's local day and time in its own time zone.
 */
export type Desktop = {
  readonly version: string;
  readonly account: string;
  now(): string;
  local(timeZone: string): { readonly day: string; readonly time: string };
  /** Milliseconds that only go forward, from no particular moment. */
  elapsed(): number;
  /** Folders of this PC: where a register lies by default, and where the app keeps its settings file. */
  readonly registerFolder: string;
  readonly settingsFolder: string;
  chooseFolder(): Promise<string | null>;
  /** Asks which file to read, of a kind with these extensions; null when the person cancelled. */
  chooseFile(what: string, extensions: readonly string[]): Promise<ChosenFile | null>;
  /** Asks where to keep a file and writes it; null when the person cancelled. */
  saveAs(name: string, bytes: Uint8Array): Promise<string | null>;
  /** Copies a file (with nothing else) to where the person says; null when cancelled. */
  saveCopyOf(path: string, name: string): Promise<string | null>;
  /** One tagged PDF of a page. */
  pdf(page: Page): Promise<Uint8Array>;
  /** One tagged PDF of each of these pages, in order, much sooner than one by one. */
  pdfs(pages: readonly ManyPages[]): Promise<readonly Uint8Array[]>;
  /** One PDF of all these pages for printing, not tagged, given to `write` piece by piece; gives how many sheets it has. */
  job(
    pages: AsyncIterable<Page>,
    about: Pick<Page, 'title' | 'language'>,
    write: (bytes: Uint8Array) => void,
  ): Promise<number>;
  /**
   * Prints pages as one job: on the printer named, else on that chosen on this PC, shifted by its nudge, else through the system's dialog;
   * false when the person cancelled. Throws with the printer's word when it failed or is not there.
   */
  print(pages: readonly Page[], printer?: string): Promise<boolean>;
  /** The printers of this PC. */
  printers(): Promise<readonly PrinterHere[]>;
  /** The printer that IT named for this PC; null where whoever works here chooses. */
  readonly fixedPrinter: string | null;
  /** An address of our own scheme at which a sandboxed frame can look at a page. */
  show(page: Page): string;
  /** Takes away every page that was shown so: somebody else may be at the window next. */
  putAway(): void;
  emit<N extends EventName>(name: N, data: Events[N]): void;
  quit(): void;
};
