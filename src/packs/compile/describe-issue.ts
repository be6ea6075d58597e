import type { core } from 'zod';
import type { Text } from '../../core/index.js';

export interface IssueDescription {
  readonly path: readonly PropertyKey[];
  /** A key of the mapping at `path` that is to be shown. */
  readonly key?: string;
  readonly reason: Text;
  readonly remedy: Text;
}

type Hint = { readonly reason: Text; readonly remedy: Text };

/** By the message given in schema.ts. */
const SHAPE_HINTS: Readonly<Record<string, Text>> = {
  ruleId: {
    fr: 'Écrivez un identifiant de règle, par exemple PAM-PID-8 ou hl7v2/field-required.',
    en: 'Write a rule id, e.g. PAM-PID-8 or hl7v2/field-required.',
  },
  rulePattern: {
    fr: 'Écrivez un identifiant de règle, un début suivi de « * », ou « ! » devant pour exclure, par exemple "!PAM-XYZ".',
    en: 'Write a rule id, a beginning followed by *, or a leading ! to leave it out, e.g. "!PAM-XYZ".',
  },
  segment: {
    fr: 'Un nom de segment a trois caractères, par exemple PID.',
    en: 'A segment name is three characters, e.g. PID.',
  },
  event: { fr: 'Un événement a trois caractères, par exemple A28.', en: 'An event is three characters, e.g. A28.' },
  card: {
    fr: 'Écrivez la cardinalité "min..max" avec un minimum de 0 ou 1, par exemple "0..1" ou "1..*".',
    en: 'Write the cardinality "min..max" with a minimum of 0 or 1, e.g. "0..1" or "1..*".',
  },
  dataType: { fr: 'Écrivez un type de données, par exemple CX.', en: 'Write a data type, e.g. CX.' },
  packId: {
    fr: 'Écrivez l’identifiant en minuscules, chiffres et tirets, par exemple mon-pack.',
    en: 'Write the id with lower-case letters, digits and hyphens, e.g. my-pack.',
  },
  version: { fr: 'Écrivez une version, par exemple "2.11".', en: 'Write a version, e.g. "2.11".' },
  packReference: {
    fr: 'Écrivez identifiant@version, sans chemin de fichier, par exemple ihe-pam-fr@2.11.',
    en: 'Write id@version, not a file path, e.g. ihe-pam-fr@2.11.',
  },
  predicatePath: {
    fr: 'Écrivez un chemin tel que PID-35 (ou HD.2 dans un type de données).',
    en: 'Write a path such as PID-35 (or HD.2 inside a data type).',
  },
  predicate: {
    fr: 'Formes admises : { valued: "PID-35" }, { equals: { path: "PV1-2", value: I } }, { event: A01 }, { all: […] }, { any: […] }, { not: … }.',
    en: 'Forms allowed: { valued: "PID-35" }, { equals: { path: "PV1-2", value: I } }, { event: A01 }, { all: […] }, { any: […] }, { not: … }.',
  },
  slug: {
    fr: 'Écrivez un identifiant en minuscules, chiffres et tirets, par exemple create-patient.',
    en: 'Write an id with lower-case letters, digits and hyphens, e.g. create-patient.',
  },
  variableName: {
    fr: 'Écrivez un nom en lettres et chiffres qui commence par une minuscule, par exemple patient.',
    en: 'Write a name in letters and digits that starts with a lower-case letter, e.g. patient.',
  },
  duration: { fr: 'Écrivez une durée : 500ms, 5s, 2m ou 1h.', en: 'Write a duration: 500ms, 5s, 2m or 1h.' },
  oneOrMore: { fr: 'Écrivez un texte ou une liste de textes.', en: 'Write a text or a list of texts.' },
  webAddress: {
    fr: 'Écrivez une adresse entière, par exemple https://interop.esante.gouv.fr.',
    en: 'Write a whole address, e.g. https://interop.esante.gouv.fr.',
  },
  isoDate: { fr: 'Écrivez la date "AAAA-MM-JJ", entre guillemets.', en: 'Write the date "YYYY-MM-DD", in quotes.' },
  sha256: {
    fr: 'Écrivez les 64 chiffres hexadécimaux de l’empreinte.',
    en: 'Write the 64 hexadecimal digits of the digest.',
  },
  requirementId: {
    fr: 'Écrivez la famille puis le numéro, par exemple "INS 45".',
    en: 'Write the family then the number, e.g. "INS 45".',
  },
  requirementPattern: {
    fr: 'Écrivez "INS 45", "INS 42-44" ou "INS *".',
    en: 'Write "INS 45", "INS 42-44" or "INS *".',
  },
  siret: {
    fr: 'Écrivez les 14 chiffres du SIRET, entre guillemets.',
    en: 'Write the 14 digits of the SIRET, in quotes.',
  },
  criterionId: {
    fr: 'Écrivez des capitales, un tiret, un nombre : ID-1.',
    en: 'Write capitals, a hyphen, a number: ID-1.',
  },
  numbers: { fr: 'Écrivez un numéro "5" ou une suite "7-10".', en: 'Write a number "5" or a range "7-10".' },
  family: { fr: 'Écrivez le code d’une famille, par exemple INS.', en: 'Write the code of a family, e.g. INS.' },
  condition: {
    fr: 'Formes admises : { fact: identity.role, is: slave }, { all: […] }, { any: […] }, { not: … }.',
    en: 'Forms allowed: { fact: identity.role, is: slave }, { all: […] }, { any: […] }, { not: … }.',
  },
};

const TYPE_WORDS: Readonly<Record<string, Text>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un ensemble clé : valeur', en: 'a mapping of keys to values' },
  record: { fr: 'un ensemble clé : valeur', en: 'a mapping of keys to values' },
  tuple: { fr: 'une liste', en: 'a list' },
};

const QUOTE_REMEDY: Text = {
  fr: 'Mettez la valeur entre guillemets, par exemple "01".',
  en: 'Put the value in quotes, e.g. "01".',
};

export function UNQUOTED_KEY(key: string): Hint {
  return {
    reason: {
      fr: `la clé ${key} n’est pas un texte : YAML la lit comme un nombre ou un booléen`,
      en: `the key ${key} is not a text: YAML reads it as a number or a boolean`,
    },
    remedy: { fr: `Écrivez "${key}" entre guillemets.`, en: `Write "${key}" in quotes.` },
  };
}

export function describeYamlError(code: string, message: string): Hint {
  if (code === 'DUPLICATE_KEY') {
    return {
      reason: { fr: 'cette clé est écrite deux fois', en: 'this key is written twice' },
      remedy: { fr: 'Gardez-en une seule.', en: 'Keep only one of them.' },
    };
  }
  if (code === 'ALIAS') {
    return {
      reason: {
        fr: 'un alias (*nom) est inconnu ou répété sans mesure',
        en: 'an alias (*name) is unknown or repeated beyond measure',
      },
      remedy: { fr: 'Écrivez les valeurs en entier.', en: 'Write the values in full.' },
    };
  }
  const detail = message.split('\n', 1)[0] ?? code;
  return {
    reason: { fr: `YAML illisible (${detail})`, en: `unreadable YAML (${detail})` },
    remedy: {
      fr: 'Vérifiez l’indentation, les deux-points et les guillemets de cette ligne.',
      en: 'Check the indentation, colons and quotes of this line.',
    },
  };
}

/** One description per mistake: an issue about three unknown keys becomes three. */
export function describeIssue(issue: core.$ZodIssue, data: unknown): readonly IssueDescription[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path, key, ...unknownKey(key) }));
  }
  if (issue.code === 'invalid_key') return [{ path, ...describeOne(issue.issues[0] ?? issue, path.at(-1)) }];
  return [{ path, ...describeOne(issue, valueAt(data, path)) }];
}

function describeOne(issue: core.$ZodIssue, value: unknown): Hint {
  const name = nameOf(issue.path);
  const hint = SHAPE_HINTS[issue.message];
  if (issue.code === 'invalid_type') return wrongType(name, issue.expected, value);
  if (issue.code === 'invalid_value') return notOneOf(name, value, issue.values);
  return {
    reason: {
      fr: `${name}${show(value)}n’a pas la forme attendue`,
      en: `${name}${show(value)}does not have the expected form`,
    },
    remedy: hint ?? { fr: `Corrigez cette valeur (${issue.code}).`, en: `Correct this value (${issue.code}).` },
  };
}

function unknownKey(key: string): Hint {
  return {
    reason: { fr: `clé inconnue : ${key}`, en: `unknown key: ${key}` },
    remedy: {
      fr: 'Vérifiez son orthographe (clés admises : docs/schemas) ; si c’est la fin d’un texte qui contient une virgule ou un deux-points, mettez ce texte entre guillemets.',
      en: 'Check its spelling (keys allowed: docs/schemas); if it is the end of a text with a comma or a colon, put that text in quotes.',
    },
  };
}

function wrongType(name: string, expected: string, value: unknown): Hint {
  const word = TYPE_WORDS[expected] ?? { fr: expected, en: expected };
  if (value === undefined) {
    return {
      reason: { fr: `${name}manque`, en: `${name}is missing` },
      remedy: { fr: `Ajoutez-le : ${word.fr}.`, en: `Add it: ${word.en}.` },
    };
  }
  const looksLikeText = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  return {
    reason: { fr: `${name}${show(value)}n’est pas ${word.fr}`, en: `${name}${show(value)}is not ${word.en}` },
    remedy: looksLikeText ? QUOTE_REMEDY : { fr: `Écrivez ${word.fr}.`, en: `Write ${word.en}.` },
  };
}

function notOneOf(name: string, value: unknown, values: readonly unknown[]): Hint {
  const list = values.map(String).join(', ');
  return {
    reason: {
      fr: `${name}${show(value)}ne fait pas partie des valeurs admises`,
      en: `${name}${show(value)}is not one of the values allowed`,
    },
    remedy: { fr: `Valeurs admises : ${list}.`, en: `Values allowed: ${list}.` },
  };
}

/** The key people see, with a space after it; nothing at the top of a file. */
function nameOf(path: readonly PropertyKey[]): string {
  const key = [...path].reverse().find((step) => typeof step === 'string');
  return key === undefined ? '' : `${String(key)} `;
}

/** A scalar, with a space after it; nothing for a list or a mapping. */
function show(value: unknown): string {
  if (typeof value === 'string') return `« ${value.slice(0, 60)} » `;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value} ` : '';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
