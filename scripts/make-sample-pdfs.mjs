// Writes samples/cda-pdf/: one small PDF/A-1 a document type, about the official test patient. Run by hand when a text
// changes: compressed bytes differ from one zlib to another, so the files are kept and never compared.
import { createWriteStream, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { root } from './setup.mjs';

const PATIENT = [
  'Patiente : PAT-TROIS Dominique',
  'Née le 28/03/1979, sexe F',
  'Matricule INS : 2 79 03 51 215 189 89',
];
const OTHER = ['Patiente : PAT-TROIS Dominique', 'Née le 02/11/1980, sexe F', 'Matricule INS : 1 00 99 99 999 999 96'];

const DOCUMENTS = {
  'cr-bio': ["Compte rendu d'examens de biologie médicale", PATIENT, ['Glucose (à jeun) : 5,2 mmol/L [3,9 - 5,5]']],
  'cr-bio-other-patient': ["Compte rendu d'examens de biologie médicale", OTHER, ['Glucose (à jeun) : 5,2 mmol/L']],
  'ldl-ses': [
    'Lettre de liaison à la sortie',
    PATIENT,
    ['Sortie le 05/01/2026 après surveillance. Sans particularité.'],
  ],
  vsm: ['Synthèse médicale', PATIENT, ['Allergies : aucune connue. Traitement au long cours : aucun.']],
  'img-cr-img': ["Compte rendu d'imagerie", PATIENT, ['Radiographie du thorax de face : sans anomalie.']],
  'ep-med-dm': ['Prescription de médicaments', PATIENT, ['Paracétamol 500 mg : 1 comprimé 3 fois par jour, 3 jours.']],
  'cse-cs8': ['Certificat de santé du 8e jour', PATIENT, ['Examen sans particularité.']],
};

const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');
const at = new Date('2026-01-05T09:15:00Z');
const folder = join(root, 'samples/cda-pdf');
mkdirSync(folder, { recursive: true });
for (const [name, [title, patient, lines]] of Object.entries(DOCUMENTS)) {
  const document = new PDFDocument({
    size: 'A4',
    margin: 56,
    pdfVersion: '1.4',
    subset: 'PDF/A-1b',
    info: { Title: title, CreationDate: at, ModDate: at, Producer: 'Épreuve', Creator: 'Épreuve' },
  });
  document.pipe(createWriteStream(join(folder, `${name}.pdf`)));
  document.font(font).fontSize(16).text(title).moveDown(0.5).fontSize(10.5);
  for (const line of [...patient, '', ...lines, '', "Document d'essai, sans valeur médicale."])
    document.text(line || ' ');
  document.end();
}
