import type { Language, OutsideFinding, OutsideFormat, Text } from '../../core/index.js';
import { LABELS } from '../labels.js';

export const OUTSIDE_LABELS = {
  title: { fr: 'Rapports d’autres outils', en: 'Reports of other tools' },
  note: {
    fr: 'Rapprochés par place dans le document ; aucun des deux verdicts n’en est changé.',
    en: 'Put together by place in the document; neither verdict is changed by it.',
  },
  theirs: { fr: 'Leur verdict', en: 'Their verdict' },
  ours: { fr: 'Notre verdict', en: 'Our verdict' },
  same: { fr: 'Même verdict', en: 'Same verdict' },
  different: { fr: 'Verdicts différents', en: 'Different verdicts' },
  undecided: {
    fr: 'Non comparable : l’un des deux n’a pas pu conclure',
    en: 'Not comparable: one of the two could not tell',
  },
  both: { fr: 'Signalé par les deux', en: 'Found by both' },
  oursOnly: { fr: 'Signalé par nous seuls', en: 'Found by us only' },
  theirsOnly: { fr: 'Signalé par eux seuls', en: 'Found by them only' },
  severityDiffers: { fr: 'gravité différente', en: 'another severity' },
  link: { fr: 'Lien permanent', en: 'Permanent link' },
  noPlace: { fr: 'place non précisée', en: 'no place given' },
  notChecked: { fr: 'non vérifié par eux', en: 'not checked by them' },
} as const satisfies Record<string, Text>;

export const FORMAT_WORDS: Readonly<Record<OutsideFormat, string>> = {
  'gazelle-xml': 'Gazelle (XML)',
  'gazelle-json': 'Gazelle (JSON)',
  'operation-outcome': 'FHIR OperationOutcome',
  tar: 'GITB TAR',
};

/** Place of a finding of theirs, from what could be read of it. */
export function outsidePlace({ location }: OutsideFinding, language: Language): string {
  const { line, column, path, text } = location ?? {};
  const parts = [
    line !== undefined && `${LABELS.line[language]} ${line}`,
    column !== undefined && `${LABELS.column[language]} ${column}`,
    path,
  ].filter((part) => part);
  return parts.length > 0 ? parts.join(', ') : text || OUTSIDE_LABELS.noPlace[language];
}
