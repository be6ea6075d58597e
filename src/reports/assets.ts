/** What a renderer may show or draw with besides the result. The caller reads the files: renderers touch none. */
export interface ReportAssets {
  /** `pdf` and `png` need them. */
  readonly fonts?: ReportFonts;
  /** Pictures of captures, by evidence id: shown inside the report. Without them it names their files. */
  readonly images?: ReadonlyMap<string, ReportImage>;
  /** Documents with findings, by evidence id: `html` shows them whole, and only when values are shown. */
  readonly messages?: ReadonlyMap<string, ReportMessage>;
}

/** TrueType or OpenType. Their licence must allow embedding. */
export interface ReportFonts {
  readonly regular: FontFile;
  readonly bold: FontFile;
  readonly mono: FontFile;
}

export interface FontFile {
  readonly bytes: Uint8Array;
  /** Where it was read: the PNG library wants the file itself. */
  readonly path: string;
}

export interface ReportImage {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** The text of a document under test: its values. */
export interface ReportMessage {
  readonly text: string;
  /** How `text` was read: tells how many characters the bytes of a fault are. */
  readonly encoding: 'utf-8' | 'latin1';
  /** True when only its beginning is given. */
  readonly isCut: boolean;
}
