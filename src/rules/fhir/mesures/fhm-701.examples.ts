import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'a scale', ...guide(device()) },
    { title: 'at the API', ...api(device()) },
  ],
  failed: [
    {
      title: 'no system identifier',
      ...guide(device({ 'identifier[0].type.coding[0].code': 'OTHER' })),
      findings: [{ messageId: 'missing', path: 'Device.identifier' }],
    },
    {
      title: 'no version of the specialization',
      ...guide(device({ 'specialization[0].version': undefined })),
      findings: [{ messageId: 'missing', path: 'Device.specialization[0].version' }],
    },
    {
      title: 'no manufacturer',
      ...guide(device({ manufacturer: undefined })),
      findings: [{ messageId: 'missing', path: 'Device.manufacturer' }],
    },
    {
      title: 'another system of the identifier',
      ...guide(device({ 'identifier[0].system': 'urn:oid:1.2.3' })),
      findings: [{ messageId: 'value', path: 'Device.identifier[0].system' }],
    },
    {
      title: 'two system identifiers',
      ...guide(device({ 'identifier[1]': structuredClone((device().identifier as object[])[0]) })),
      findings: [{ messageId: 'extra', path: 'Device.identifier[1]' }],
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
