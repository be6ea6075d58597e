import { CdaDocument, loadXmlLibrary } from '../../../src/formats/cda/index.js';
import { type CdaValueSet, loadPack } from '../../../src/packs/index.js';
import { describeTable, membershipOf, sameLabel } from '../../../src/rules/cda/code-membership.js';
import { level1 } from '../../../src/rules/cda/example-documents.js';
import { assertCode } from '../../../src/rules/cda/rows/assert-code.js';

await loadXmlLibrary();
const pack = await loadPack('cda-fr');
const content = pack.cda?.content;
if (!content) throw new TypeError('cda-fr is not a CDA pack');
const sets = Object.values(content.valueSets);

const partial: CdaValueSet = {
  id: 'ESSAI',
  oid: '1.2.250.1.999.5',
  title: 'Essai',
  date: '2026-01-05',
  source: 'test',
  complete: false,
  size: 3,
  codes: { '1.2.3': { A: 'Un' }, '1.2.4': {} },
};

test('a complete table holds as many codes as were published, a partial one fewer', () => {
  for (const { id, complete, size, codes } of sets) {
    const count = Object.values(codes).reduce((sum, list) => sum + Object.keys(list).length, 0);
    expect([id, complete ? count === size : count < size]).toEqual([id, true]);
  }
});

test('every table and model a row names is in the pack', () => {
  const asked = content.rows.flatMap(({ checks }) =>
    checks.flatMap(({ assert }) => ('codeIn' in assert ? [assert.codeIn.table] : [])),
  );
  expect(asked.filter((table) => !content.valueSets[table])).toEqual([]);
  const models = content.rows.flatMap((row) => row.models ?? []);
  expect(models.filter((id) => !content.models.some((model) => model.id === id))).toEqual([]);
});

test('a partial table never says that a code of its systems is out', () => {
  expect(membershipOf(partial, 'A', '1.2.3')).toBe('in');
  expect(membershipOf(partial, 'B', '1.2.3')).toBe('unknown');
  expect(membershipOf(partial, 'A', '1.2.4')).toBe('unknown');
  expect(membershipOf(partial, 'A', '1.2.5')).toBe('out');
  expect(membershipOf(partial, 'B')).toBe('unknown');
  expect(membershipOf({ ...partial, complete: true }, 'B')).toBe('out');
});

test('hostile names are no codes', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect(membershipOf({ ...partial, complete: true }, name, '1.2.3')).toBe('out');
    expect(membershipOf(partial, 'A', name)).toBe('out');
  }
});

test('an unlisted code and an unavailable table end as cantTell, and the table is named', () => {
  const document = CdaDocument.read(Buffer.from(level1(['code="11502-2"', 'code="B"'])));
  const [code] = document.elements('cda:code');
  if (!code) throw new TypeError('no code');
  const ask = (table: string) => assertCode(document, code, { table, by: 'code' }, { ESSAI: partial });
  expect(ask('ESSAI')).toEqual({
    cantTell: { fr: expect.stringContaining('ESSAI'), en: expect.stringContaining('ESSAI') },
  });
  expect(ask('AUTRE')).toEqual({
    cantTell: { fr: expect.stringContaining('AUTRE'), en: expect.stringContaining('AUTRE') },
  });
  document.dispose();
});

test('small complete tables are told by their codes, all by name and date', () => {
  expect(describeTable({ ...partial, complete: true })).toBe('A — ESSAI (1.2.250.1.999.5, 2026-01-05)');
  expect(describeTable(partial)).toBe('ESSAI (1.2.250.1.999.5, 2026-01-05)');
});

test('labels are compared without case, quotes, accents and blanks', () => {
  expect(sameLabel("Établissement  d'essai", 'etablissement d’Essai')).toBe(true);
  expect(sameLabel('Essai', 'Essais')).toBe(false);
});
