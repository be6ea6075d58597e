import type { Examples } from '../../examples.js';
import { patient, weight } from './example-resources.js';

const A = 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10';
const request = { method: 'POST', url: 'Observation' };
const response = { status: '201 Created' };
const bundle = (type: string, entry: object[], more: object = {}) => ({ resourceType: 'Bundle', type, ...more, entry });

export const examples: Examples = {
  passed: [
    {
      title: 'a transaction',
      fhir: { resource: bundle('transaction', [{ fullUrl: A, resource: weight(), request }]) },
    },
    {
      title: 'a search',
      fhir: {
        resource: bundle(
          'searchset',
          [{ fullUrl: 'https://fhir.example/Patient/1', resource: patient(), search: { mode: 'match' } }],
          { total: 1 },
        ),
      },
    },
    { title: 'no Bundle', fhir: { resource: weight() } },
  ],
  failed: [
    {
      title: 'a transaction with the parts of a search and of an answer',
      fhir: {
        resource: bundle('transaction', [{ resource: weight(), search: { mode: 'match' }, response }], { total: 1 }),
      },
      findings: [
        { messageId: 'totalOutsideSearch', path: 'Bundle.total' },
        { messageId: 'searchOutsideSearch', path: 'Bundle.entry[0].search' },
        { messageId: 'noRequest', path: 'Bundle.entry[0].request' },
        { messageId: 'responseUnexpected', path: 'Bundle.entry[0].response' },
      ],
    },
    {
      title: 'an answer with the parts of a transaction',
      fhir: { resource: bundle('transaction-response', [{ request }]) },
      findings: [
        { messageId: 'requestUnexpected', path: 'Bundle.entry[0].request' },
        { messageId: 'noResponse', path: 'Bundle.entry[0].response' },
      ],
    },
    {
      title: 'addresses that name no entry for good',
      fhir: {
        resource: bundle('collection', [
          { fullUrl: A, resource: weight() },
          { fullUrl: A, resource: weight() },
          { fullUrl: '0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e12', resource: weight() },
          { fullUrl: 'https://fhir.example/Patient/1/_history/2', resource: patient() },
        ]),
      },
      findings: [
        { messageId: 'fullUrlTwice', path: 'Bundle.entry[1].fullUrl' },
        { messageId: 'fullUrlRelative', path: 'Bundle.entry[2].fullUrl', severity: 'warning' },
        { messageId: 'fullUrlVersioned', path: 'Bundle.entry[3].fullUrl' },
      ],
    },
  ],
};
