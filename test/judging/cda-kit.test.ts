import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceOfDocuments, judgeEvidence, maskResult, type RunResult } from '../../src/index.js';
import { level1, level3 } from '../../src/rules/cda/example-documents.js';
import { patternOf, SMALL_KIT, schemaOf, writeKit } from '../support/cda-kit-folder.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
process.env.EPREUVE_CACHE = join(root, 'cache');
let count = 0;
const kitOf = (changes: Record<string, string> = {}) =>
  writeKit(join(root, `kit${count++}`), { ...SMALL_KIT, ...changes });

const check = (text: string, cdaKit: string): Promise<RunResult> =>
  judgeEvidence(evidenceOfDocuments([{ name: 'cr.xml', mediaType: 'application/xml', bytes: Buffer.from(text) }]), {
    cdaKit,
  });
const kitItem = ({ items }: RunResult) => items.find(({ id }) => id.endsWith('@cda-kit'));
const found = ({ findings }: RunResult) =>
  findings
    .filter(({ ruleId }) => ruleId.startsWith('cda-kit/'))
    .map(({ constraintId, severity, location }) => [constraintId, severity, location.path]);
const untold = (result: RunResult) =>
  kitItem(result)?.rules.flatMap(({ ruleId, outcome, reason }) =>
    outcome === 'cantTell' ? [`${ruleId}: ${reason?.en}`] : [],
  );
const general = (content: string, attributes = '') =>
  kitOf({ 'schematrons/profils/General.sch': schemaOf(content, attributes) });
const ofHeader = (test: string) =>
  general(patternOf('p', `<rule context="cda:ClinicalDocument"><assert test="${test}">no</assert></rule>`));

test('the kit judges beside our rules, says which schematrons and why, and is a reference of the result', async () => {
  const result = await check(level3(), kitOf());
  expect(result.packs.map(({ id }) => id)).toEqual(['cda-fr', 'cda-kit']);
  expect(result.packs[1]).toMatchObject({ trust: 'project', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(kitItem(result)?.choice?.en).toMatch(/General, CI-SIS_BIO-CR-BIO_2024\.01; model named/);
  expect(kitItem(result)?.rules.map(({ ruleId, outcome }) => `${ruleId} ${outcome}`)).toEqual([
    'cda-kit/schema cantTell',
    'cda-kit/model passed',
    'cda-kit/General passed',
    'cda-kit/CI-SIS_BIO-CR-BIO_2024.01 passed',
  ]);
  expect(found(result)).toEqual([]);
});

test('a level 1 has the generic schematrons alone', async () => {
  const rules = kitItem(await check(level1(), kitOf()))?.rules.map(({ ruleId }) => ruleId);
  expect(rules).toEqual(['cda-kit/schema', 'cda-kit/model', 'cda-kit/General']);
});

test('each failed check has its own id, severity, place and words, and values are masked', async () => {
  const text = level3(
    ['code="11502-2"', 'code="SECRET"'],
    ['<effectiveTime value="2026', '<effectiveTime value="x'],
    ['<title>', '<title>ab</title><title>'],
  );
  const result = await check(text, kitOf());
  expect(found(result)).toEqual([
    ['General#title/1/1', 'warning', '/ClinicalDocument/title[1]'],
    ['General#type/1/1', 'error', '/ClinicalDocument/code'],
    ['T-1', 'error', '/ClinicalDocument/effectiveTime'],
  ]);
  const finding = result.findings.find(({ constraintId }) => constraintId === 'General#type/1/1');
  expect(finding?.location).toMatchObject({ line: expect.any(Number), column: 3 });
  expect(result.rules['cda-kit/General']?.messages['General#type/1/1']?.fr).toBe('code {v0} outside the types');
  expect(finding?.data).toEqual({ v0: 'SECRET' });
  expect(JSON.stringify(maskResult(result).findings)).not.toContain('SECRET');
});

test('XPath 2 is evaluated, on the document itself as well', async () => {
  const result = await check(level3(['<time value', '<thyme value']), kitOf());
  expect(found(result)).toContainEqual(['CI-SIS_BIO-CR-BIO_2024.01#two/1/1', 'error', '/ClinicalDocument']);
});

test('a document may name the schematron of its model', async () => {
  const named = (name: string) =>
    level3(
      ['<ClinicalDocument', `<?oxygen SCHSchema="../schematrons/${name}.sch"?><ClinicalDocument`],
      [' extension="2024.01"', ''],
    );
  expect(kitItem(await check(named('ci-sis_bio-cr-bio_2024.01'), kitOf()))?.choice?.en).toContain('2024.01');
  const unknown = await check(
    level3(['extension="2024.01"', 'extension="2031.01"']),
    kitOf({ 'schematrons/CI-SIS_BIO-CR-BIO_2023.01.sch': schemaOf('') }),
  );
  expect(untold(unknown)).toContainEqual(expect.stringContaining('cda-kit/model: The kit has no schematron'));
});

test.each([
  [
    'an include',
    kitOf,
    'includes missing from the kit (1): schematrons/include/gone.sch',
    () => general('<include href="../include/gone.sch"/>'),
  ],
  [
    'an empty include',
    kitOf,
    'includes missing from the kit (1)',
    () => kitOf({ 'schematrons/include/Title.sch': ' ' }),
  ],
  [
    'a table',
    kitOf,
    'value sets missing from the kit (1): jeuxDeValeurs/Types.xml',
    () => kitOf({ 'jeuxDeValeurs/types.XML': '' }),
  ],
  [
    'a table outside the kit',
    kitOf,
    'value sets missing from the kit (1): ../../../../etc/passwd',
    () => ofHeader("document('../../../../etc/passwd')//x[@y='z']"),
  ],
  [
    'a table outside, for XPath 2',
    kitOf,
    'value sets missing from the kit (1): file:///etc/passwd',
    () => ofHeader("count(doc('file:///etc/passwd')//*) gt 0"),
  ],
  [
    'an expression no engine knows',
    kitOf,
    'expressions not evaluated (1): General#p/1/1',
    () => ofHeader("saxon:serialize(.) = 'x'"),
  ],
])('without %s nothing is passed', async (_name, _kit, reason, kit) => {
  const result = await check(level3(), kit());
  expect(untold(result)?.join('\n')).toContain(reason);
  expect(kitItem(result)?.outcome).toBe('cantTell');
});

test.each([
  ['a folder that is no kit', () => root, /schematrons/],
  [
    'an include that leaves the kit',
    () => general('<include href="../../../outside.sch"/>'),
    /General\.sch.*leaves the kit/,
  ],
  ['an include by address', () => general('<include href="http://example.org/x.sch"/>'), /leaves the kit/],
  ['a file that is no XML', () => kitOf({ 'schematrons/include/Title.sch': '<pattern' }), /Title\.SCH.*malformed XML/i],
  ['a document type', () => kitOf({ 'schematrons/include/Title.sch': '<!DOCTYPE x><x/>' }), /DOCTYPE refused/],
  ['includes in a circle', () => general('<include href="General.sch"/>'), /circle/],
])('%s is an error of the kit', async (_, kit, message) => {
  await expect(check(level3(), kit())).rejects.toMatchObject({
    code: 'cda-kit-invalid',
    message: expect.stringMatching(message),
  });
});

test('links are not followed, and a missing folder is told', async () => {
  const kit = kitOf();
  symlinkSync('/etc/hostname', join(kit, 'jeuxDeValeurs', 'link.xml'));
  expect(kitItem(await check(level3(), kit))?.rules.at(-1)?.outcome).toBe('passed');
  await expect(check(level3(), join(root, 'nowhere'))).rejects.toMatchObject({ code: 'file-not-found' });
});

test('a wrong schema is an error; a right one judges', async () => {
  const main = 'infrastructure/cda/CDA_extended.xsd';
  const xsd = (content: string) =>
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:hl7-org:v3">${content}</xs:schema>`;
  await expect(
    check(
      level3(),
      kitOf({ [main]: xsd('<xs:include schemaLocation="gone.xsd"/><xs:element name="x" type="gone"/>') }),
    ),
  ).rejects.toMatchObject({ code: 'cda-kit-invalid' });
  const result = await check(
    level3(),
    kitOf({
      [main]: xsd('<xs:include schemaLocation="sub/part.xsd"/>'),
      'infrastructure/cda/sub/part.xsd': xsd('<xs:element name="ClinicalDocument" type="xs:integer"/>'),
    }),
  );
  expect(found(result)[0]).toEqual(['cda-kit#CDA_extended.xsd', 'error', '/ClinicalDocument']);
});

test('what was worked out is kept by digest, and a cache that cannot be used changes nothing', async () => {
  const kit = kitOf();
  const first = JSON.stringify(await check(level3(), kit));
  expect(JSON.stringify(await check(level3(), kit))).toBe(first);
  const before = process.env.EPREUVE_CACHE;
  process.env.EPREUVE_CACHE = '/dev/null/cache';
  try {
    expect(JSON.stringify(await check(level3(), kit))).toBe(first);
  } finally {
    process.env.EPREUVE_CACHE = before;
  }
});
