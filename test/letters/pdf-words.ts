import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFString, PDFHexString } from '@cantoo/pdf-lib';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

/** A word of a PDF and where it stands, in inches from the top left corner of its page. */
export type Word = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Every word of a PDF with its place. */
export function wordsIn(pdf: Uint8Array): readonly Word[] {
  const bbox = withFile(pdf, (file) => execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }));
  return bbox
    .split('<page ')
    .slice(1)
    .flatMap((part, page) =>
      [
        ...part.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, text = '']) => ({
        page,
        text: text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
        left: Number(left) / 72,
        top: Number(top) / 72,
        right: Number(right) / 72,
        bottom: Number(bottom) / 72,
      })),
    );
}

/** What a screen reader learns of a PDF before its text: whether it is tagged, its language and its title. */
export async function accessOf(
  pdf: Uint8Array,
): Promise<{ readonly tagged: boolean; readonly language: string; readonly title: string; readonly pages: number }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const marked =
    document.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))?.toString() === 'true';
  const tree = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const language = document.catalog.lookup(PDFName.of('Lang'));
  return {
    tagged: marked && tree !== undefined,
    language: language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : '',
    title: document.getTitle() ?? '',
    pages: document.getPageCount(),
  };
}

/** A part of a PDF as a screen reader walks it: what it is, its text, and what stands for it where it is a picture. */
export type Tagged = { readonly role: string; readonly text: string; readonly alt: string; readonly scope: string };

/** Every part of a PDF's structure in reading order, the containers that say nothing left out; headers of tables with what they head. */
export async function structureOf(pdf: Uint8Array): Promise<readonly Tagged[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const scopes = await scopesOf(pdf);
  const document = await getDocument({ data: pdf.slice() }).promise;
  const found: Tagged[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const texts = new Map<string, string>();
    let current: string | null = null;
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        if (current !== null) texts.set(current, `${texts.get(current) ?? ''}${item.str}`);
      } else if (item.type.startsWith('begin')) current = item.id ?? null;
      else current = null;
    }
    const tree: StructTreeNode | null = await page.getStructTree();
    const textOf = (node: StructTreeNode | StructTreeContent): string =>
      'children' in node ? node.children.map(textOf).join('') : (texts.get(node.id) ?? '');
    const walk = (node: StructTreeNode | StructTreeContent): void => {
      if (!('children' in node)) return;
      if (!silent.has(node.role)) {
        const scope = node.role === 'TH' ? (scopes.shift() ?? '') : '';
        found.push({ role: node.role, text: textOf(node).trim(), alt: 'alt' in node ? String(node.alt) : '', scope });
      }
      node.children.forEach(walk);
    };
    if (tree !== null) walk(tree);
  }
  return found;
}

type StructTreeContent = { readonly type: string; readonly id: string };
type StructTreeNode = {
  readonly role: string;
  readonly children: readonly (StructTreeNode | StructTreeContent)[];
};

/** Roles that only hold others. */
const silent: ReadonlySet<string> = new Set(['Root', 'Document', 'Div', 'NonStruct', 'Sect']);

/** Of each header of a table, in order, whether it heads a row or a column. */
async function scopesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => String(object))
    .filter((text) => text.includes('/S /TH\n') || text.includes('/S /TH '))
    .map((text) => /\/Scope \/(\w+)/.exec(text)?.[1] ?? '');
}

/** The typefaces of a PDF, each by the name that stands in it. */
export function facesOf(pdf: Uint8Array): readonly string[] {
  const listed = withFile(pdf, (file) => execFileSync('pdffonts', [file], { encoding: 'utf8' }));
  return listed
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split(/\s+/)[0] ?? '');
}

/** What the QR code on a page says when it is scanned from paper at 200 dots an inch; null where none can be read. */
export function scanned(pdf: Uint8Array, page: number): string | null {
  const png = withFile(pdf, (file) =>
    execFileSync('pdftoppm', ['-r', '200', '-f', String(page), '-l', String(page), '-png', file], {
      maxBuffer: 64 * 1024 * 1024,
    }),
  );
  const { data, width, height } = PNG.sync.read(png);
  return jsqr(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

function withFile<T>(pdf: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pdf-'));
  try {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
