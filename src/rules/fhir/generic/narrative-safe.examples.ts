import type { Examples } from '../../examples.js';
import { weight } from './example-resources.js';

const narrative = (inside: string, tag = 'div xmlns="http://www.w3.org/1999/xhtml"') =>
  weight({ text: { status: 'generated', div: `<${tag}>${inside}</${tag.split(' ')[0]}>` } });
const place = 'Observation.text.div';

export const examples: Examples = {
  passed: [
    {
      title: 'a table and a link',
      fhir: { resource: narrative('<table><tr><td>68,4 kg</td></tr></table><a href="#x">a</a>') },
    },
    { title: 'no narrative', fhir: { resource: weight() } },
  ],
  failed: [
    {
      title: 'a script',
      fhir: { resource: narrative('<script>a()</script>') },
      findings: [{ messageId: 'element', path: place }],
    },
    {
      title: 'an event',
      fhir: { resource: narrative('<p onclick="a()">b</p>') },
      findings: [{ messageId: 'attribute', path: place }],
    },
    {
      title: 'a script in a link',
      fhir: { resource: narrative('<a href="javascript:a()">b</a>') },
      findings: [{ messageId: 'link', path: place }],
    },
    {
      title: 'nothing to read',
      fhir: { resource: narrative('<p> </p>') },
      findings: [{ messageId: 'empty', path: place }],
    },
    {
      title: 'a paragraph instead of a div',
      fhir: { resource: narrative('a', 'p xmlns="http://www.w3.org/1999/xhtml"') },
      findings: [{ messageId: 'notADiv', path: place }],
    },
    {
      title: 'tags that cross',
      fhir: { resource: narrative('<b><i>a</b></i>') },
      findings: [{ messageId: 'malformed', path: place }],
    },
  ],
};
