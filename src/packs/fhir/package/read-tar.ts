import { gunzipSync } from 'node:zlib';
import { makeError, systemCode } from '../../../core/index.js';

export interface TarFile {
  /** Path inside the archive, forward slashes, no `..`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface TarLimits {
  /** Bytes once decompressed. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** The largest published R4 guides stay under 200 MB once decompressed. */
export const DEFAULT_TAR_LIMITS: TarLimits = { maxBytes: 256 * 1024 * 1024, maxFiles: 20_000 };

const BLOCK = 512;
const FILE_TYPES: ReadonlySet<string> = new Set(['0', '\0', '']);
/** pax headers and long GNU names: FHIR packages have short names, so these are passed over. */
const PASSED: ReadonlySet<string> = new Set(['5', 'x', 'g', 'L']);

/**
 * Plain files of a gzipped tar, in order. Links, devices, absolute paths, `..`, wrong checksums, and archives above the
 * limits are refused: `fhir-package-invalid`. Nothing is ever written to disk.
 */
export function* readTarGz(
  file: string,
  bytes: Uint8Array,
  limits: TarLimits = DEFAULT_TAR_LIMITS,
): Generator<TarFile> {
  const tar = gunzip(file, bytes, limits.maxBytes);
  let count = 0;
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const entry = readHeader(file, header);
    const start = at + BLOCK;
    if (start + entry.size > tar.length) throw invalid(file, 'archive coupée', 'archive cut short');
    if (++count > limits.maxFiles)
      throw invalid(file, `plus de ${limits.maxFiles} fichiers`, `more than ${limits.maxFiles} files`);
    if (FILE_TYPES.has(entry.type)) yield { path: entry.path, bytes: tar.subarray(start, start + entry.size) };
    else if (!PASSED.has(entry.type))
      throw invalid(file, 'liens et fichiers spéciaux refusés', 'links and special files are refused');
    at = start + Math.ceil(entry.size / BLOCK) * BLOCK;
  }
}

function gunzip(file: string, bytes: Uint8Array, maxOutputLength: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength });
  } catch (cause) {
    const isLarge = systemCode(cause) === 'ERR_BUFFER_TOO_LARGE';
    const fr = isLarge
      ? `plus de ${maxOutputLength} octets une fois décompressé`
      : 'ce n’est pas une archive gzip lisible';
    const en = isLarge ? `more than ${maxOutputLength} bytes once decompressed` : 'this is not a readable gzip archive';
    throw makeError('fhir-package-invalid', { file, reasonFr: fr, reasonEn: en }, { cause });
  }
}

function readHeader(file: string, header: Buffer): { path: string; size: number; type: string } {
  const text = (from: number, to: number) => {
    const part = header.toString('utf8', from, to);
    const end = part.indexOf('\0');
    return end < 0 ? part : part.slice(0, end);
  };
  const octal = (from: number, to: number) => Number.parseInt(text(from, to).trim() || '0', 8);
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  const size = octal(124, 136);
  if (sum !== octal(148, 156) || !Number.isSafeInteger(size) || size < 0) {
    throw invalid(file, 'en-tête tar abîmé', 'damaged tar header');
  }
  const prefix = text(257, 262) === 'ustar' ? text(345, 500) : '';
  const path = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
  if (path.startsWith('/') || /(?:^|[\\/])\.\.(?:[\\/]|$)|^[A-Za-z]:|\\/.test(path)) {
    throw invalid(file, 'un chemin sort de l’archive', 'a path leaves the archive');
  }
  return { path, size, type: String.fromCharCode(header[156] ?? 0) };
}

function invalid(file: string, fr: string, en: string): Error {
  return makeError('fhir-package-invalid', { file, reasonFr: fr, reasonEn: en });
}
