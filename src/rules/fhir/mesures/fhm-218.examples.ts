import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'women',
      ...api(
        measure(
          'bmi',
          {
            'referenceRange[0]': {
              text: '18-25',
              appliesTo: [
                {
                  coding: [
                    {
                      system:
                        'https://mos.esante.gouv.fr/NOS/TRE_R303-HL7v3AdministrativeGender/FHIR/TRE-R303-HL7v3AdministrativeGender',
                      code: 'F',
                    },
                  ],
                },
              ],
            },
          },
          'api',
        ),
      ),
    },
    {
      title: '3.2.0 dropped the list',
      ...guide(
        measure('bmi', {
          'referenceRange[0]': {
            text: '18-25',
            appliesTo: [{ coding: [{ system: 'https://example.org/x', code: 'adults' }] }],
          },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'a code of our own',
      ...api(
        measure(
          'bmi',
          {
            'referenceRange[0]': {
              text: '18-25',
              appliesTo: [{ coding: [{ system: 'https://example.org/x', code: 'adults' }] }],
            },
          },
          'api',
        ),
      ),
      findings: [{ messageId: 'code', path: 'Observation.referenceRange[0].appliesTo[0].coding[0].code' }],
    },
    {
      title: 'no code',
      ...api(
        measure(
          'bmi',
          { 'referenceRange[0]': { text: '18-25', appliesTo: [{ coding: [{ system: 'https://example.org/x' }] }] } },
          'api',
        ),
      ),
      findings: [{ messageId: 'missing', path: 'Observation.referenceRange[0].appliesTo[0].coding[0].code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
