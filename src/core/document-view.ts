/**
 * What a person sees of a CDA document: its file, its narrative. Personal data: a report shows it only when asked (see
 * reports/masking.ts). A narrative is a closed set of elements and texts, so that a report can show it safely.
 */
export interface DocumentView {
  readonly files: readonly ViewedFile[];
  readonly sections: readonly NarrativeSection[];
  /** Sections of the document; more than `sections` when values are masked or the narrative was cut. */
  readonly sectionCount: number;
  /** Set when the narrative is longer than what is kept. */
  readonly isCut?: boolean;
  /** Set by reports that mask values: the narrative, texts and pictures were taken out. */
  readonly isMasked?: boolean;
}

/** A file the document carries: the body of a level 1, the PDF copy of a level 3. */
export interface ViewedFile {
  readonly role: 'body' | 'copy';
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** Of a PDF; 0 when its pages cannot be counted. */
  readonly pages?: number;
  /** Evidence id of the picture of its first page, when one was taken. */
  readonly pictureId?: string;
  /** Of a plain text, cut. */
  readonly text?: string;
}

export interface NarrativeSection {
  readonly title: string;
  /** 0 for a section of the body, 1 for a section in it… */
  readonly depth: number;
  readonly content: readonly NarrativeNode[];
}

/** Elements of HTML that need no attribute but a span, and do nothing. */
export const NARRATIVE_TAGS = [
  ...([
    'p',
    'div',
    'span',
    'br',
    'ul',
    'ol',
    'li',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
  ] as const),
  ...(['strong', 'em', 'u', 's', 'sub', 'sup', 'small'] as const),
] as const;
export type NarrativeTag = (typeof NARRATIVE_TAGS)[number];

export type NarrativeNode = string | NarrativeElement | NarrativePicture;

export interface NarrativeElement {
  readonly tag: NarrativeTag;
  readonly content: readonly NarrativeNode[];
  readonly columns?: number;
  readonly rows?: number;
}

/** A picture the document embeds; without `base64` it is absent, of another kind, or too large. */
export interface NarrativePicture {
  readonly picture: string;
  readonly base64?: string;
}

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif'] as const;

/** Whether bytes begin as a picture of that type does: a browser must not be handed anything else. */
export function isPicture(bytes: Uint8Array, mediaType: string): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (mediaType === 'image/png') return head === '\x89PNG\r\n\x1a\n';
  if (mediaType === 'image/jpeg') return head.startsWith('\xff\xd8\xff');
  return mediaType === 'image/gif' && /^GIF8[79]a/.test(head);
}
