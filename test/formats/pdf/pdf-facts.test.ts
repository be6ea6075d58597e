import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { pdfFactsOf } from '../../../src/formats/pdf/pdf-facts.js';
import { EXAMPLE_PDF } from '../../../src/rules/cda/example-documents.js';
import { growsInProportion } from '../../support/growth.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('the example is a quiet PDF/A-1', () => {
  expect(pdfFactsOf(Buffer.from(EXAMPLE_PDF, 'base64'))).toEqual({
    isPdf: true,
    pdfaPart: '1',
    risks: [],
    language: undefined,
    pages: 1,
  });
});

test('whatever the bytes, an answer and no error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
      expect(pdfFactsOf(content).risks.length).toBeLessThanOrEqual(4);
    }),
  );
});

test('a compressed bomb is not opened beyond its bound, and the rest is still read', () => {
  // What it begins with would be told, were any of it kept.
  const bomb = (megabytes: number) => {
    const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, '/JavaScript ')).toString('latin1');
    const stream = `1 0 obj\n<</Type/ObjStm>>\nstream\n${packed}\nendstream\nendobj\n`;
    return bytes(`%PDF-1.5\n${stream}<</Launch 1 0 R>>`);
  };
  expect(pdfFactsOf(bomb(1)).risks).toEqual(['JavaScript', 'Launch']);
  expect(pdfFactsOf(bomb(64)).risks).toEqual(['Launch']);
});

test('many empty object streams take time in proportion', () => {
  const workOn = (count: number) => {
    const file = bytes(`%PDF-1.5\n${'/ObjStm stream\nx endstream '.repeat(count)}`);
    return () => void pdfFactsOf(file);
  };
  expect(growsInProportion(workOn, 12_500)).toBe(true);
});
