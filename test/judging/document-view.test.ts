import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceSet, RunResult } from '../../src/core/index.js';
import { evidenceOfDocuments, imagesOf, judgeEvidence } from '../../src/index.js';
import { renderHtml } from '../../src/reports/html/html.js';
import { maskResult } from '../../src/reports/masking.js';
import { EXAMPLE_PDF, level1, level3 } from '../../src/rules/cda/example-documents.js';
import { textPdf } from '../../src/rules/cda/level1/example-files.js';

const toDocument = (name: string, bytes: Uint8Array) => ({ name, mediaType: 'text/xml', bytes });
const pair = ['level1.xml', 'level3.xml'].map((name) =>
  toDocument(name, readFileSync(join('samples/cda-pairs/cr-bio-valid', name))),
);
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const pdf = readFileSync('samples/cda-pdf/cr-bio.pdf');
const digest = createHash('sha256').update(pdf).digest('hex');

/** With a picture of the PDF among the evidence. */
function withPicture(evidence: EvidenceSet): EvidenceSet {
  const item = {
    id: 'p1',
    kind: 'capture',
    name: 'p1.png',
    mediaType: 'image/png',
    sha256: '0',
    size: PNG.length,
    facts: { pictureOf: digest },
  } as const;
  return { ...evidence, items: [...evidence.items, item], bytes: (id) => (id === 'p1' ? PNG : evidence.bytes(id)) };
}

let result: RunResult;
beforeAll(async () => {
  result = await judgeEvidence(withPicture(evidenceOfDocuments(pair)), { views: true });
});

const images = new Map([['p1', { mediaType: 'image/png' as const, bytes: PNG }]]);

test('files with pages, size and digest; narrative of a level 3', () => {
  const [one, three] = result.items;
  const file = { mediaType: 'application/pdf', size: pdf.length, sha256: digest, pages: 1, pictureId: 'p1' };
  expect(one?.view).toEqual({ files: [{ role: 'body', ...file }], sections: [], sectionCount: 0 });
  expect(three?.view?.files).toEqual([{ role: 'copy', ...file }]);
  expect(three?.view?.sections.map(({ title, depth }) => `${depth} ${title}`)).toEqual([
    '0 Biochimie',
    '1 Glycémie à jeun',
    '0 Copie du document',
  ]);
});

test('files checked are not kept unless asked', async () => {
  const plain = await judgeEvidence(evidenceOfDocuments(pair));
  expect(plain.items.some(({ view }) => view)).toBe(false);
});

test('masked, nothing of the content is left', () => {
  const masked = JSON.stringify(maskResult(result).items.map(({ view }) => view));
  expect(masked).not.toMatch(/Glucose|Biochimie|p1/);
  const html = renderHtml(result, { language: 'fr', assets: { images } });
  expect(html).not.toMatch(/5,2 mmol|Glycémie|<img/);
  expect(html).toContain('--show-values');
  expect(html).toContain(digest);
});

test('with values a person sees the first page and the narrative', () => {
  const html = renderHtml(result, { language: 'fr', showValues: true, assets: { images } });
  expect(html).toContain(`<img src="data:image/png;base64,${PNG.toString('base64')}"`);
  expect(html).toContain('<td>5,2 mmol/L</td>');
  expect(html).toContain('<strong>12 heures</strong>');
  expect(html).toContain('img-src data:;');
  // Without a renderer it says so.
  expect(renderHtml(result, { language: 'fr', showValues: true })).toContain('pdftoppm');
});

test('a picture that is no PNG is not handed to a browser', () => {
  const bytes = Buffer.from('<svg onload="alert(1)"/>');
  const html = renderHtml(result, {
    language: 'en',
    showValues: true,
    assets: { images: new Map([['p1', { mediaType: 'image/png' as const, bytes }]]) },
  });
  expect(html).not.toContain('<img');
});

test('hostile narrative, titles and media types stay text', async () => {
  const poison = '&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
  const documents = [
    toDocument(
      '3.xml',
      Buffer.from(level3(['<title>Biochimie</title>', `<title>${poison}</title>`], ['Sans particularité', poison])),
    ),
    toDocument(
      '1.xml',
      Buffer.from(
        level1(
          ['mediaType="application/pdf"', 'mediaType="text/plain"'],
          [EXAMPLE_PDF, Buffer.from('<script>alert(1)</script>').toString('base64')],
        ),
      ),
    ),
  ];
  const html = renderHtml(await judgeEvidence(evidenceOfDocuments(documents), { views: true }), {
    language: 'en',
    showValues: true,
  });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/<img[^>]*onerror/);
  expect(html).toContain('&lt;script>alert(1)');
});

test('a PDF without readable text is told as not checked, and the document is not held inconclusive', async () => {
  const judgeOne = async (base64: string) => {
    const text = level1([EXAMPLE_PDF, base64]);
    const { items, outcome } = await judgeEvidence(evidenceOfDocuments([toDocument('1.xml', Buffer.from(text))]));
    return [outcome, items[0]?.rules.find(({ ruleId }) => ruleId === 'CDA-N1-014')];
  };
  const told = (text: string) => [
    'passed',
    expect.objectContaining({
      outcome: 'cantTell',
      reason: expect.objectContaining({ fr: expect.stringContaining(text) }),
    }),
  ];
  expect(await judgeOne(EXAMPLE_PDF)).toEqual(told('aucun texte'));
  expect(await judgeOne(textPdf(['PAT-TROIS'], '/Encrypt 9 0 R'))).toEqual(told('chiffré'));
});

test('pictures of documents are values: only reports that show values are given them', () => {
  const evidence = withPicture(evidenceOfDocuments(pair));
  expect([...imagesOf(evidence).keys()]).toEqual([]);
  expect([...imagesOf(evidence, true).keys()]).toEqual(['p1']);
});
