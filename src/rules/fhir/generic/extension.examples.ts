import type { FhirDefinition } from '../../../packs/index.js';
import type { Examples } from '../../examples.js';
import { EXAMPLE, HL7, patient, profile, weight } from './example-resources.js';

const modifier: FhirDefinition = profile('negated', 'Extension', [
  { id: 'Extension', path: 'Extension', isModifier: true, isModifierReason: 'negates' },
  { id: 'Extension.url', path: 'Extension.url', fixedUri: `${EXAMPLE}negated` },
]);
const negated = { url: `${EXAMPLE}negated`, valueBoolean: true };
const birthTime = { url: `${HL7}patient-birthTime`, valueDateTime: '1979-03-03T10:00:00Z' };

export const examples: Examples = {
  passed: [
    {
      title: 'the time of birth, on the birth date',
      fhir: { resource: patient({ _birthDate: { extension: [birthTime] } }) },
    },
    {
      title: 'a modifier in its place',
      fhir: { definitions: [modifier], resource: weight({ modifierExtension: [negated] }) },
    },
  ],
  failed: [
    {
      title: 'unknown ones',
      fhir: {
        resource: weight({
          extension: [{ url: 'https://epreuve.example/x', valueString: 'a' }],
          modifierExtension: [{ url: 'https://epreuve.example/y', valueString: 'a' }],
        }),
      },
      findings: [
        { messageId: 'unknown', path: 'Observation.extension[0]', severity: 'warning' },
        { messageId: 'unknownModifier', path: 'Observation.modifierExtension[0]' },
      ],
    },
    {
      title: 'the time of birth on the patient',
      fhir: { resource: patient({ extension: [birthTime] }) },
      findings: [{ messageId: 'context', path: 'Patient.extension[0]' }],
    },
    {
      title: 'modifiers and others confused',
      fhir: {
        definitions: [modifier],
        resource: patient({
          extension: [negated],
          modifierExtension: [{ url: `${HL7}patient-importance`, valueCodeableConcept: { text: 'a' } }],
        }),
      },
      findings: [
        { messageId: 'mustBeModifier', path: 'Patient.extension[0]' },
        { messageId: 'notAModifier', path: 'Patient.modifierExtension[0]' },
      ],
    },
  ],
};
