import type { EvidenceSummary, RunResult } from '../../core/index.js';
import { HANDSHAKE_LABELS, HTML_LABELS } from '../html/html-labels.js';
import { kindWord, labelsIn, toReadableTime } from '../labels.js';
import type { ReportOptions } from '../types.js';
import { writeTable } from './pdf-table.js';
import { SOFT, TONE_INKS } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

/** Connections: who was on each side, or why there was none. */
export function writeHandshakes(writer: PdfWriter, result: RunResult, { language }: ReportOptions): void {
  const handshakes = result.evidence.filter((item) => item.kind === 'handshake' && item.facts);
  if (handshakes.length === 0) return;
  writer.heading(HTML_LABELS.handshakes[language], 2);
  for (const { id, name, facts = {} } of handshakes) {
    const isRefused = facts.failure !== undefined;
    const state = (isRefused ? HTML_LABELS.refused : HTML_LABELS.established)[language];
    const colour = isRefused ? TONE_INKS.failed.ink : SOFT;
    writer.ensureRoom(80);
    writer.paragraph(`${name} (${id}) – ${state}`, { font: 'bold', colour });
    const keys = Object.keys(HANDSHAKE_LABELS) as (keyof typeof HANDSHAKE_LABELS)[];
    writer.facts(keys.map((key) => [handshakeLabel(key, language), facts[key]] as const));
  }
}

/** Subjects of both sides bear the same word in the HTML, which shows them in two columns. */
function handshakeLabel(key: keyof typeof HANDSHAKE_LABELS, language: ReportOptions['language']): string {
  const label = HANDSHAKE_LABELS[key][language];
  if (key === 'localSubject') return `${label} (${HTML_LABELS.ourSide[language].toLowerCase()})`;
  return key === 'peerSubject' ? `${label} (${HTML_LABELS.peerSide[language].toLowerCase()})` : label;
}

export function writePacks(writer: PdfWriter, result: RunResult, { language }: ReportOptions): void {
  if (result.packs.length === 0) return;
  const label = labelsIn(language);
  writer.heading(label('packs'), 2);
  const columns = [
    { title: label('pack'), share: 38 },
    { title: label('digest'), share: 62, font: 'mono' as const },
  ];
  const rows = result.packs.map((pack) => [`${pack.title[language]}\n${pack.id}@${pack.version}`, pack.digest]);
  writeTable(writer, columns, rows);
}

/** What the verdict rests on, then the pictures the caller gave. */
export function writeEvidence(writer: PdfWriter, result: RunResult, options: ReportOptions): void {
  const { language, assets } = options;
  const label = labelsIn(language);
  writer.heading(label('evidence'), 2);
  if (result.evidence.length === 0) writer.paragraph(HTML_LABELS.noEvidence[language], { colour: SOFT });
  else {
    const columns = [
      { title: label('name'), share: 29 },
      { title: '', share: 38 },
      { title: label('digest'), share: 33, font: 'mono' as const },
    ];
    const rows = result.evidence.map((item) => [
      `${item.name} (${item.id})`,
      describeEvidence(item, options),
      item.sha256,
    ]);
    writeTable(writer, columns, rows);
  }
  for (const item of result.evidence) {
    const image = assets?.images?.get(item.id);
    if (!image) continue;
    writer.heading(`${item.name} (${item.id})`, 3);
    writer.image(image.bytes, item.name);
  }
}

function describeEvidence(item: EvidenceSummary, { language }: ReportOptions): string {
  const label = labelsIn(language);
  const parts = [
    kindWord(item.kind, language),
    item.direction && label(item.direction),
    `${item.size} ${label('bytes')}`,
    item.at && toReadableTime(item.at, language),
  ];
  return parts.filter((part) => part).join(' · ');
}
