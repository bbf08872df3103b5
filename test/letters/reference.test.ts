import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrDrawing } from '../../shared/letters/qr';
import { readReference, writeReference } from '../../shared/letters/reference';

describe('the reference on a form', () => {
  it('reads as a clerk sees it', () => {
    expect(writeReference({ studentNumber: '0098-4417', courseCode: 'EXT 204-02', form: 'drop-form' })).toBe(
      'RDF1|0098-4417|EXT 204-02|drop-form',
    );
    expect(writeReference({ studentNumber: '', courseCode: '', form: 'drop-form' })).toBe('RDF1|||drop-form');
  });

  it('comes back from the scanner as it was written, whatever stands in it', () => {
    const field = fc.string({ unit: 'binary', maxLength: 40 }).map((t) => t.replace(/\p{Cs}/gu, ''));
    fc.assert(
      fc.property(field, field, field, (studentNumber, courseCode, form) => {
        const typed = writeReference({ studentNumber, courseCode, form: `x${form}x` });
        expect(typed).toMatch(/^[A-Za-z0-9 ./_|%-]+$/);
        expect(readReference(`${typed}\r\n`)).toEqual({ studentNumber, courseCode, form: `x${form}x` });
      }),
      { numRuns: 2000 },
    );
  });

  it('writes something readable even for half a surrogate pair', () => {
    expect(readReference(writeReference({ studentNumber: '\ud800', courseCode: '', form: 'f' }))?.studentNumber).toBe(
      '\uFFFD',
    );
  });

  it('takes nothing else for a reference', () => {
    for (const text of [
      '',
      'garc mar',
      'RDF1',
      'RDF1|a|b',
      'RDF1|a|b|c|d',
      'RDF2|a|b|c',
      'rdf1|a|b|c',
      'RDF1|%|b|c',
      'RDF1|%E0%A4%A|b|c',
    ]) {
      expect(readReference(text), text).toBeNull();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const read = readReference(text);
        return read === null || text.trim().startsWith('RDF1|');
      }),
      { numRuns: 2000 },
    );
  });

  it('is drawn with a quiet zone of four squares', () => {
    const drawing = qrDrawing('RDF1|||drop-form');
    expect(drawing).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
    expect(drawing).toContain('M16,16h4v4h-4z');
    expect(drawing).not.toMatch(/M(?:0|4|8|12),/);
  });
});
