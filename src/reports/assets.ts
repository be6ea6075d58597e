/** What a renderer may show or draw with besides the result. The caller reads the files: renderers touch none. */
export interface ReportAssets {
  /** `pdf` and `png` need them. */
  readonly fonts?: ReportFonts;
  /** Pictures of captures, by evidence id: shown inside the report. Without them it names their files. */
  readonly images?: ReadonlyMap<string, ReportImage>;
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
