import type { EvidenceSet } from '../core/index.js';
import {
  CdaDocument,
  expandSchematron,
  fromParts,
  kitError,
  libxml2Engine,
  type Schematron,
  toParts,
} from '../formats/cda/index.js';
import type { CdaContent, CdaKit, KitCache } from '../packs/index.js';
import { chooseSchematrons } from '../rules/cda/kit/kit-schematrons.js';
import { MAIN_XSD, PreparedKit, sourceOf } from '../rules/cda/kit/prepared-kit.js';
import { readCda } from './cda-subjects.js';
import { findSubjects, type SubjectOptions } from './subjects.js';

/**
 * A kit made ready for the CDA documents of the evidence: the schematrons they call for put in place, or taken from the
 * cache, and its schema compiled. The texts of the kit's schematrons are let go. Throws `cda-kit-invalid`. `loadXmlLibrary` and `loadDomLibrary` must have been awaited.
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
    schematrons.set(file, fromParts(await cache.read(file)) ?? (await putTogether(kit, file, cache)));
  }
  const xsd = schemaOf(kit);
  // What was read of schematrons is now in those: only their tables are read from here on.
  kit.texts.release(/\.sch$/i);
  return new PreparedKit(kit, schematrons, xsd);
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

async function putTogether(kit: CdaKit, file: string, cache: Pick<KitCache, 'write'>): Promise<Schematron> {
  const schematron = expandSchematron(sourceOf(kit), file);
  await cache.write(file, toParts(schematron));
  return schematron;
}

function schemaOf(kit: CdaKit): Readonly<Record<string, string>> | undefined {
  const main = kit.paths.find((path) => MAIN_XSD.test(path));
  if (main === undefined) return undefined;
  const xsd = Object.fromEntries(
    kit.paths.filter((path) => /\.(?:xsd|dtd)$/i.test(path)).map((path) => [path, kit.texts.get(path) ?? '']),
  );
  try {
    libxml2Engine(xsd, main);
  } catch (cause) {
    throw kitError(sourceOf(kit), main, 'schéma XSD illisible', 'XSD schema that cannot be read', cause);
  }
  return xsd;
}
