import { defineRule } from '../../../core/index.js';
import type { Component, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Identifier } from '../../pair/document-facts.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { readDocuments } from './carried-documents.js';
import { ansTransport, isMdm } from './transport.js';

export const cdaMsg005 = defineRule<Hl7v2Message, Hl7v2Context, 'id' | 'parent' | 'noParent'>({
  id: 'CDA-MSG-005',
  subject: 'hl7v2/message',
  title: {
    fr: 'TXA-12 et TXA-13 donnent les identifiants du document',
    en: 'TXA-12 and TXA-13 give the identifiers of the document',
  },
  why: {
    fr: 'C’est par TXA-12 que le destinataire range le document, et par TXA-13 qu’il retrouve celui à remplacer.',
    en: 'By TXA-12 the receiver files the document, and by TXA-13 it finds the one to replace.',
  },
  repair: {
    fr: 'TXA-12 : extension^^racine^ISO quand l’id a une extension, la racine seule sinon. TXA-13 : de même pour l’id du document remplacé.',
    en: 'TXA-12: extension^^root^ISO when the id has an extension, the root alone otherwise. TXA-13: likewise for the id of the replaced document.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('TXA-12, TXA-13')],
  hl7Error: '102',
  messages: {
    id: {
      fr: '{path} vaut « {found} » ; l’id du document donne « {expected} ».',
      en: '{path} is "{found}"; the id of the document gives "{expected}".',
    },
    parent: {
      fr: '{path} vaut « {found} » ; l’id du document remplacé donne « {expected} ».',
      en: '{path} is "{found}"; the id of the replaced document gives "{expected}".',
    },
    noParent: {
      fr: '{path} est vide ; l’identifiant du document remplacé est attendu en T10.',
      en: '{path} is empty; the identifier of the replaced document is expected in T10.',
    },
  },
  appliesTo: isMdm,
  *check(message) {
    const [document] = readDocuments(message);
    const [own, parent] = [message.field('TXA', 12), message.field('TXA', 13)];
    const id = document?.facts?.id;
    if (id && !names(own.component(1), own.component(3), id)) {
      yield problemAt('id', own, { found: own.raw, expected: written(id) });
    }
    if (message.event !== 'T10') return;
    if (!parent.isValued) {
      yield problemAt('noParent', parent);
      return;
    }
    const replaced = document?.facts?.related.find(({ typeCode }) => typeCode === 'RPLC')?.ids[0];
    if (replaced && !names(parent.component(1), parent.component(3), replaced)) {
      yield problemAt('parent', parent, { found: parent.raw, expected: written(replaced) });
    }
  },
});

function names(first: Component, universal: Component, { root, extension }: Identifier): boolean {
  if (extension === undefined) return first.text.toLowerCase() === root?.toLowerCase();
  return first.text === extension && universal.text.toLowerCase() === root?.toLowerCase();
}

function written({ root = '', extension }: Identifier): string {
  return extension === undefined ? root : `${extension}^^${root}^ISO`;
}
