import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** txt-1 and txt-2. */
export const narrativeSafe = defineRule<
  FhirResource,
  FhirContext,
  'malformed' | 'notADiv' | 'empty' | 'element' | 'attribute' | 'link'
>({
  id: 'fhir/narrative-safe',
  subject: 'fhir/resource',
  title: { fr: 'Le texte lisible est un XHTML simple et sûr', en: 'The narrative is simple, safe XHTML' },
  why: {
    fr: 'Un script ou un lien actif dans le texte s’exécuterait chez le lecteur.',
    en: 'A script or an active link in the text would run at the reader’s.',
  },
  repair: {
    fr: 'Gardez les seuls éléments et attributs de mise en forme que FHIR admet.',
    en: 'Keep only the formatting elements and attributes FHIR allows.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('narrative.html', '2.4.0 Narrative')],
  messages: {
    malformed: { fr: '{path} : XHTML mal formé', en: '{path}: malformed XHTML' },
    notADiv: {
      fr: '{path} doit être un <div> de l’espace de noms XHTML',
      en: '{path} must be a <div> in the XHTML namespace',
    },
    empty: { fr: '{path} ne contient ni texte ni image', en: '{path} holds neither text nor image' },
    element: { fr: '{path} : élément {name} non admis', en: '{path}: element {name} is not allowed' },
    attribute: { fr: '{path} : attribut {name} non admis', en: '{path}: attribute {name} is not allowed' },
    link: { fr: '{path} : adresse ou style à risque dans {name}', en: '{path}: unsafe address or style in {name}' },
  },
  check: (resource, context) => problemsFor('fhir/narrative-safe', resource, context),
});
