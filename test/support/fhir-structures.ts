import { component, patient, weight } from '../../src/rules/fhir/generic/example-resources.js';

/** Right and wrong structures of base R4 that every validator we compare with judges as we do, by what is right or wrong. */
export const STRUCTURES: Readonly<Record<string, object>> = {
  weight: weight(),
  patient: patient(),
  'two components': weight({ valueQuantity: undefined, component: [component('8480-6'), component('8462-4')] }),
  'no status': weight({ status: undefined }),
  'no code': weight({ code: undefined }),
  'unknown property': weight({ valeur: 1 }),
  'unknown property inside': weight({ subject: { ref: 'a' } }),
  'number in quotes': weight({ valueQuantity: { value: '68.4' } }),
  'array missing': weight({ note: { text: 'a' } }),
  'array in excess': weight({ status: ['final'] }),
  'object expected': weight({ method: 'scale' }),
};
