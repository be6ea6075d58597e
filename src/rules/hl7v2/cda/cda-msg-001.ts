import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { lacksPadding, readDocuments } from './carried-documents.js';
import { ansTransport, declaresTransport, isMdm, transmitsCda } from './transport.js';

export const cdaMsg001 = defineRule<Hl7v2Message, Hl7v2Context, 'none' | 'base64' | 'padding' | 'notCda'>({
  id: 'CDA-MSG-001',
  subject: 'hl7v2/message',
  title: {
    fr: 'OBX-5 porte un document CDA lisible, en Base64',
    en: 'OBX-5 carries a readable CDA document, in Base64',
  },
  why: {
    fr: 'Le destinataire décode OBX-5 et range ce qu’il y trouve : un contenu abîmé ou qui n’est pas un CDA ne peut pas entrer au dossier.',
    en: 'The receiver decodes OBX-5 and files what it finds: damaged content, or content that is no CDA, cannot enter the record.',
  },
  repair: {
    fr: 'Encodez en Base64 (RFC 4648, sans autre caractère) les octets du fichier CDA tels quels, en OBX-5.5.',
    en: 'Encode the bytes of the CDA file as they are in Base64 (RFC 4648, no other character), in OBX-5.5.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('OBX-5')],
  hl7Error: '102',
  messages: {
    none: {
      fr: '{path} : ce message annonce la transmission d’un document CDA et n’en porte aucun.',
      en: '{path}: this message announces the transmission of a CDA document and carries none.',
    },
    base64: {
      fr: '{path} n’est pas du Base64 correct ({found}).',
      en: '{path} is no correct Base64 ({found}).',
    },
    padding: {
      fr: '{path} : il manque le « = » qui termine le Base64 (RFC 4648). Un décodeur strict refuse le document.',
      en: '{path}: the "=" that ends the Base64 is missing (RFC 4648). A strict decoder refuses the document.',
    },
    notCda: {
      fr: '{path} : le contenu décodé n’est pas un document CDA lisible ({found}).',
      en: '{path}: the decoded content is no readable CDA document ({found}).',
    },
  },
  appliesTo: transmitsCda,
  *check(message) {
    const documents = readDocuments(message);
    if (documents.length === 0 && (isMdm(message) || declaresTransport(message))) {
      yield problemAt('none', message.first('OBX') ?? message.msh);
    }
    for (const document of documents) {
      const { obx, fault, unreadable, notXml } = document;
      const content = obx.field(5).component(5);
      if (fault !== undefined) yield problemAt('base64', content, { found: fault });
      else if (lacksPadding(document)) yield problemAt('padding', content, { severity: 'warning' });
      // Malformed XML is judged as the document it is meant to be, at its place (CDA-FILE-001).
      if (notXml) yield problemAt('notCda', content, { found: unreadable ?? '' });
    }
  },
});
