import type { Artifact, PhysicalLocation, Region, Location as SarifLocation } from 'sarif';
import type { EvidenceSummary, Location, RunResult } from '../../core/index.js';

export function artifactsOf(result: RunResult): Artifact[] {
  return result.evidence.map((item) => ({
    location: { uri: uriOf(item) },
    length: item.size,
    ...(item.mediaType !== '' && { mimeType: item.mediaType }),
    ...(item.sha256 !== '' && { hashes: { 'sha-256': item.sha256 } }),
    properties: { evidenceId: item.id, kind: item.kind },
  }));
}

/** Name of the evidence as a relative reference (RFC 3986); an absolute path keeps its slash. */
function uriOf({ name, id }: EvidenceSummary): string {
  const path = name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path === '' ? id : path.replace(/^(?=[^/]*:)/, './');
}

export function locationOf(result: RunResult, evidenceId: string, location?: Location): SarifLocation {
  const index = result.evidence.findIndex((item) => item.id === evidenceId);
  const item = result.evidence[index];
  const logical = location ? logicalLocations(location) : [];
  const physical: PhysicalLocation | undefined = item && {
    artifactLocation: { uri: uriOf(item), index },
    ...(location && { region: regionOf(location) }),
  };
  return {
    ...(physical && { physicalLocation: physical }),
    ...(logical.length > 0 && { logicalLocations: logical }),
  };
}

/** Place inside the file itself: that of the outermost container when the document was carried inside another. */
function regionOf(location: Location): Region {
  const outer = outermost(location);
  return {
    startLine: Math.max(1, outer.line),
    startColumn: Math.max(1, outer.column),
    byteOffset: Math.max(0, outer.offset),
    byteLength: Math.max(0, outer.length),
  };
}

function outermost(location: Location): Location {
  return location.within ? outermost(location.within) : location;
}

/** Innermost first: the HL7 path, XPath or FHIRPath, then that of its container. */
function logicalLocations(location: Location): { fullyQualifiedName: string; kind: string }[] {
  const own = location.path === '' ? [] : [{ fullyQualifiedName: location.path, kind: location.format }];
  return location.within ? [...own, ...logicalLocations(location.within)] : own;
}
