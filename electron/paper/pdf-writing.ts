import { deflateSync } from 'node:zlib';
import type { PdfObject } from './pdf-file';

/** What a PDF says of itself beside its pages. */
type Ends = { readonly root: number; readonly info: number };

/**
 * A small PDF of these objects, numbered from 1 in order: whatever has no data of its own is packed together, as is the table of where
 * everything begins.
 */
export function packedPdf(objects: readonly PdfObject[], { root, info }: Ends): Uint8Array {
  const parts: Buffer[] = [];
  let size = 0;
  const put = (part: Buffer): number => {
    const at = size;
    parts.push(part);
    size += part.length;
    return at;
  };
  put(Buffer.from('%PDF-1.5\n%\xd3\xeb\xe9\xe1\n', 'latin1'));
  const packNumber = objects.length + 1;
  const tableNumber = objects.length + 2;
  const places: (readonly [kind: number, at: number, index: number])[] = [[0, 0, 65_535]];
  let index = '';
  let packed = '';
  let count = 0;
  objects.forEach(({ head, data }, at) => {
    if (data === null) {
      index += `${at + 1} ${packed.length} `;
      packed += `${head}\n`;
      places.push([2, packNumber, count]);
      count += 1;
    } else {
      places.push([1, put(Buffer.from(`${at + 1} 0 obj\n${head} stream\n`, 'latin1')), 0]);
      put(data);
      put(Buffer.from('\nendstream\nendobj\n'));
    }
  });
  const pack = deflateSync(Buffer.from(index + packed, 'latin1'));
  const kept = `<</Type /ObjStm /N ${count} /First ${index.length} /Filter /FlateDecode /Length ${pack.length}>>`;
  places.push([1, put(Buffer.from(`${packNumber} 0 obj\n${kept} stream\n`)), 0]);
  put(pack);
  put(Buffer.from('\nendstream\nendobj\n'));
  const tableAt = size;
  places.push([1, tableAt, 0]);
  const table = Buffer.alloc(places.length * 7);
  places.forEach(([kind, at, place], line) => {
    table.writeUInt8(kind, line * 7);
    table.writeUInt32BE(at, line * 7 + 1);
    table.writeUInt16BE(place, line * 7 + 5);
  });
  const squeezed = deflateSync(table);
  put(
    Buffer.from(
      `${tableNumber} 0 obj\n<</Type /XRef /Size ${places.length} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /Filter /FlateDecode /Length ${squeezed.length}>> stream\n`,
    ),
  );
  put(squeezed);
  put(Buffer.from(`\nendstream\nendobj\nstartxref\n${tableAt}\n%%EOF\n`));
  return Buffer.concat(parts);
}
