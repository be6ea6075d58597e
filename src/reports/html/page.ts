import type { Language, RunResult } from '../../core/index.js';
import type { ArrangedResult } from '../arrange.js';
import { type LabelKey, labelsIn } from '../labels.js';
import type { ReportOptions } from '../types.js';
import { HTML_LABELS } from './html-labels.js';

/** What every part of the page needs. */
export interface Page {
  /** Already masked and printable. */
  readonly result: RunResult;
  readonly arranged: ArrangedResult;
  readonly options: ReportOptions;
  readonly language: Language;
  readonly label: (key: LabelKey) => string;
  readonly word: (key: keyof typeof HTML_LABELS) => string;
  /** Anchors are numbers of ours: an id of the evidence never becomes an id of the page. */
  readonly itemAnchor: (itemId: string) => string | undefined;
  readonly evidenceAnchor: (evidenceId: string) => string | undefined;
}

export function pageOf(result: RunResult, arranged: ArrangedResult, options: ReportOptions): Page {
  const { language } = options;
  const items = new Map(result.items.map((item, index) => [item.id, `item-${index + 1}`]));
  const evidence = new Map(result.evidence.map((item, index) => [item.id, `evidence-${index + 1}`]));
  return {
    result,
    arranged,
    options,
    language,
    label: labelsIn(language),
    word: (key) => HTML_LABELS[key][language],
    itemAnchor: (itemId) => items.get(itemId),
    evidenceAnchor: (evidenceId) => evidence.get(evidenceId),
  };
}
