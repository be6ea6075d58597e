import type { Location } from '../../core/index.js';
import type { FhirElement } from './element.js';
import { TextPositions } from './text-positions.js';

export const FHIR_ANOMALIES = [
  'byte-order-mark',
  'duplicate-key',
  'lone-surrogate',
  'nested-array',
  'orphan-underscore',
  'text-content',
  'foreign-namespace',
  'unknown-attribute',
] as const;
export type FhirAnomalyCode = (typeof FHIR_ANOMALIES)[number];

/** Something wrong in the writing that did not keep the document from being read. */
export interface FhirAnomaly {
  readonly code: FhirAnomalyCode;
  /** Element it is in, or beside. */
  readonly element: FhirElement;
  /** Name of the property or attribute, when one is concerned. */
  readonly name?: string;
  /** Characters of the text. */
  readonly start: number;
  readonly end: number;
}

export interface FhirDocumentFacts {
  readonly syntax: 'json' | 'xml';
  readonly text: string;
  readonly byteLength: number;
  /** Bytes before the text: a byte order mark. */
  readonly lead: number;
  readonly root: FhirElement;
  readonly anomalies: readonly FhirAnomaly[];
  /** Where the document starts in its file, for a line of NDJSON. */
  readonly origin?: { readonly offset: number; readonly line: number };
}

/** A FHIR document as read: one resource with its parts, and where each of them stands. */
export class FhirDocument {
  readonly syntax: 'json' | 'xml';
  readonly text: string;
  readonly root: FhirElement;
  readonly anomalies: readonly FhirAnomaly[];
  readonly origin: { readonly offset: number; readonly line: number };
  readonly #positions: TextPositions;

  constructor({ syntax, text, byteLength, lead, root, anomalies, origin }: FhirDocumentFacts) {
    this.syntax = syntax;
    this.text = text;
    this.root = root;
    this.anomalies = anomalies;
    this.origin = origin ?? { offset: 0, line: 1 };
    this.#positions = new TextPositions(text, byteLength, lead);
  }

  /** Where an element stands, in bytes of the original file. */
  locate(element: FhirElement): Location {
    return this.locateText(element.path, element.start, element.end);
  }

  /** Where a part that is missing would stand: length 0, at the start of its parent. */
  locateMissing(parent: FhirElement, name: string): Location {
    return this.locateText(`${parent.path}.${name}`, parent.start, parent.start);
  }

  /** The place of some characters of the text, under a path. */
  locateText(path: string, start: number, end: number): Location {
    const offset = this.#positions.byteOffset(start);
    const length = end > start ? this.#positions.byteOffset(end) - offset : 0;
    const { line, column } = this.#positions.lineAndColumn(start);
    return {
      format: 'fhirpath',
      path,
      offset: this.origin.offset + offset,
      length,
      line: this.origin.line + line - 1,
      column,
    };
  }
}
