import type { Examples } from '../../examples.js';
import { device, measure } from './example-resources.js';
import { ALL, fed, LAST, search, searchset } from './exchange-examples.js';

const NEXT = 'https://example.org/fhir/Observation?_offset=1';
const SELF = { relation: 'self', url: 'https://example.org/fhir/Observation' };

export const examples: Examples = {
  passed: [
    { title: 'a weight of the month', ...search(ALL, searchset()) },
    {
      title: 'the first of two pages',
      ...search(`${ALL}&_count=1`, searchset(undefined, { total: 2, link: [SELF, { relation: 'next', url: NEXT }] })),
    },
    { title: 'the second of two pages', ...search(`${ALL}&_count=1&_offset=1`, searchset(undefined, { total: 2 })) },
    { title: 'none', ...search(LAST, searchset([])) },
  ],
  failed: [
    {
      title: 'a collection',
      ...search(ALL, searchset([], { type: 'collection' })),
      findings: [{ messageId: 'notASearchset', path: 'Bundle' }],
    },
    {
      title: 'no total',
      ...search(ALL, searchset(undefined, { total: undefined })),
      findings: [{ messageId: 'total', path: 'Bundle' }],
    },
    {
      title: 'no link',
      ...search(ALL, searchset(undefined, { link: undefined })),
      findings: [{ messageId: 'noLink', path: 'Bundle.link' }],
    },
    {
      title: 'no way to the second page',
      ...search(`${ALL}&_count=1`, searchset(undefined, { total: 2 })),
      findings: [{ messageId: 'noLink', path: 'Bundle.link' }],
    },
    {
      title: 'a height',
      ...search(ALL, searchset([measure('height', {}, 'api')])),
      findings: [{ messageId: 'otherCode', path: 'Bundle.entry[0].resource' }],
    },
    {
      title: 'another patient',
      ...search(ALL, searchset([measure('weight', { 'subject.identifier.value': 'PE-000043' }, 'api')])),
      findings: [{ messageId: 'otherPatient', path: 'Bundle.entry[0].resource.subject.identifier' }],
    },
    {
      title: 'the month before',
      ...search(ALL, searchset([measure('weight', { effectiveDateTime: '2026-02-27' }, 'api')])),
      findings: [{ messageId: 'otherDate', path: 'Bundle.entry[0].resource' }],
    },
    {
      title: 'a device twice',
      ...search(ALL, searchset([measure('weight', {}, 'api'), device(), device()], { total: 1 })),
      findings: [{ messageId: 'deviceTwice', path: 'Bundle.entry[2].resource' }],
    },
  ],
  inapplicable: [
    { title: 'a feed', ...fed() },
    { title: 'a refusal', ...search(ALL, undefined, 403) },
  ],
};
