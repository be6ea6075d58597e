import { createRequire } from 'node:module';
import fc from 'fast-check';
import { readFhir } from '../../../src/formats/fhir/index.js';
import { NATIVE_INVARIANTS } from '../../../src/rules/fhir/engine/native-invariants.js';

const require = createRequire(import.meta.url);
const fhirpath = require('fhirpath');
const model = require('fhirpath/fhir-context/r4');

const code = fc.constantFrom('a', 'b');
const coding = fc.record({ system: code, code }, { requiredKeys: ['code'] });
const concept = fc.record({ coding: fc.array(coding, { minLength: 1, maxLength: 2 }) });
const quantity = fc.record(
  { value: fc.integer(), code, system: code, comparator: fc.constant('<') },
  { requiredKeys: ['value'] },
);
const narrative = fc.constant({ status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">a</div>' });
const meta = fc.record(
  { versionId: code, lastUpdated: code, security: fc.array(coding, { minLength: 1, maxLength: 1 }) },
  { requiredKeys: [] },
);
const contained = fc.record(
  { resourceType: fc.constant('Patient'), id: code, meta, contained: fc.constant([{ resourceType: 'Patient' }]) },
  { requiredKeys: ['resourceType', 'id'] },
);
const inner = { dataAbsentReason: concept, valueQuantity: quantity, valueString: code };
const component = fc.record({ code: concept, ...inner }, { requiredKeys: ['code'] });
const range = fc.record({ low: quantity, high: quantity, text: code, type: concept }, { requiredKeys: ['type'] });
const observation = fc.record(
  {
    resourceType: fc.constant('Observation'),
    text: narrative,
    contained: fc.array(contained, { minLength: 1, maxLength: 2 }),
    code: concept,
    ...inner,
    component: fc.array(component, { minLength: 1, maxLength: 2 }),
    hasMember: fc.constant([{ reference: 'Observation/1' }]),
    referenceRange: fc.array(range, { minLength: 1, maxLength: 1 }),
  },
  { requiredKeys: ['resourceType', 'code'] },
);

/** Where each expression stands in an observation. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  'low.exists() or high.exists() or text.exists()': ['referenceRange', 'Observation.referenceRange'],
  'value.exists() or dataAbsentReason.exists()': ['component', 'Observation.component'],
  'code.empty() or system.exists()': ['valueQuantity', 'Quantity'],
  'comparator.empty()': ['valueQuantity', 'Quantity'],
};
/** Their FHIRPath as R4 wrote it is not usable: a Period would fail, see native-invariants.ts. */
const UNUSABLE = [
  '($this as dateTime).toString().length() >= 8',
  '$this is dateTime implies $this.toString().length() >= 10',
];
/** Of ContactPoint, which an observation has none of. */
const ELSEWHERE = ['value.empty() or system.exists()'];

test.each([...NATIVE_INVARIANTS.keys()].filter((each) => ![...UNUSABLE, ...ELSEWHERE].includes(each)))(
  '%s gives what FHIRPath gives',
  (expression) => {
    const native = NATIVE_INVARIANTS.get(expression);
    const [name, base] = PLACES[expression] ?? ['', 'Observation'];
    const evaluate = fhirpath.compile({ base, expression }, model);
    fc.assert(
      fc.property(observation, (resource) => {
        const plain = JSON.parse(JSON.stringify(resource));
        const { root } = readFhir(Buffer.from(JSON.stringify(resource)));
        const data = name === '' ? [plain] : [plain[name] ?? []].flat();
        const elements = name === '' ? [root] : root.all(name);
        const wanted = data.map((each) => evaluate(each, { resource: plain })[0]);
        const got = elements.map((element) => native?.({ element, resource: root, rootResource: root }));
        expect(got).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  },
);
