import { type Language, VERSION } from '../../core/index.js';
import type { ReportFonts } from '../../reports/index.js';
import { PdfWriter, SIZE, SOFT } from '../../reports/pdf/index.js';
import type { AssessedDossier } from '../assess/assess-dossier.js';
import type { Remark, Sourced } from '../referential/types.js';
import { dateWords, STANDING_WORDS, standingOf } from '../words.js';

/** What every PDF of a dossier needs besides what it tells. */
export interface PageContext {
  readonly assessed: AssessedDossier;
  readonly language: Language;
  readonly fonts: ReportFonts;
  /** Pictures of captures, by path in dossier.yaml. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}

export const PREPARATION = { fr: 'PRÉPARATION', en: 'PREPARATION' } as const;

/** A page of the dossier, its product in every footer; `mark` is empty on a page a platform link stands for. */
export function openPage({ assessed, language, fonts }: PageContext, title: string, mark: string): PdfWriter {
  const { product, date } = assessed.dossier;
  const name = `${product.name} ${product.version}`;
  const writer = new PdfWriter({
    title: `${title} – ${name}`,
    language,
    fonts,
    createdAt: date,
    footer: [`Épreuve ${VERSION}`, name, title, mark.toLowerCase()].filter((part) => part !== '').join(' · '),
  });
  const words = language === 'fr' ? 'Dossier de preuves DMN' : 'DMN proof dossier';
  writer.paragraph([`Épreuve · ${words}`, mark].filter((part) => part !== '').join(' · '), {
    size: SIZE.small,
    colour: SOFT,
    font: mark === '' ? 'regular' : 'bold',
  });
  return writer;
}

/** Product, exploitant, path and platform, as the dossier states them. */
export function productFacts({ assessed, language }: PageContext): (readonly [string, string | undefined])[] {
  const { dossier, platform, referential } = assessed;
  const { product, exploitant, date } = dossier;
  const fr = language === 'fr';
  const path = referential.paths.find(({ id }) => id === dossier.path)?.title[language];
  return [
    [fr ? 'Produit' : 'Product', `${product.name}, version ${product.version}`],
    [fr ? 'Système, appareil' : 'System, device', [product.system, product.device].filter(Boolean).join(', ')],
    [fr ? 'Exploitant' : 'Exploitant', exploitant.name],
    [fr ? 'Voie' : 'Path', path],
    [fr ? 'Environnement' : 'Environment', `${platform.title[language]} (${platform.address})`],
    [fr ? 'Référentiel' : 'Référentiel', `${referential.title[language]} (${referential.id}@${referential.version})`],
    ['Date', date === undefined ? undefined : dateWords(date, language)],
  ];
}

/** Remarks with what each is worth: in one word when its source is that of the requirement, told at the top of the page. */
export function writeRemarks(
  writer: PdfWriter,
  title: string,
  remarks: readonly Remark[],
  language: Language,
  told?: Sourced,
): void {
  if (remarks.length === 0) return;
  writer.heading(title, 3);
  const worth = (remark: Remark) =>
    told && standingOf(told).fr === standingOf(remark).fr ? STANDING_WORDS[remark.standing] : standingOf(remark);
  writer.bullets(remarks.map((remark) => `${remark.text[language]} [${worth(remark)[language]}]`));
}

/** What holds for every page, apart from what the page says. */
export function writeClosingNote(writer: PdfWriter, note: string): void {
  writer.ensureRoom(46);
  writer.space(6);
  writer.rule();
  writer.paragraph(note, { size: SIZE.small, colour: SOFT });
}
