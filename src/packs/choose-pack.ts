import type { Text } from '../core/index.js';

/** What a message says about itself, as texts of its header; empty when absent. */
export interface MessageFacts {
  /** MSH-9.1. */
  readonly type: string;
  /** MSH-9.2. */
  readonly event: string;
  /** MSH-12.1. */
  readonly version: string;
  readonly msh12_2?: string | undefined;
  readonly msh12_3?: string | undefined;
  /** Components 1 and 2 of each repetition of MSH-21, or its whole text. */
  readonly msh21?: string | readonly string[] | undefined;
  /** It transmits CDA documents: ORU^R01 or MDM, by profile, event or content. */
  readonly transmitsCda?: boolean;
}

export interface PackChoice {
  /** For `loadPack`; undefined when no pack can judge the message (the outcome is then cantTell). */
  readonly packId: string | undefined;
  readonly why: Text;
}

/** Versions with a dictionary under profiles/hl7v2-base. */
const DICTIONARIES = ['2.3.1', '2.5', '2.5.1', '2.6'];
/** Acknowledgements of later versions answer messages the PAM packs do not describe. */
const AFTER_PAM = /^2\.(?:[6-9]|\d\d)(?:\.\d+)?$/;

/**
 * The pack a message asks for by what it declares. ADT and ACK that declare the French PAM profile are held to it;
 * without the declaration they are judged by the tolerant DMN profile; other messages by the HL7 dictionary.
 */
export function choosePack(facts: MessageFacts): PackChoice {
  const isPam = facts.type === 'ADT' || facts.type === 'ACK';
  if (isPam && declaresFrenchPam(facts)) {
    return chosen('ihe-pam-fr', {
      fr: 'le message déclare le profil PAM France (MSH-12 ou MSH-21)',
      en: 'the message declares the French PAM profile (MSH-12 or MSH-21)',
    });
  }
  // An ADT of any version is judged, so that the version itself is the finding (PAM-MSH-12-VERSION).
  if (facts.type === 'ADT' || (isPam && !AFTER_PAM.test(facts.version))) {
    return chosen('pam-dmn', {
      fr: `message ${facts.type} qui ne déclare pas le profil PAM France : profil tolérant d’un DMN, qui juge aussi la version HL7 annoncée`,
      en: `${facts.type} message that does not declare the French PAM profile: tolerant profile of a DMN, which also judges the HL7 version announced`,
    });
  }
  if (facts.transmitsCda) return forCda(facts);
  if (DICTIONARIES.includes(facts.version)) {
    return chosen(`hl7v2-base@${facts.version}`, {
      fr: `pas un message PAM : dictionnaire HL7 ${facts.version}`,
      en: `not a PAM message: HL7 ${facts.version} dictionary`,
    });
  }
  return { packId: undefined, why: noDictionary(facts.version) };
}

/** The ANS part asks for ORU in 2.5 and MDM in 2.6; another version is CDA-MSG-VERSION's finding. */
function forCda({ type, version }: MessageFacts): PackChoice {
  if (type === 'ORU' && version === '2.5') {
    return chosen('cda-hl7v2', {
      fr: 'message ORU qui transmet un document CDA : volet ANS et dictionnaire HL7 2.5',
      en: 'ORU message that transmits a CDA document: ANS part and HL7 2.5 dictionary',
    });
  }
  if (type === 'MDM' && version === '2.6') {
    return chosen('cda-hl7v2-mdm', {
      fr: 'message MDM qui transmet un document CDA : volet ANS et dictionnaire HL7 2.6',
      en: 'MDM message that transmits a CDA document: ANS part and HL7 2.6 dictionary',
    });
  }
  return chosen('cda-hl7v2-bare', {
    fr: 'message qui transmet un document CDA dans une autre version HL7 que celle du volet ANS : volet seul ; la structure, les champs et les tables ne sont pas vérifiés',
    en: 'message that transmits a CDA document in another HL7 version than the ANS part prescribes: the part alone; structure, fields and tables are not checked',
  });
}

function declaresFrenchPam({ msh12_2, msh12_3, msh21 }: MessageFacts): boolean {
  if (msh12_2 === 'FRA' && /^2\.\d+(?:\.\d+)?$/.test(msh12_3 ?? '')) return true;
  return [msh21 ?? []].flat().some((profile) => /IHE_FRANCE.*PAM/.test(profile));
}

function chosen(packId: string, why: Text): PackChoice {
  return { packId, why };
}

function noDictionary(version: string): Text {
  // A reason is never masked, so only what surely is a version number is repeated in it.
  const name = /^\d(?:\.\d){0,2}$/.test(version) ? version : undefined;
  const held = DICTIONARIES.join(', ');
  if (name === undefined) {
    return {
      fr: `MSH-12.1 ne donne pas de version HL7 : indiquez le pack avec --pack. Dictionnaires présents : ${held}`,
      en: `MSH-12.1 does not give an HL7 version: name the pack with --pack. Dictionaries at hand: ${held}`,
    };
  }
  return {
    fr: `aucun dictionnaire pour HL7 ${name} : indiquez le pack avec --pack. Dictionnaires présents : ${held}`,
    en: `no dictionary for HL7 ${name}: name the pack with --pack. Dictionaries at hand: ${held}`,
  };
}
