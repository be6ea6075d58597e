import { defineRule } from '../../../core/index.js';
import { isUnreadable } from '../../document-error.js';
import type { FhirContext } from '../context.js';
import { FHIR_FILE_MESSAGES, type FhirFile, type FhirFileMessage, unreadableProblem } from '../fhir-file.js';
import { r4 } from './sources.js';

export const readable = defineRule<FhirFile, FhirContext, FhirFileMessage>({
  id: 'fhir/readable',
  subject: 'fhir/resource',
  title: { fr: 'Le document est du FHIR lisible', en: 'The document is FHIR that can be read' },
  why: {
    fr: 'Un document que l’analyseur refuse n’est reçu nulle part.',
    en: 'A document that the parser refuses is received nowhere.',
  },
  repair: {
    fr: 'Écrivez le document avec une bibliothèque JSON ou XML, en UTF-8.',
    en: 'Write the document with a JSON or XML library, in UTF-8.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [
    r4('json.html', '2.6.2 JSON Representation of Resources'),
    r4('xml.html', '2.6.1 XML Representation of Resources'),
    { standard: 'RFC 8259', section: '2. JSON Grammar' },
  ],
  messages: FHIR_FILE_MESSAGES,
  *check(file) {
    if (isUnreadable(file)) yield unreadableProblem(file);
  },
});
