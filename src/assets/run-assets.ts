import type { EvidenceSet, RunResult } from '../core/index.js';
import type { ReportAssets } from '../reports/index.js';
import { imagesOf } from './run-images.js';
import { messagesOf } from './run-messages.js';

/** What reports may show of the evidence besides the result: pictures; texts of documents only when values are shown. */
export function assetsOf(evidence: EvidenceSet, result: RunResult, showValues = false): ReportAssets {
  const images = imagesOf(evidence, showValues);
  return showValues ? { images, messages: messagesOf(evidence, result) } : { images };
}
