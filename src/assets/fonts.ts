import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeError } from '../core/index.js';
import type { FontFile, ReportFonts } from '../reports/index.js';

const FILES = { regular: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf', mono: 'DejaVuSansMono.ttf' };

/** The fonts that come with Épreuve (`dist/fonts`, copied by the build). Throws `font-missing`. */
export async function loadFonts(folder = fontFolder()): Promise<ReportFonts> {
  const load = async (file: string): Promise<FontFile> => {
    const path = join(folder, file);
    const bytes = await readFile(path).catch((cause) => {
      throw makeError('font-missing', { file: path }, { cause });
    });
    return { path, bytes };
  };
  const [regular, bold, mono] = await Promise.all([load(FILES.regular), load(FILES.bold), load(FILES.mono)]);
  return { regular, bold, mono };
}

/** Beside the built program, or in the `dist` of the source tree. */
function fontFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    for (const place of [join(folder, 'fonts'), join(folder, 'dist', 'fonts')]) {
      if (existsSync(join(place, FILES.regular))) return place;
    }
    if (dirname(folder) === folder) return join(start, 'fonts');
  }
}
