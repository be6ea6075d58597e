import { defineRule, type Problem } from '../../../core/index.js';
import { type CdaDocument, libxml2Engine, type XsdIssue, type XsdIssueKind } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';

/** CDA-XSD-001: our own schema of CDA R2 as France uses it, or what a second engine told of the same schema. */
export const schema = defineRule<CdaDocument, CdaContext, XsdIssueKind>({
  id: 'cda/schema',
  subject: 'cda/document',
  title: { fr: 'Le document est valide selon le schéma CDA R2', en: 'The document is valid against the CDA R2 schema' },
  why: {
    fr: 'Un élément inconnu, absent ou mal placé empêche le destinataire de lire le document, ou lui en fait perdre une partie.',
    en: 'An unknown, missing or misplaced element keeps the receiver from reading the document, or makes it lose a part of it.',
  },
  repair: {
    fr: 'Remettez l’élément à sa place dans l’ordre du schéma, complétez ce qui manque, retirez ce qui n’existe pas, et corrigez la valeur indiquée.',
    en: 'Put the element back in the order of the schema, add what is missing, take out what does not exist, and correct the value shown.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [
    { standard: 'CDA R2 (HL7, 2005)', section: 'R-MIM POCD_RM000040, XML ITS' },
    { standard: 'CI-SIS CDA 3.0', section: 'CDA_extended' },
  ],
  messages: {
    'unexpected-element': {
      fr: '{path} : l’élément {found} n’a pas sa place ici ; attendu : {expected}.',
      en: '{path}: element {found} has no place here; expected: {expected}.',
    },
    'missing-element': {
      fr: '{path} : l’élément est incomplet ; attendu : {expected}.',
      en: '{path}: the element is incomplete; expected: {expected}.',
    },
    'missing-attribute': {
      fr: '{path} : l’attribut {expected} est obligatoire et absent.',
      en: '{path}: attribute {expected} is required and missing.',
    },
    'unknown-attribute': {
      fr: '{path} : l’attribut {found} n’est pas admis sur {element}.',
      en: '{path}: attribute {found} is not allowed on {element}.',
    },
    'bad-value': {
      fr: '{path} : la valeur « {found} » n’est pas admise ; attendu : {expected}.',
      en: '{path}: the value "{found}" is not allowed; expected: {expected}.',
    },
    'repeated-id': {
      fr: '{path} : l’identifiant « {found} » est déjà pris dans le document.',
      en: '{path}: the identifier "{found}" is already taken in the document.',
    },
    'broken-reference': {
      fr: '{path} : aucun élément du document ne porte l’identifiant « {found} ».',
      en: '{path}: no element of the document has the identifier "{found}".',
    },
    'unexpected-text': {
      fr: '{path} : l’élément {element} ne contient pas de texte.',
      en: '{path}: element {element} holds no text.',
    },
    'wrong-type': {
      fr: '{path} : le type de données « {found} » (xsi:type) ne convient pas ici.',
      en: '{path}: data type "{found}" (xsi:type) does not fit here.',
    },
    other: {
      fr: '{path} : l’élément {element} n’est pas conforme au schéma.',
      en: '{path}: element {element} does not follow the schema.',
    },
  },
  *check(document, { pack, schemaIssues }) {
    const xsd = pack.cda?.xsd ?? {};
    if (!schemaIssues && xsd['cda.xsd'] === undefined) {
      yield { cantTell: { fr: 'Le pack ne contient pas de schéma', en: 'The pack holds no schema' } };
      return;
    }
    for (const issue of schemaIssues ?? libxml2Engine(xsd).validateNow(document)) yield toProblem(issue);
  },
});

/** Every placeholder of the messages is filled: nothing else fits, a dash says so. */
function toProblem({ kind, location, element, expected, found }: XsdIssue): Problem<XsdIssueKind> {
  return {
    messageId: kind,
    location,
    data: { path: location.path, element, expected: expected ?? '—', found: found ?? '—' },
    constraintId: 'CDA-XSD-001',
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
  };
}
