import fc from 'fast-check';
import { INS_PATTERN, insKeyOf } from '../../src/core/index.js';
import { loadPack } from '../../src/packs/index.js';
import { shiftIsoDate, shiftTimestamp } from '../../src/redaction/dates.js';
import { Pseudonyms, Redactor } from '../../src/redaction/index.js';

const pseudonyms = () => new Pseudonyms(Buffer.from('key of the tests'));
let redactor: Redactor;
beforeAll(async () => {
  const { hl7v2 } = await loadPack('ihe-pam-fr');
  if (!hl7v2) throw new Error('no pack');
  redactor = new Redactor(pseudonyms(), hl7v2);
});
const redact = (text: string, name: string) =>
  Buffer.from(redactor.redact({ bytes: Buffer.from(text), name, mediaType: '' }).bytes).toString('utf8');

const pad = (value: number, length: number) => String(value).padStart(length, '0');
const matricule = fc
  .tuple(
    fc.constantFrom(1, 2),
    fc.nat(99),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 95 }),
    fc.integer({ min: 1, max: 990 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(
    ([sex, year, month, place, town, order]) =>
      `${sex}${pad(year, 2)}${pad(month, 2)}${pad(place, 2)}${pad(town, 3)}${pad(order, 3)}`,
  );

test('a matricule stays one, its key as right or wrong as it was, and is never the same', () => {
  fc.assert(
    fc.property(matricule, fc.nat(96), (body, key) => {
      const before = body + pad(key, 2);
      const after = pseudonyms().identifier(before);
      expect(after).toMatch(INS_PATTERN);
      expect(after.slice(0, 13)).not.toBe(body);
      expect(insKeyOf(after) === after.slice(13)).toBe(insKeyOf(before) === before.slice(13));
      expect(after[0]).toBe(before[0]);
    }),
  );
});

test('intervals between dates stay, in both forms, whatever follows the day', () => {
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(date, date, fc.integer({ min: -2200, max: -300 }), (one, other, days) => {
      const moved = [one, other].map((each) => shiftIsoDate(each.toISOString(), days));
      expect(Date.parse(moved[0] ?? '') - Date.parse(moved[1] ?? '')).toBe(one.getTime() - other.getTime());
      const compact = one.toISOString().slice(0, 19).replace(/[-T:]/g, '');
      expect(shiftTimestamp(`${compact}+0100`, days)).toBe(
        `${(moved[0] ?? '').slice(0, 19).replace(/[-T:]/g, '')}+0100`,
      );
    }),
  );
});

test.each([
  ['20260231', '2020', '0231'],
  ['2026', '2021', ''],
  ['202601', '202101', ''],
])('%s, which is no whole date, keeps its shape', (before, start, end) => {
  const after = shiftTimestamp(before, -1820);
  expect(after).toHaveLength(before.length);
  expect(after.startsWith(start.slice(0, 3))).toBe(true);
  expect(after.endsWith(end)).toBe(true);
});

test('a name keeps its length, case, accents and signs, and is another', () => {
  // A word of accents alone is no name, and could only stand for itself.
  const word = fc.stringMatching(/^[A-ZÉÈÀÇa-zéèàç]{3,12}$/).filter((text) => /[a-z]/i.test(text));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('-', ' ', '’'), (words, sign) => {
      const before = words.join(sign);
      const drawn = pseudonyms();
      const after = drawn.name(before);
      expect(after).toHaveLength(before.length);
      expect(after.replace(/\p{Lu}/gu, 'A').replace(/\p{Ll}/gu, 'a')).toBe(
        before.replace(/\p{Lu}/gu, 'A').replace(/\p{Ll}/gu, 'a'),
      );
      expect(after.toLowerCase()).not.toBe(before.toLowerCase());
      expect(drawn.name(before.toUpperCase()).toLowerCase()).toBe(after.toLowerCase());
    }),
  );
});

test('a message keeps its separators, escapes and segments, and loses every word of its free fields', () => {
  const value = fc.stringMatching(/^[a-zA-Z0-9éà .-]{0,12}$/);
  const field = fc
    .array(
      fc.array(value, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('^')),
      { minLength: 1, maxLength: 2 },
    )
    .map((parts) => parts.join('~'));
  const segment = fc
    .tuple(fc.constantFrom('PID', 'NK1', 'PV1', 'OBX', 'ZBE', 'ZZZ', 'XXX'), fc.array(field, { maxLength: 30 }))
    .map(([name, fields]) => [name, ...fields].join('|'));
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
      const before = `MSH|^~\\&|A|B|C|D|20260105101500||ADT^A28^ADT_A05|1|T|2.5|||||FRA|UNICODE UTF-8\r${segments.join('\r')}`;
      const after = redact(before, 'a.hl7');
      if (after.startsWith('EPREUVE')) return;
      const skeleton = (text: string) => text.replace(/[^|^~&\\\r]/g, '');
      expect(skeleton(after)).toBe(skeleton(before));
      for (const line of after.split('\r'))
        if (line.startsWith('ZZZ')) expect(line.slice(3)).not.toMatch(/[b-wyzB-WYZ1-9]{5,}/);
    }),
    { numRuns: 200 },
  );
});

test('a JSON document keeps its keys, its spaces and its numbers, but those that are identifiers', () => {
  const shapeOf = (value: unknown): unknown => {
    if (typeof value === 'string') return '';
    // A long whole number is an identifier, and replaced.
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1e8) return 'long';
    if (Array.isArray(value)) return value.map(shapeOf);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
  };
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue()),
      fc.constantFrom(0, 2),
      (content, indent) => {
        const before = JSON.stringify({ resourceType: 'Observation', ...content }, null, indent);
        const after = redact(before, 'a.json');
        if (after.startsWith('"EPREUVE')) return;
        expect(shapeOf(JSON.parse(after))).toEqual(shapeOf(JSON.parse(before)));
        expect(after.split('\n')).toHaveLength(before.split('\n').length);
      },
    ),
    { numRuns: 200 },
  );
});

test('decimals are not rewritten, and a key told twice is refused', () => {
  expect(redact('{"resourceType":"Observation","valueQuantity":{"value":6.30,"unit":"kg"}}', 'a.json')).toContain(
    '6.30',
  );
  expect(redact('{"resourceType":"Patient","gender":"male","gender":"DUPONTEL"}', 'a.json')).toContain('EPREUVE');
});

test('a document keeps its elements; what it says in words is hidden', () => {
  const text = fc.stringMatching(/^[A-Za-zéà <&>"']{0,30}$/);
  const escaped = (value: string) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  fc.assert(
    fc.property(text, text, text, (family, narrative, comment) => {
      const remark = comment.replace(/-/g, '');
      const before = `<ClinicalDocument xmlns="urn:hl7-org:v3"><!--${remark}--><family>${escaped(family)}</family><text>${escaped(narrative)}</text><unknown a="${escaped(text.toString())}">${escaped(narrative)}</unknown></ClinicalDocument>`;
      const after = redact(before, 'a.xml');
      const tags = (source: string) => source.replace(/<!--.*?-->/s, '').match(/<\/?[A-Za-z]+/g);
      if (!after.startsWith('EPREUVE')) expect(tags(after)).toEqual(tags(before));
    }),
  );
});

test('any bytes are rewritten or replaced, and never throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('', 'MSH|^~\\&|', '<ClinicalDocument xmlns="urn:hl7-org:v3">', '{"resourceType":', '%PDF-1.4'),
      fc.constantFrom('a.bin', 'a.txt', 'a.http', 'a.json'),
      (bytes, start, name) => {
        const content = Buffer.concat([Buffer.from(start), bytes]);
        const { bytes: after, removed } = redactor.redact({ bytes: content, name, mediaType: '' });
        if (removed) expect(Buffer.from(after).toString()).toContain('EPREUVE');
      },
    ),
    { numRuns: 500 },
  );
});
