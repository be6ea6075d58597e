import type { EvidenceSet } from '../core/index.js';
import { CdaDocument, expandSchematron, kitError, libxml2Engine, type Schematron } from '../formats/cda/index.js';
import type { CdaContent, CdaKit, KitCache } from '../packs/index.js';
import { chooseSchematrons } from '../rules/cda/kit/kit-schematrons.js';
import { MAIN_XSD, PreparedKit, sourceOf } from '../rules/cda/kit/prepared-kit.js';
import { readCda } from './cda-subjects.js';
import { findSubjects, type SubjectOptions } from './subjects.js';

/**
 * A kit made ready for the CDA documents of the evidence: the schematrons they call for put in place, or taken from the
 * cache, and its schema compiled. Throws `cda-kit-invalid`. `loadXmlLibrary` and `loadDomLibrary` must have been awaited.
 */
export async function prepareKit(
  kit: CdaKit,
  evidence: EvidenceSet,
  content: CdaContent,
  cache: Pick<KitCache, 'read' | 'write'>,
  options: SubjectOptions = {},
): Promise<PreparedKit> {
  const schematrons = new Map<string, Schematron>();
  for (const file of filesFor(kit, evidence, content, options)) {
    const kept = await cache.read(file);
    const schematron = isSchematron(kept) ? kept : expandSchematron(sourceOf(kit), file);
    if (schematron !== kept) await cache.write(file, schematron);
    schematrons.set(file, schematron);
  }
  return new PreparedKit(kit, schematrons, schemaOf(kit));
}

function filesFor(
  kit: CdaKit,
  evidence: EvidenceSet,
  content: CdaContent,
  options: SubjectOptions,
): ReadonlySet<string> {
  const files = new Set<string>();
  for (const subject of findSubjects(evidence, options)) {
    if (subject.kind !== 'document') continue;
    const document = readCda(subject);
    if (!(document instanceof CdaDocument)) continue;
    try {
      for (const file of chooseSchematrons(document, kit, content).files) files.add(file);
    } finally {
      document.dispose();
    }
  }
  return files;
}

/** What the cache gives is of our own making, unless somebody wrote there. */
function isSchematron(value: unknown): value is Schematron {
  return (
    typeof value === 'object' &&
    value !== null &&
    'patterns' in value &&
    Array.isArray(value.patterns) &&
    'lets' in value
  );
}

function schemaOf(kit: CdaKit): Readonly<Record<string, string>> | undefined {
  const main = kit.paths.find((path) => MAIN_XSD.test(path));
  if (main === undefined) return undefined;
  const xsd = Object.fromEntries(
    kit.paths
      .filter((path) => /\.(?:xsd|dtd)$/i.test(path))
      .map((path) => [path, kit.texts.get(path.toLowerCase()) ?? '']),
  );
  try {
    libxml2Engine(xsd, main);
  } catch (cause) {
    throw kitError(sourceOf(kit), main, 'schéma XSD illisible', 'XSD schema that cannot be read', cause);
  }
  return xsd;
}
