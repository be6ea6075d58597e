import type { Examples } from '../../examples.js';
import { EXAMPLE, profile, profiled, weight } from './example-resources.js';

const definitions = [
  profile('no-note', 'Observation', [
    { id: 'Observation.note', path: 'Observation.note', max: '0' },
    { id: 'Observation.performer', path: 'Observation.performer', max: '1' },
  ]),
];
const url = `${EXAMPLE}no-note`;

export const examples: Examples = {
  passed: [
    { title: 'a weight', fhir: { resource: weight() } },
    { title: 'one performer', fhir: { definitions, resource: profiled(url, { performer: [{ display: 'a' }] }) } },
  ],
  failed: [
    {
      title: 'no status and no code',
      fhir: { resource: weight({ status: undefined, code: undefined }) },
      findings: [
        { messageId: 'tooFew', path: 'Observation.status' },
        { messageId: 'tooFew', path: 'Observation.code' },
      ],
    },
    {
      title: 'two values of a choice',
      fhir: { resource: weight({ valueString: 'a' }) },
      findings: [{ messageId: 'tooMany', path: 'Observation.valueString' }],
    },
    {
      title: 'what the profile narrows or forbids',
      fhir: {
        definitions,
        resource: profiled(url, { performer: [{ display: 'a' }, { display: 'b' }], note: [{ text: 'c' }] }),
      },
      findings: [
        { messageId: 'tooMany', path: 'Observation.performer[1]' },
        { messageId: 'forbidden', path: 'Observation.note[0]' },
      ],
    },
  ],
};
