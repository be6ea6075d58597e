import type { OutsideFinding, OutsideLocation, OutsideReport } from '../../core/index.js';

const HL7_PATH = /^[A-Z][A-Z0-9]{2}(\[\d+\])?(-\d+(\[\d+\])?(\.\d+){0,2})?$/;
/** Steps of an XPath or FHIRPath: names, positions, and predicates whose literals are masked already. */
const STEPS = /^[/A-Za-z_@*](?:[\w/:.*@-]|\[\d+\]|\[@?[\w:.-]+(?:\(\))?=(?:'[^']*'|"[^"]*")\])*$/;

/**
 * The same report without what another tool may quote of the document: its words go, its ids and places stay when they
 * have the shape of ids and places. `maskLiterals` masks the literals of a path.
 */
export function maskOutside(
  report: OutsideReport,
  mask: string,
  maskLiterals: (path: string) => string,
): OutsideReport {
  const findings = report.findings.map((finding): OutsideFinding => {
    const { id, description, location } = finding;
    return {
      ...finding,
      ...(id !== undefined && { id: /^\S{1,200}$/.test(id) ? id : mask }),
      description: description === '' ? '' : mask,
      ...(location && { location: maskPlace(location, mask, maskLiterals) }),
    };
  });
  return { ...report, findings };
}

function maskPlace(location: OutsideLocation, mask: string, maskLiterals: (path: string) => string): OutsideLocation {
  const { text, path } = location;
  const masked = path === undefined ? undefined : maskLiterals(path);
  const isPlace = masked !== undefined && (HL7_PATH.test(masked) || STEPS.test(masked));
  return {
    ...location,
    text: text === '' ? '' : mask,
    ...(masked !== undefined && { path: isPlace ? masked : mask }),
  };
}
