import type { Text } from '../../core/index.js';

/** What a FHIR document says about itself. */
export interface FhirDocumentFacts {
  readonly resourceType: string;
  /** `meta.profile` of the document and of the resources in it. */
  readonly profiles: readonly string[];
  /** It holds an Observation of category vital-signs. */
  readonly hasVitalSigns: boolean;
}

export interface FhirPackChoice {
  /** For `loadPack`. */
  readonly packId: string;
  readonly why: Text;
}

/** Roots of canonical URLs (reference §1.2) and the pack that holds their profiles. The first one met decides. */
const FAMILIES: readonly { readonly root: string; readonly packId: string; readonly name: Text }[] = [
  {
    root: 'https://fhir.monespacesante.fr/ref/mesure/',
    packId: 'mes-api',
    name: { fr: 'profil de l’API de Mon espace santé', en: 'profile of the Mon espace santé API' },
  },
  {
    root: 'https://interop.esante.gouv.fr/ig/fhir/mesures/',
    packId: 'mesures',
    name: { fr: 'profil du guide Mesures de santé', en: 'profile of the health measures guide' },
  },
  {
    root: 'http://esante.gouv.fr/ci-sis/fhir/',
    packId: 'mesures',
    name: { fr: 'profil du volet Mesures de santé', en: 'profile of the first health measures volume' },
  },
  {
    root: 'https://hl7.fr/ig/fhir/core/',
    packId: 'fhir-fr-core',
    name: { fr: 'profil de FR Core', en: 'profile of FR Core' },
  },
  {
    root: 'http://hl7.org/fhir/uv/phd/',
    packId: 'fhir-fr-core',
    name: { fr: 'profil d’objet connecté (PHD)', en: 'profile of a personal health device (PHD)' },
  },
];

/** Every pack that `chooseFhirPack` can choose. */
export const FHIR_PACKS: readonly string[] = [...new Set(FAMILIES.map(({ packId }) => packId)), 'fhir-r4'];

/** The pack a FHIR document asks for by the profiles it declares, else by what it holds. */
export function chooseFhirPack({ profiles, hasVitalSigns }: FhirDocumentFacts): FhirPackChoice {
  for (const { root, packId, name } of FAMILIES) {
    if (!profiles.some((url) => url.startsWith(root))) continue;
    return { packId, why: { fr: `le document déclare un ${name.fr}`, en: `the document declares a ${name.en}` } };
  }
  if (hasVitalSigns) {
    return {
      packId: 'mesures',
      why: {
        fr: 'observation de catégorie vital-signs sans profil français déclaré : guide Mesures de santé',
        en: 'observation of category vital-signs without a French profile: health measures guide',
      },
    };
  }
  return {
    packId: 'fhir-r4',
    why: { fr: 'aucun profil français déclaré : FHIR R4 de base', en: 'no French profile declared: base FHIR R4' },
  };
}
