import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

export const examples: Examples = {
  passed: [
    { title: 'level 1', cda: level1() },
    { title: 'level 3', cda: level3() },
  ],
  failed: [
    {
      title: 'an external entity',
      cda: level1(['?>\n', '?>\n<!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n']),
      findings: [{ messageId: 'doctype', path: '/' }],
    },
    { title: 'cut', cda: level1().slice(0, 2000), findings: [{ messageId: 'truncated', path: '/' }] },
    {
      title: 'an attribute twice',
      cda: level1(['<realmCode code="FR"/>', '<realmCode code="FR" code="FR"/>']),
      findings: [{ messageId: 'malformed', path: '/' }],
    },
    {
      title: 'a NUL byte',
      cda: level1(['DOMINIQUE', 'DOMINIQUE\0']),
      findings: [{ messageId: 'characters', path: '/' }],
    },
    {
      title: 'Windows-1252 declared as UTF-8',
      cda: Buffer.from(level1(), 'latin1'),
      findings: [{ messageId: 'characters', path: '/' }],
    },
  ],
};
