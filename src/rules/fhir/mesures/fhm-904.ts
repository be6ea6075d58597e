import { defineRule } from '../../../core/index.js';
import { cutVersion } from '../../../packs/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { engineFor } from '../engine/engine.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { frCore } from './sources.js';

const messages = claimMessages('missing', 'code');

export const fhm904 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-904',
  subject: 'fhir/resource',
  title: {
    fr: 'L’identité INS a son sexe, sa date de naissance et son nom officiel',
    en: 'An INS identity has its sex, birth date and official name',
  },
  why: {
    fr: 'Ces traits stricts accompagnent toujours l’INS ; le sexe other n’existe pas dans l’INS.',
    en: 'These strict traits always go with the INS; the sex "other" does not exist in the INS.',
  },
  repair: {
    fr: 'Renseignez gender (male, female ou unknown), birthDate et name official avec family et given.',
    en: 'Fill in gender (male, female or unknown), birthDate and the official name with family and given.',
  },
  severity: 'error',
  trust: 'national',
  spec: [frCore('fr-core-patient-ins')],
  messages,
  appliesTo: isResource('Patient'),
  *check(resource, context) {
    yield* claimed('FHM-904', messages, resource, context);
    const url = context.profiles.declared.map(cutVersion).find((each) => each.endsWith('/fr-core-patient-ins'));
    // A copy of FR Core given by the user describes these extensions; our sheet does not know their addresses.
    const structure = url === undefined ? undefined : engineFor(context.pack.fhir).structure(url);
    if (structure && !structure.byId.has('Patient.extension:birthPlace')) yield { cantTell: NOT_LOOKED_AT };
  },
});

const NOT_LOOKED_AT = {
  fr: 'fr-core-patient-ins demande aussi le lieu de naissance avec son code INSEE et la liste des prénoms de l’acte de naissance (extensions birthPlace et birth-list-given-name) : Épreuve n’en connaît pas l’adresse et ne les vérifie pas ; donnez votre copie de FR Core avec --fhir-package',
  en: 'fr-core-patient-ins also asks for the birth place with its INSEE code and the list of given names of the birth record (extensions birthPlace and birth-list-given-name): Épreuve does not know their addresses and does not check them; give your copy of FR Core with --fhir-package',
};
