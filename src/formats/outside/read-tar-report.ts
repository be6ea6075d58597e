import type { OutsideFinding } from '../../core/index.js';
import { type Parts, settle, type Told } from './outcome-of.js';
import { childrenOf, childText, type PlainElement } from './plain-xml.js';
import { readLocation } from './read-location.js';

const RESULTS: Readonly<Record<string, Told>> = {
  SUCCESS: 'passed',
  WARNING: 'passed',
  FAILURE: 'failed',
  UNDEFINED: 'cantTell',
};

const SEVERITIES = { error: 'error', warning: 'warning', info: 'information' } as const;

/** GITB test assertion report, nested reports included. An `info` is what passed, or a mere remark. */
export function readTarReport(root: PlainElement): Parts {
  const findings: OutsideFinding[] = [];
  const passed = collect(root, findings);
  const overview = childrenOf(root, 'overview')[0];
  const tool = overview && [
    childText(overview, 'validationServiceName'),
    childText(overview, 'validationServiceVersion'),
  ];
  const name = tool?.filter((part) => part !== undefined).join(' ');
  const date = childText(root, 'date');
  const told = RESULTS[childText(root, 'result')?.toUpperCase() ?? ''];
  return settle(told, { format: 'tar', ...(name && { tool: name }), ...(date && { date }), passed }, findings);
}

/** Number of `info` items. The depth is bounded by the reader. */
function collect(report: PlainElement, findings: OutsideFinding[]): number {
  let passed = 0;
  for (const { children } of childrenOf(report, 'reports')) {
    for (const child of children) {
      if (child.name === 'reports') passed += collect(child, findings);
      else if (child.name === 'info') passed += 1;
      else if (child.name === 'error' || child.name === 'warning')
        findings.push(readItem(child, SEVERITIES[child.name]));
    }
  }
  return passed;
}

function readItem(item: PlainElement, severity: 'error' | 'warning'): OutsideFinding {
  const id = childText(item, 'assertionID');
  const location = childText(item, 'location');
  return {
    ...(id !== undefined && { id }),
    severity,
    description: childText(item, 'description') ?? '',
    ...(location !== undefined && { location: readLocation(location) }),
  };
}
