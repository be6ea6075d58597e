import type { Text } from '../../core/index.js';
import type { FhirElement } from '../../formats/fhir/index.js';
import { cutVersion, type FhirChoiceRow, type FhirProfileSet, type Pack } from '../../packs/index.js';
import type { FhirResource } from './context.js';
import { engineFor } from './engine/engine.js';

/** The profiles a resource is judged with, and why. */
export interface FhirProfileChoice {
  /** Canonical URLs of structures that are at hand; none: the base resource alone. */
  readonly judged: readonly string[];
  /** Canonical URLs of `meta.profile`, as written. */
  readonly declared: readonly string[];
  /** Those of `declared` that nothing at hand describes. */
  readonly unknown: readonly string[];
  /** Row that chose by code or by type, when `meta.profile` did not. */
  readonly guessedBy: FhirChoiceRow | undefined;
  readonly why: Text;
}

/** Profiles declared in `meta.profile` (or their aliases in the pack), else those the pack gives for the code. */
export function chooseProfiles({ element }: FhirResource, pack: Pack): FhirProfileChoice {
  const set = pack.fhir;
  const engine = engineFor(set);
  const declared = declaredProfiles(element);
  const judged = new Set<string>();
  const unknown: string[] = [];
  for (const url of declared) {
    const meant = aliasOf(set, url) ?? cutVersion(url);
    if (engine.structure(meant)) judged.add(meant);
    else unknown.push(cutVersion(url));
  }
  const ofPack = [...judged].some((url) => set !== undefined && Object.hasOwn(set.structures, url));
  const guessedBy = ofPack ? undefined : rowFor(set, element);
  if (guessedBy) judged.add(guessedBy.profile);
  const isDeclared = [...judged].every((url) => declared.some((each) => cutVersion(each) === url));
  return { judged: [...judged], declared, unknown, guessedBy, why: whyOf(pack, [...judged], guessedBy, isDeclared) };
}

export function declaredProfiles(element: FhirElement): string[] {
  const profiles = element.child('meta')?.all('profile') ?? [];
  return profiles.flatMap(({ text }) => (text === undefined || text === '' ? [] : [text]));
}

/** Profile of the pack that another canonical stands for. */
function aliasOf(set: FhirProfileSet | undefined, url: string): string | undefined {
  const cut = cutVersion(url);
  return set?.choices.find(({ aliases }) => aliases.includes(cut))?.profile;
}

/** The first row for the resource's type and one of its codes. */
export function rowFor(set: FhirProfileSet | undefined, element: FhirElement): FhirChoiceRow | undefined {
  const codes = new Set(codesOf(element));
  return set?.choices.find(
    (row) =>
      row.resourceType === element.resourceType &&
      (row.codes.length === 0 || row.codes.some((code) => codes.has(code))),
  );
}

/** `system|code` of what the resource is about: `code`, or `type` of a device. */
function codesOf(element: FhirElement): string[] {
  return ['code', 'type']
    .flatMap((name) => element.all(name))
    .flatMap((concept) => concept.all('coding'))
    .map((coding) => `${coding.valueOf('system') ?? ''}|${coding.valueOf('code') ?? ''}`);
}

function whyOf(pack: Pack, judged: readonly string[], guessedBy: FhirChoiceRow | undefined, isDeclared: boolean): Text {
  const name = `${pack.reference.id}@${pack.reference.version}`;
  const list = judged.join(', ');
  if (judged.length === 0) {
    return {
      fr: `${name} : aucun profil déclaré connu ni code prévu, ressource R4 de base`,
      en: `${name}: no known profile declared and no code provided for, base R4 resource`,
    };
  }
  if (guessedBy) {
    return {
      fr: `${name} : profil choisi d’après le code : ${list}`,
      en: `${name}: profile chosen from the code: ${list}`,
    };
  }
  if (!isDeclared) {
    return {
      fr: `${name} : meta.profile déclare une URL d’une autre famille ; profil équivalent de ce pack : ${list}`,
      en: `${name}: meta.profile declares a URL of another family; equivalent profile of this pack: ${list}`,
    };
  }
  return {
    fr: `${name} : profil déclaré dans meta.profile : ${list}`,
    en: `${name}: profile declared in meta.profile: ${list}`,
  };
}
