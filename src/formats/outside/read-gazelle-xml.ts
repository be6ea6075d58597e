import type { OutsideFinding } from '../../core/index.js';
import { readAssertion, readResult } from './gazelle-words.js';
import { type Parts, settle } from './outcome-of.js';
import { childrenOf, childText, type PlainElement } from './plain-xml.js';

/** Detailed report of the EVSClient (`gvr:validationReport`). */
export function readGazelleXml(root: PlainElement): Parts {
  const overview = childrenOf(root, 'validationOverview')[0];
  const findings: OutsideFinding[] = [];
  let passed = 0;
  let unexpected = unexpectedIn(root);
  for (const element of descendants(root)) {
    if (element.name === 'subReport') unexpected += unexpectedIn(element);
    if (element.name !== 'constraint') continue;
    const read = readConstraint(element);
    if (read === 'passed') passed += 1;
    else if (read !== 'inapplicable') findings.push(read);
  }
  const told = readResult(overview?.attributes.get('validationOverallResult') ?? root.attributes.get('result'));
  const date = overview?.attributes.get('validationDateTime');
  const tool = overview && [
    childText(overview, 'validationServiceName'),
    childText(overview, 'validationServiceVersion'),
  ];
  const name = tool?.filter((part) => part !== undefined).join(' ');
  return settle(
    told,
    { format: 'gazelle-xml', ...(name && { tool: name }), ...(date && { date }), passed },
    findings,
    unexpected > 0,
  );
}

function readConstraint(element: PlainElement) {
  const { attributes } = element;
  return readAssertion({
    id: attributes.get('constraintID'),
    description: childText(element, 'constraintDescription'),
    severity: attributes.get('severity'),
    result: attributes.get('testResult'),
    location: childText(element, 'locationInValidatedObject'),
    unexpectedErrors: childrenOf(element, 'unexpectedError').length,
  });
}

/** Told by counters, or by elements of that name. */
function unexpectedIn(element: PlainElement): number {
  const counted = childrenOf(element, 'counters').map(({ attributes }) =>
    Number(attributes.get('numberOfUnexpectedErrors')),
  );
  return counted.filter((count) => count > 0).length + childrenOf(element, 'unexpectedError').length;
}

function* descendants(element: PlainElement): Generator<PlainElement> {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}
