import { isEpreuveError, type Text } from '../core/index.js';
import { detectFormat } from '../formats/detect/index.js';
import type { Hl7v2Profile } from '../packs/index.js';
import { PLACEHOLDER_PDF, PLACEHOLDER_TEXT } from './placeholders.js';
import type { Pseudonyms } from './pseudonyms.js';
import { redactHl7v2 } from './redact-hl7v2.js';
import { redactHttpHead } from './redact-http.js';
import { redactFacts, redactJson, redactNdjson } from './redact-json.js';
import { redactPdf } from './redact-pdf.js';
import { redactXml } from './redact-xml.js';
import { plainOf } from './text-patterns.js';
import { decodeUtf8, UnredactableError } from './utf8.js';

/** Documents inside documents. */
export interface RedactEmbedded {
  /** Base64 in, Base64 out. */
  base64(text: string): string;
  text(text: string): string;
}

export interface Redacted {
  readonly bytes: Uint8Array;
  /** Set when the whole was replaced by a placeholder. */
  readonly removed?: Text;
}

export interface Content {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
  /** `handshake`: facts of ours. */
  readonly kind?: string;
}

const MAX_DEPTH = 6;

/** Redacts one piece of evidence by what its bytes are. What cannot be read is replaced by a placeholder, never passed on. */
export class Redactor {
  constructor(
    readonly pseudonyms: Pseudonyms,
    private readonly profile: Hl7v2Profile,
  ) {}

  redact(content: Content, depth = 0): Redacted {
    try {
      const bytes = this.#rewrite(content, depth);
      if (bytes === undefined) return removed(content, UNKNOWN);
      return this.isLeftIn(bytes) ? removed(content, LEFT_OVER) : { bytes };
    } catch (error) {
      if (error instanceof UnredactableError || isEpreuveError(error, 'document')) {
        return removed(content, UNREADABLE);
      }
      throw error;
    }
  }

  /** For what is not to be handed over whatever it holds. */
  placeholder(content: Content, reason: Text): Redacted {
    return removed(content, reason);
  }

  #rewrite(content: Content, depth: number): Uint8Array | undefined {
    const { bytes, kind, mediaType, name } = content;
    if (bytes.byteLength === 0) return bytes;
    const { pseudonyms } = this;
    const embedded = this.#embedded(depth);
    if (kind === 'handshake') return redactFacts(bytes, pseudonyms);
    if (mediaType === 'message/http' || name.endsWith('.http')) {
      const head = decodeUtf8(bytes);
      return Buffer.from(redactHttpHead(head, pseudonyms));
    }
    if (isPdf(bytes)) return depth > 0 ? redactPdf(bytes, pseudonyms) : undefined;
    switch (detectFormat(bytes, name).format) {
      case 'hl7v2':
        return redactHl7v2(bytes, pseudonyms, this.profile, embedded);
      case 'cda':
      case 'fhir-xml':
        return redactXml(bytes, pseudonyms, embedded);
      case 'fhir-json':
        return redactJson(bytes, pseudonyms, embedded);
      case 'fhir-ndjson':
        return redactNdjson(bytes, pseudonyms, embedded);
      default:
        return this.#other(content);
    }
  }

  #other({ bytes, mediaType, name }: Content): Uint8Array | undefined {
    if (/json/.test(mediaType) || name.endsWith('.json')) return redactJson(bytes, this.pseudonyms, this.#embedded(0));
    // A log has no grammar: known identities stay recognisable, the rest is hidden but for its shape.
    if (mediaType === 'text/plain' || /\.(txt|log)$/.test(name)) {
      const text = decodeUtf8(bytes);
      return Buffer.from(this.pseudonyms.freeText(text));
    }
    return undefined;
  }

  #embedded(depth: number): RedactEmbedded {
    const inside = (bytes: Uint8Array): Uint8Array => {
      this.pseudonyms.countEmbedded();
      if (depth >= MAX_DEPTH) return Buffer.from(PLACEHOLDER_TEXT);
      return this.redact({ bytes, name: 'embedded', mediaType: '' }, depth + 1).bytes;
    };
    return {
      base64: (text) => {
        const compact = text.replace(/\s+/g, '');
        // What is not Base64 cannot be read, and cannot be judged either: it stays something that is not.
        if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return '!redacted!';
        return Buffer.from(inside(Buffer.from(compact, 'base64'))).toString('base64');
      },
      text: (text) => Buffer.from(inside(Buffer.from(text))).toString('utf8'),
    };
  }

  /** The last check: nothing known may be left, plain, in UTF-16 or in Base64. */
  isLeftIn(bytes: Uint8Array): boolean {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const texts = [buffer.toString('utf8'), buffer.toString('latin1')];
    if (buffer.includes(0)) texts.push(buffer.toString('latin1').replaceAll('\0', ''));
    for (const [run] of texts[1]?.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []) {
      texts.push(Buffer.from(run, 'base64').toString('utf8'));
    }
    return texts.some((text) => this.pseudonyms.isLeftIn(plainOf(text)));
  }
}

function removed({ bytes, mediaType, name }: Content, reason: Text): Redacted {
  const text =
    mediaType.includes('json') || name.endsWith('.json') ? JSON.stringify(PLACEHOLDER_TEXT) : PLACEHOLDER_TEXT;
  return { bytes: Buffer.from(isPdf(bytes) ? PLACEHOLDER_PDF : text), removed: reason };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

const UNKNOWN: Text = { fr: 'format que l’on ne sait pas caviarder', en: 'format that cannot be redacted' };
const UNREADABLE: Text = { fr: 'illisible', en: 'unreadable' };
const LEFT_OVER: Text = {
  fr: 'une valeur d’origine y serait restée',
  en: 'an original value would have been left in it',
};
