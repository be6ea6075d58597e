import type { Language, RunResult } from '../core/index.js';
import type { ReportAssets } from './assets.js';

export interface ReportOptions {
  readonly language: Language;
  /** Show values taken from the documents under test. Default false: they are masked (see masking.ts). */
  readonly showValues?: boolean;
  /** Colours, `text` only. Default false. */
  readonly colour?: boolean;
  /** Show the lines findings point at. Default true. */
  readonly excerpts?: boolean;
  /** One line per item and per finding, `text` only. Default false. */
  readonly brief?: boolean;
  /** What the caller read for the renderer: fonts, pictures. */
  readonly assets?: ReportAssets;
}

/** Pure: same result and options, same bytes. */
export type Render = (result: RunResult, options: ReportOptions) => string | Uint8Array;

export interface Report {
  readonly mediaType: string;
  /** Without dot. */
  readonly extension: string;
  readonly render: Render;
}
