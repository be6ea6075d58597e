import { defineRule } from '../../../core/index.js';
import { isUnreadable } from '../../document-error.js';
import type { FhirContext } from '../context.js';
import { FHIR_FILE_MESSAGES, type FhirFile, type FhirFileMessage, unreadableProblem } from '../fhir-file.js';
import { problemAt } from './problem-at.js';
import { api, guide } from './sources.js';

const EXPECTED = ['Observation', 'Device', 'Patient', 'Bundle', 'DiagnosticReport', 'OperationOutcome'];

export const fhm101 = defineRule<FhirFile, FhirContext, 'otherType' | FhirFileMessage>({
  id: 'FHM-101',
  subject: 'fhir/resource',
  title: {
    fr: 'Le document se lit et est une ressource des mesures',
    en: 'The document can be read and is a resource of the measures',
  },
  why: {
    fr: 'Le flux des mesures n’échange que des observations, des objets connectés, des patients et leurs lots.',
    en: 'The flow of measures exchanges observations, devices, patients and their bundles only.',
  },
  repair: {
    fr: 'Vérifiez que le fichier est le bon ; sinon validez-le avec un autre pack.',
    en: 'Check that this is the right file; otherwise validate it with another pack.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Artifacts'), api('Feed')],
  messages: {
    ...FHIR_FILE_MESSAGES,
    otherType: {
      fr: '{path} : type {found}, attendu l’un de {expected}.',
      en: '{path}: type {found}, expected one of {expected}.',
    },
  },
  *check(resource) {
    if (isUnreadable(resource)) {
      yield unreadableProblem(resource);
      return;
    }
    const { element, bundle } = resource;
    const found = element.resourceType ?? '—';
    if (bundle !== undefined || EXPECTED.includes(found)) return;
    yield problemAt('otherType', resource, element, { found, expected: EXPECTED.join(', ') });
  },
});
