import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { pdfFactsOf } from '../../../src/formats/pdf/pdf-facts.js';
import { EXAMPLE_PDF } from '../../../src/rules/cda/example-documents.js';
import { cpuTime } from '../../support/cpu-time.js';

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
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024)).toString('latin1');
  const stream = `1 0 obj\n<</Type/ObjStm>>\nstream\n${bomb}\nendstream\nendobj\n`;
  const before = cpuTime();
  expect(pdfFactsOf(bytes(`%PDF-1.5\n${stream}<</Launch 1 0 R>>`)).risks).toEqual(['Launch']);
  expect(cpuTime() - before).toBeLessThan(10_000);
});

test('many empty object streams take time in proportion', () => {
  const before = cpuTime();
  pdfFactsOf(bytes(`%PDF-1.5\n${'/ObjStm stream\nx endstream '.repeat(100_000)}`));
  expect(cpuTime() - before).toBeLessThan(10_000);
});
