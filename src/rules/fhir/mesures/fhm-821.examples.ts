import type { Examples } from '../../examples.js';
import { ALL, fed, LAST, search } from './exchange-examples.js';

export const examples: Examples = {
  passed: [
    { title: 'a month', ...search(ALL) },
    { title: 'the last one', ...search(LAST) },
  ],
  failed: [
    {
      title: 'no code',
      ...search(ALL.replace('code=29463-7&', '')),
      findings: [{ messageId: 'missing', path: 'GET Observation code' }],
    },
    {
      title: 'the code with its system',
      ...search(ALL.replace('code=', 'code=http://loinc.org|')),
      findings: [{ messageId: 'value', path: 'GET Observation code' }],
    },
    {
      title: 'the parameter of older versions',
      ...search(ALL.replace('subject.identifier', 'patient')),
      findings: [{ messageId: 'missing', path: 'GET Observation subject.identifier' }],
    },
    {
      title: 'the patient without OID',
      ...search(ALL.replace('urn:oid:1.2.250.1.999.1.1%7C', '')),
      findings: [{ messageId: 'value', path: 'GET Observation subject.identifier' }],
    },
    {
      title: 'both modes',
      ...search(`${ALL}&_sort=-date&_count=1`),
      findings: [{ messageId: 'mode', path: 'GET Observation mode' }],
    },
    {
      title: 'neither mode',
      ...search(LAST.replace('&_sort=-date&_count=1', '')),
      findings: [{ messageId: 'mode', path: 'GET Observation mode' }],
    },
    {
      title: 'a single limit',
      ...search(ALL.replace('&date=le2026-03-31', '')),
      findings: [{ messageId: 'value', path: 'GET Observation date' }],
    },
    {
      title: 'the first ones',
      ...search(LAST.replace('-date', 'date')),
      findings: [{ messageId: 'value', path: 'GET Observation _sort' }],
    },
  ],
  inapplicable: [{ title: 'a feed', ...fed() }],
};
