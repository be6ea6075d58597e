import type { Text } from '../../core/index.js';

/** One thing the server refuses, with what it answers. */
export interface Refusal {
  readonly status: number;
  /** Code of http://hl7.org/fhir/issue-type. */
  readonly issue: string;
  /** English is the `diagnostics`: it keeps the words the documentation gives, so that clients recognise them. */
  readonly text: Text;
}

const refusal = (status: number, issue: string, fr: string, en: string): Refusal => ({
  status,
  issue,
  text: { fr, en },
});

/**
 * What the API v1.5.2 refuses. Each line names its row of the reference `fhir-mesures.md`, itself taken from
 * nriss/interop-ig-fhir-mon-espace-sante `input/pagecontent/specifications-techniques.md`. The wording is ours.
 */
export const REFUSALS = {
  // §8.5, HTTP 400, "ID token not a valid JWT"
  badIdToken: refusal(400, 'invalid', 'Le jeton d’identité n’est pas un JWT valide', 'The ID token is not a valid JWT'),
  // §8.5, HTTP 400, "no bundle in the body"
  noBundle: refusal(400, 'structure', 'Aucun Bundle lisible dans le corps', 'No readable Bundle in the body'),
  // §8.5, HTTP 401, "access token invalid"
  badAccessToken: refusal(401, 'login', 'Jeton d’accès absent ou invalide', 'Access token missing or invalid'),
  // §8.5, HTTP 403, "idPE of the request differs from the one of the ID token"
  otherPatient: refusal(
    403,
    'forbidden',
    'L’identifiant du patient n’est pas celui du jeton d’identité',
    'The patient identifier of the request differs from the one of the ID token',
  ),
  // §8.5, HTTP 403, "user consent missing for this operation"
  noConsent: refusal(
    403,
    'forbidden',
    'L’usager n’a pas consenti à cette opération',
    'The user has not consented to this operation',
  ),
  // §8.5, HTTP 409, "OID of the ID token differs from the one registered"
  otherSolution: refusal(
    409,
    'conflict',
    'L’OID du jeton d’identité n’est pas celui de la solution enregistrée',
    'The OID of the ID token differs from the one registered',
  ),
  // §8.5, bundle: "other resource type or method than POST Observation/Device"
  notPostable: refusal(
    422,
    'not-supported',
    'Une entrée n’est ni un POST d’Observation ni un POST de Device',
    'This resource is not acceptable with method and url: only POST Observation and POST Device are',
  ),
  // §8.3 and §8.2: the body is a Bundle of type transaction
  notTransaction: refusal(422, 'invalid', 'Bundle.type doit être « transaction »', 'Bundle.type must be "transaction"'),
  // §8.5, bundle: "Device without well-formed ifNoneExist"
  badIfNoneExist: refusal(
    422,
    'invalid',
    'L’entrée Device doit porter request.ifNoneExist : identifier=urn:oid:<OID>|<identifiant>',
    'IfNoneExist of the Device entry must be identifier=urn:oid:<OID>|<device id>',
  ),
  // §8.5, bundle: "not exactly one Observation POST"
  notOneObservation: refusal(
    422,
    'invalid',
    'Le Bundle doit contenir exactement un POST d’Observation',
    'The Bundle must hold exactly one observation creation',
  ),
  // §8.2: "exactly one Observation POST + at most one Device conditional create"
  manyDevices: refusal(
    422,
    'invalid',
    'Le Bundle contient plus d’un Device',
    'The Bundle must hold at most one device creation',
  ),
  // §8.5, link: "Device present, Observation.device.reference missing"
  noDeviceReference: refusal(
    422,
    'invalid',
    'Un Device est présent : Observation.device.reference est obligatoire',
    'Observation.device.reference is mandatory when the Bundle holds a Device',
  ),
  // §8.5, link: "reference and Device.id differ"; §8.4 rule 2 of the link: "and conversely"
  notLinked: refusal(
    422,
    'invalid',
    'Observation.device.reference et Device.id ne désignent pas le même objet',
    'Observation and Device are not linked by id',
  ),
  // §8.5, observation: "no meta.profile"
  noObservationProfile: refusal(
    422,
    'invalid',
    'L’Observation doit annoncer son profil (meta.profile)',
    'Observation must provide meta.profile',
  ),
  // §8.5, observation: "meta.source outside the solution's OID"
  otherSource: refusal(
    422,
    'value',
    'meta.source ne commence pas par l’OID de la solution',
    'meta.source must start with the root editor oid',
  ),
  // §8.5, observation: "no value quantity"; §8.4 rule 1: a reason for absence is not enough
  noValue: refusal(
    422,
    'value',
    'L’Observation n’a pas de valeur ; un motif d’absence ne suffit pas',
    'Observation value quantity not provided; a reason for absence is not enough',
  ),
  // §8.5, observation: "BMI"; §8.4 rule 2: computed by the platform
  bmi: refusal(
    422,
    'not-supported',
    'L’IMC ne peut pas être alimenté : il est calculé par la plateforme',
    'Bmi cannot be created: the platform computes it',
  ),
  // §8.5, observation: "no subject.identifier"
  noSubject: refusal(
    422,
    'invalid',
    'subject.identifier est obligatoire (système et valeur)',
    'subject.identifier is mandatory (system and value)',
  ),
  // §8.5, observation: "moment missing (blood glucose)"; matrix of §8.4
  noMoment: refusal(
    422,
    'incomplete',
    'Le moment de la mesure est obligatoire pour une glycémie',
    'extension.moment is mandatory for blood glucose',
  ),
  // §8.5, observation: "moment not allowed"; matrix of §8.4
  moment: refusal(
    422,
    'invalid',
    'Le moment de la mesure n’est pas permis pour cette mesure de glucose',
    'extension.moment cannot be added to this kind of glucose measure',
  ),
  // §8.5, observation: "number of days missing"; matrix of §8.4
  noDays: refusal(
    422,
    'incomplete',
    'Le nombre de jours est obligatoire pour cette mesure de glucose',
    'extension.numberOfDays is mandatory for this kind of glucose measure',
  ),
  // §8.5, observation: "number of days not allowed"; matrix of §8.4
  days: refusal(
    422,
    'invalid',
    'Le nombre de jours n’est pas permis pour cette mesure de glucose',
    'extension.numberOfDays cannot be added to this kind of glucose measure',
  ),
  // §8.5, device: "no meta.profile"
  noDeviceProfile: refusal(
    422,
    'invalid',
    'Le Device doit annoncer son profil (meta.profile)',
    'Device must provide meta.profile',
  ),
  // §8.6: `code` mandatory, bare
  noCode: refusal(
    400,
    'invalid',
    'Le paramètre code est obligatoire : un code seul, sans système',
    'Parameter code is mandatory: one bare code, without its system',
  ),
  // §8.6: `subject.identifier` mandatory
  noSubjectParameter: refusal(
    400,
    'invalid',
    'Le paramètre subject.identifier est obligatoire : <OID>|<identifiant>',
    'Parameter subject.identifier is mandatory: <OID>|<patient identifier>',
  ),
  // §8.6: "a single bound is invalid"
  badDates: refusal(
    400,
    'invalid',
    'Le paramètre date est attendu deux fois : une borne basse (ge, gt) et une borne haute (le, lt)',
    'Parameter date is expected twice: a lower bound (ge, gt) and an upper bound (le, lt)',
  ),
  // §8.6, errors: "page size above the maximum"
  pageTooLarge: refusal(400, 'invalid', 'Taille de page au-delà du maximum (100)', 'Maximum page size exceeded (100)'),
  // §8.6: `_count` and `_offset` are numbers
  badPage: refusal(
    400,
    'invalid',
    '_count et _offset sont des nombres entiers positifs',
    '_count and _offset are positive whole numbers',
  ),
  // §8.6, errors: "_sort present but not exactly -date with _count=1"
  badSort: refusal(
    400,
    'invalid',
    'Le tri n’existe qu’en mode « dernière mesure » : _sort=-date avec _count=1',
    'Sort parameter is only accepted as _sort=-date with _count=1',
  ),
  // §8.6, errors: "both modes at once"
  bothModes: refusal(
    400,
    'invalid',
    'Les modes « toutes » et « dernière » ne peuvent pas être demandés ensemble',
    'Modes all and last cannot be requested concurrently',
  ),
  // §8.6, errors: "neither"
  noMode: refusal(
    400,
    'invalid',
    'Aucun mode de recherche reconnu : deux dates, ou _sort=-date avec _count=1',
    'No search mode detected: give two dates, or _sort=-date with _count=1',
  ),
} as const satisfies Record<string, Refusal>;

/** What any server answers; the API's documentation says nothing of it. */
export const OWN_REFUSALS = {
  notFound: refusal(404, 'not-found', 'Rien à cette adresse', 'Nothing at this address'),
  method: refusal(
    405,
    'not-supported',
    'Méthode non prise en charge à cette adresse',
    'Method not supported at this address',
  ),
  tooLarge: refusal(413, 'too-long', 'Corps au-delà de la taille permise', 'Body above the permitted size'),
  tooSlow: refusal(408, 'timeout', 'Le corps n’est pas arrivé à temps', 'The body did not arrive in time'),
  // §8.7: JSON only
  notJson: refusal(
    415,
    'not-supported',
    'Seul application/fhir+json est pris en charge',
    'Only application/fhir+json is supported',
  ),
  full: refusal(503, 'no-store', 'Le simulateur est plein', 'The simulator is full'),
  busy: refusal(503, 'transient', 'Indisponible pour l’instant, à dessein', 'Not available for now, on purpose'),
  throttled: refusal(429, 'throttled', 'Trop de demandes, à dessein', 'Too many requests, on purpose'),
  defect: refusal(500, 'exception', 'Défaut du simulateur', 'Defect of the simulator'),
} as const satisfies Record<string, Refusal>;
