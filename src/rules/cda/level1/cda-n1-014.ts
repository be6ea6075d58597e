import { type CantTell, defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { pdfFactsOf } from '../../../formats/pdf/pdf-facts.js';
import { type PdfText, pdfTextOf } from '../../../formats/pdf/pdf-text.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { bytesOf } from './body.js';
import { birthDatesIn, insIn, namesOneOf } from './patient-in-text.js';

export const cdaN1014 = defineRule<CdaDocument, CdaContext, 'otherIns' | 'otherBirthDate' | 'noName'>({
  id: 'CDA-N1-014',
  subject: 'cda/document',
  title: {
    fr: 'Le texte du PDF ne contredit pas le patient de l’en-tête',
    en: 'The text of the PDF does not contradict the patient of the header',
  },
  why: {
    fr: 'Le soignant lit le PDF, le logiciel range d’après l’en-tête : s’ils parlent de deux personnes, le document est dans le mauvais dossier.',
    en: 'The carer reads the PDF, the software files by the header: if they are about two people, the document is in the wrong record.',
  },
  repair: {
    fr: 'Produisez le PDF et l’en-tête à partir de la même identité, au même moment. Le texte est lu sans rendu : en cas de doute, ouvrez le PDF.',
    en: 'Make the PDF and the header from the same identity, at the same time. The text is read without rendering: in doubt, open the PDF.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('patient in the text of the PDF')],
  messages: {
    otherIns: {
      fr: '{path} : le PDF porte le matricule INS « {found} », l’en-tête « {expected} ».',
      en: '{path}: the PDF holds the INS matricule "{found}", the header "{expected}".',
    },
    otherBirthDate: {
      fr: '{path} : le PDF donne « {found} » comme date de naissance, l’en-tête « {expected} ».',
      en: '{path}: the PDF gives "{found}" as birth date, the header "{expected}".',
    },
    noName: {
      fr: '{path} : le nom du patient n’a pas été trouvé dans le texte du PDF. Vérifiez que le document imprimé dit de qui il parle.',
      en: '{path}: the name of the patient was not found in the text of the PDF. Check that the printed document says whom it is about.',
    },
  },
  appliesTo: (document) => document.level === 1 && document.header.patient !== undefined && isPdf(document),
  *check(document) {
    const [bytes, patient, node] = [bytesOf(document, 'application/pdf'), document.header.patient, document.body?.node];
    if (!bytes || !patient || !node) return;
    const read = pdfTextOf(bytes);
    if (read.unreadable !== undefined) {
      yield UNREADABLE[read.unreadable];
      return;
    }
    const own = patient.ins.flatMap(({ extension }) => (extension === undefined ? [] : [extension]));
    const found = insIn(read.text);
    if (own.length > 0 && found.length > 0 && !found.some((ins) => own.includes(ins))) {
      const facts = { found: found.join(', '), expected: own.join(', '), expectedIsPersonal: true };
      yield problemAt('otherIns', document, node, facts);
    }
    const birth = patient.birthTime?.value?.slice(0, 8) ?? '';
    const dates = birthDatesIn(read.text);
    if (/^\d{8}$/.test(birth) && dates.length > 0 && !dates.includes(birth)) {
      const facts = { found: dates.join(', '), expected: birth, expectedIsPersonal: true };
      yield problemAt('otherBirthDate', document, node, facts);
    }
    const names = patient.family.map(({ text }) => text);
    if (namesOneOf(read.text, names)) return;
    if (read.isComplete) yield problemAt('noName', document, node, { severity: 'information' });
    else yield UNREADABLE.unmapped;
  },
});

const UNREADABLE: Readonly<Record<NonNullable<PdfText['unreadable']>, CantTell>> = {
  encrypted: {
    cantTell: {
      fr: 'Le PDF est chiffré : son texte n’a pas été lu.',
      en: 'The PDF is encrypted: its text was not read.',
    },
  },
  'no-text': {
    cantTell: {
      fr: 'Le PDF ne porte aucun texte (une image ?) : comparez à l’œil.',
      en: 'The PDF holds no text (a picture?): compare by eye.',
    },
  },
  unmapped: {
    cantTell: {
      fr: 'Les polices du PDF ne disent pas quels caractères elles dessinent : comparez à l’œil.',
      en: 'The fonts of the PDF do not say which characters they draw: compare by eye.',
    },
  },
};

function isPdf(document: CdaDocument): boolean {
  const bytes = bytesOf(document, 'application/pdf');
  return bytes !== undefined && pdfFactsOf(bytes).isPdf;
}
