import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const withoutDeclaration = level1(['<?xml version="1.0" encoding="UTF-8"?>\n', '']);
const inStyleSheet = (content: string) =>
  `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">${content}</xsl:stylesheet>`;

export const examples: Examples = {
  passed: [
    { title: 'as root', cda: level3() },
    { title: 'in a style sheet', cda: inStyleSheet(withoutDeclaration) },
  ],
  failed: [
    {
      title: 'another document',
      cda: '<ClinicalDocument xmlns="urn:example"/>',
      findings: [{ messageId: 'none', path: '/' }],
    },
    {
      title: 'two in a style sheet',
      cda: inStyleSheet(withoutDeclaration + withoutDeclaration),
      findings: [{ messageId: 'several', path: '/' }],
    },
  ],
  inapplicable: [{ title: 'a file that cannot be read', cda: '<ClinicalDocument' }],
};
