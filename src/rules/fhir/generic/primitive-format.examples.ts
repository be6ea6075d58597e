import type { Examples } from '../../examples.js';
import { EXAMPLE, profile, profiled, weight } from './example-resources.js';

const definitions = [
  profile('limits', 'Observation', [
    {
      id: 'Observation.value[x]',
      path: 'Observation.value[x]',
      type: [{ code: 'integer' }],
      minValueInteger: 0,
      maxValueInteger: 10,
    },
    { id: 'Observation.note.text', path: 'Observation.note.text', maxLength: 5 },
  ]),
];
const limited = (value: number, note: string) =>
  profiled(`${EXAMPLE}limits`, { valueQuantity: undefined, valueInteger: value, note: [{ text: note }] });

export const examples: Examples = {
  passed: [
    { title: 'dates to the year, the day, the second', fhir: { resource: weight({ effectiveDateTime: '2026' }) } },
    { title: 'a leap day', fhir: { resource: weight({ effectiveDateTime: '2024-02-29' }) } },
    { title: 'within the limits of the profile', fhir: { definitions, resource: limited(10, 'abcde') } },
  ],
  failed: [
    {
      title: 'a time without its zone',
      fhir: { resource: weight({ effectiveDateTime: '2026-03-02T07:40:00' }) },
      findings: [{ messageId: 'format', path: 'Observation.effectiveDateTime' }],
    },
    {
      title: 'a day that does not exist, an id too long, a code with a space in front',
      fhir: { resource: weight({ id: 'a'.repeat(65), language: ' fr', effectiveDateTime: '2026-02-29' }) },
      findings: [
        { messageId: 'format', path: 'Observation.effectiveDateTime' },
        { messageId: 'format', path: 'Observation.id' },
        { messageId: 'format', path: 'Observation.language' },
      ],
    },
    {
      title: 'a number that no reader holds',
      fhir: {
        resource: '{"resourceType":"Observation","status":"final","code":{"text":"a"},"valueQuantity":{"value":1e999}}',
      },
      findings: [{ messageId: 'format', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'an empty text',
      fhir: { resource: weight({ subject: { display: '' } }) },
      findings: [{ messageId: 'empty', path: 'Observation.subject.display' }],
    },
    {
      title: 'above the limits of the profile',
      fhir: { definitions, resource: limited(11, 'abcdef') },
      findings: [
        { messageId: 'tooLarge', path: 'Observation.valueInteger' },
        { messageId: 'tooLong', path: 'Observation.note[0].text' },
      ],
    },
    {
      title: 'below them',
      fhir: { definitions, resource: limited(-1, 'a') },
      findings: [{ messageId: 'tooSmall', path: 'Observation.valueInteger' }],
    },
  ],
};
