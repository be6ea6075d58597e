import fc from 'fast-check';
import { readFhirJson, writeFhirXml } from '../../../src/formats/fhir/index.js';
import { component, HL7, patient, profiled, weight } from '../../../src/rules/fhir/generic/example-resources.js';
import { type Check, checker, told } from '../../support/fhir-report.js';
import { growsInProportion } from '../../support/growth.js';

let check: Check;
beforeAll(async () => {
  check = await checker();
});

const pressure = profiled(`${HL7}bp`, {
  code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
  valueQuantity: undefined,
  component: [component('8480-6', 124), component('8462-4')],
});
const seeds = [
  weight(),
  profiled(`${HL7}bodyweight`),
  pressure,
  patient(),
  { resourceType: 'Bundle', type: 'collection', entry: [{ resource: weight() }] },
];

/** Keys in another order mean the same. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [random(), key, shuffled(part, random)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, part]) => [key, part]));
}

test('seeds are valid, in any order of their keys, indented or not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.nat(3),
      (seed, stream, indent) => {
        const random = () => stream.next().value as number;
        const report = check(JSON.stringify(shuffled(seed, random), null, indent));
        expect({ told: told(report), doubts: report.doubts }).toEqual({ told: [], doubts: [] });
      },
    ),
    { numRuns: 100 },
  );
});

test('XML is judged as JSON is', () => {
  const broken = [
    ...seeds,
    weight({ status: 'x', subject: undefined, valueQuantity: { value: 1, code: 'kg' } }),
    weight({ effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-02', end: '2026-03-01' } }),
    { ...pressure, component: [component('8480-6')] },
    patient({ gender: 'x', contact: [{ gender: 'male' }], extension: [{ url: 'https://epreuve.example/x' }] }),
  ];
  for (const resource of broken) {
    const json = readFhirJson(Buffer.from(JSON.stringify(resource)));
    // Positions in arrays of one item are not written in XML.
    const bare = (lines: readonly string[]) => lines.map((line) => line.replace(/\[\d+\]/g, '')).sort();
    expect(bare(told(check(writeFhirXml(json.root))))).toEqual(bare(told(check(resource))));
  }
});

test('whatever is put in place of a part, judging ends and tells places of the document', () => {
  const junk = fc.jsonValue({ maxDepth: 3 });
  const places = fc.constantFrom(
    'status',
    'code',
    'category',
    'subject',
    'valueQuantity',
    'component',
    'meta',
    'text',
    'contained',
    'extension',
    'modifierExtension',
    'effectiveDateTime',
    'referenceRange',
    'hasMember',
    '_status',
  );
  fc.assert(
    fc.property(fc.constantFrom(...seeds.slice(0, 3)), places, junk, (seed, place, value) => {
      const text = JSON.stringify({ ...seed, [place]: value });
      const report = check(text);
      const { length } = Buffer.from(text);
      for (const { element } of report.problems) expect(element.end).toBeLessThanOrEqual(length);
    }),
    { numRuns: 400 },
  );
});

test('a large broken bundle keeps its findings bounded', () => {
  const contained = Array.from({ length: 3000 }, (_, index) => ({
    resourceType: 'Patient',
    id: `p${index}`,
    gender: 'x',
  }));
  const report = check(weight({ contained }));
  expect(report.problems.length).toBe(2000);
});

test('judging grows with the size of the document, not with its square', () => {
  const workOn = (length: number) => {
    const contained = Array.from({ length }, (_, index) => ({
      resourceType: 'Basic',
      id: `b${index}`,
      code: { text: 'a' },
    }));
    const measure = weight({ contained, focus: contained.map(({ id }) => ({ reference: `#${id}` })) });
    return () => expect(told(check(measure))).toEqual([]);
  };
  expect(growsInProportion(workOn, 2500)).toBe(true);
});
