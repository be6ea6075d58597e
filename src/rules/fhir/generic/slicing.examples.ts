import type { Examples } from '../../examples.js';
import { component, EXAMPLE, HL7, profile, profiled } from './example-resources.js';

const bp = (...components: object[]) =>
  profiled(`${HL7}bp`, {
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    valueQuantity: undefined,
    component: components,
  });

const slices = (rules: 'open' | 'closed' | 'openAtEnd', ordered: boolean, name: string) =>
  profile(name, 'Observation', [
    {
      id: 'Observation.note',
      path: 'Observation.note',
      slicing: { discriminator: [{ type: 'value', path: 'text' }], rules, ordered },
    },
    ...['a', 'b'].flatMap((text) => [
      { id: `Observation.note:${text}`, path: 'Observation.note', sliceName: text, max: '1' },
      { id: `Observation.note:${text}.text`, path: 'Observation.note.text', fixedMarkdown: text },
    ]),
  ]);
const definitions = [slices('closed', false, 'closed'), slices('openAtEnd', true, 'at-end')];
const notes = (name: string, ...texts: string[]) => profiled(EXAMPLE + name, { note: texts.map((text) => ({ text })) });

export const examples: Examples = {
  passed: [
    { title: 'systolic and diastolic', fhir: { resource: bp(component('8480-6'), component('8462-4')) } },
    { title: 'in order, others at the end', fhir: { definitions, resource: notes('at-end', 'a', 'b', 'c') } },
  ],
  failed: [
    {
      title: 'systolic twice, no diastolic',
      fhir: { resource: bp(component('8480-6'), component('8480-6', 90)) },
      findings: [
        { messageId: 'tooMany', path: 'Observation.component[1]' },
        { messageId: 'tooFew', path: 'Observation.component' },
      ],
    },
    {
      title: 'a quantity at the top of a blood pressure',
      fhir: { resource: { ...bp(component('8480-6'), component('8462-4')), valueQuantity: { value: 1 } } },
      findings: [{ messageId: 'forbidden', path: 'Observation.valueQuantity' }],
    },
    {
      title: 'outside closed slices',
      fhir: { definitions, resource: notes('closed', 'a', 'c') },
      findings: [{ messageId: 'notInASlice', path: 'Observation.note[1]' }],
    },
    {
      title: 'out of order, and before the slices',
      fhir: { definitions, resource: notes('at-end', 'c', 'b', 'a') },
      findings: [
        { messageId: 'notAtEnd', path: 'Observation.note[0]' },
        { messageId: 'order', path: 'Observation.note[2]' },
      ],
    },
  ],
};
