import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocationFormat } from '../../src/core/index.js';
import { MASK, maskResult, maskValue, REPORT_FORMATS } from '../../src/reports/index.js';
import { maskExcerpt } from '../../src/reports/masking.js';
import { goldenResult } from '../support/golden-result.js';
import { personalResult } from '../support/hostile-result.js';
import { reportText } from '../support/report-text.js';

const CANARY = 'Kanari7X';

describe('masking', () => {
  it.each(REPORT_FORMATS)('no value of a document appears in a %s report unless asked', async (format) => {
    const result = personalResult(CANARY);
    for (const language of ['fr', 'en'] as const) {
      for (const brief of [false, true]) {
        expect(await reportText(result, format, { language, brief })).not.toContain(CANARY);
      }
      // The picture shows no value at all.
      const shown = await reportText(result, format, { language, showValues: true });
      expect(shown.includes(CANARY)).toBe(format !== 'png');
    }
  });

  it('keeps separators, the HL7 null and emptiness, and hides lengths', () => {
    expect(maskValue('DUPONT^MARIE JEANNE~X')).toBe(`${MASK}^${MASK}~${MASK}`);
    expect(maskValue('""')).toBe('""');
    expect(maskValue('')).toBe('');
    expect(maskValue('A')).toBe(maskValue('A much longer value'));
  });

  it('keeps the segment name and moves the faulty part along', () => {
    const excerpt = { text: 'PID|1||123456789^^^X||DOE', start: 7, length: 9 };
    const masked = maskExcerpt(excerpt, 'hl7v2');
    expect(masked.text).toBe('PID|•••||•••^^^•••||•••');
    expect(masked.text.slice(masked.start, masked.start + masked.length)).toBe(MASK);
    expect(masked.text.slice(0, masked.start)).toBe('PID|•••||');
  });

  it('keeps a missing part missing', () => {
    const masked = maskExcerpt({ text: 'PID|1||2', start: 6, length: 0 }, 'hl7v2');
    expect(masked).toEqual({ text: 'PID|•••||•••', start: 8, length: 0 });
  });

  it('keeps tags and attribute names of XML, and keys of JSON', () => {
    const whole = (text: string, format: LocationFormat) => maskExcerpt({ text, start: 0, length: 0 }, format).text;
    expect(whole('  <given a="Jean">Jean</given>', 'xpath')).toBe('  <given a="•••">•••</given>');
    expect(whole('{"family": "Durand", "n": 12}', 'fhirpath')).toBe('{"family": "•••", "n": •••}');
    expect(whole('{"Durand": true}', 'fhirpath')).toBe('{"•••": •••}');
  });

  it('hides literals inside XPath and FHIRPath, except OIDs and web addresses', () => {
    const [finding] = goldenResult().findings.filter(({ location }) => location.format === 'xpath');
    if (!finding) throw new Error('the golden result holds an XPath');
    const { findings } = maskResult({ ...goldenResult(), findings: [finding] });
    expect(findings[0]?.location.path).toBe(
      "/ClinicalDocument/templateId[@root='1.2.250.1.213.1.1.1.1']/../title[.='•••']",
    );
  });

  it('shows expected values, unless they come from a document', () => {
    const { findings } = maskResult(goldenResult());
    const expectedOf = (ruleId: string) => findings.find((finding) => finding.ruleId === ruleId)?.expected;
    expect(expectedOf('hl7v2/code-in-table')).toBe('F, M, O, U');
    expect(expectedOf('PAM-PID-3-INS-KEY')).toBe(MASK);
  });

  it('does not trust a safe key whose value is unusual', () => {
    const [finding] = goldenResult().findings;
    if (!finding) throw new Error('the golden result has findings');
    const data = { segment: 'DUPONT', event: 'A28', line: '12', table: 'Marie Dupont' };
    const masked = maskResult({ ...goldenResult(), findings: [{ ...finding, data }] });
    expect(masked.findings[0]?.data).toEqual({ segment: MASK, event: 'A28', line: '12', table: MASK });
  });

  it('shows codes of the exchange where field and form both fit, and nothing else there', () => {
    const foundAt = (path: string, found: string) => {
      const [finding] = goldenResult().findings;
      if (!finding) throw new Error('the golden result has findings');
      const location = { ...finding.location, path };
      const excerpt = { text: `MSH|${found}|DUPONT`, start: 4, length: found.length };
      const masked = maskResult({
        ...goldenResult(),
        findings: [{ ...finding, found, location, excerpt, data: { found } }],
      });
      return [masked.findings[0]?.found, masked.findings[0]?.data?.found, masked.findings[0]?.excerpt?.text];
    };
    expect(foundAt('MSH-9.2', 'A28')).toEqual(['A28', 'A28', 'MSH|A28|•••']);
    expect(foundAt('PID-3[2].5', 'INS')).toEqual(['INS', 'INS', 'MSH|INS|•••']);
    expect(foundAt('MSH-9.2', 'DUPONT')).toEqual([MASK, MASK, 'MSH|•••|•••']);
    expect(foundAt('PID-5.1', 'A28')).toEqual([MASK, MASK, 'MSH|•••|•••']);
    expect(foundAt('constructor', 'A28')).toEqual([MASK, MASK, 'MSH|•••|•••']);
  });

  it('leaves no letter or digit of an HL7 line, whatever the line', () => {
    const formats = ['hl7v2', 'wire', 'file'] as const;
    fc.assert(
      fc.property(fc.string(), fc.nat(40), fc.nat(40), fc.constantFrom(...formats), (text, start, length, format) => {
        const masked = maskExcerpt({ text: `|${text}`, start, length }, format);
        expect(masked.text.replace(/""/g, '')).toMatch(/^[|^~\\&…•]*$/);
        expect(masked.start + masked.length).toBeLessThanOrEqual(masked.text.length);
      }),
    );
  });
});

describe('codes of CDA', () => {
  const masked = (text: string) => maskExcerpt({ text, start: 0, length: 0 }, 'xpath').text;

  it('stay readable where attribute and form both fit; everything else is masked', () => {
    expect(masked('<relatedDocument typeCode="XFRM">')).toBe('<relatedDocument typeCode="XFRM">');
    expect(masked('<code code="A" codeSystem="2.16.840.1.113883.6.1"/>')).toBe(
      `<code code="${MASK}" codeSystem="2.16.840.1.113883.6.1"/>`,
    );
    for (const tag of [
      '<a typeCode="DUPONT">',
      '<id root="1.2.250.1.213.1.4.10" extension="1"/>',
      '<a nullFlavor="Marie"/>',
    ])
      expect(masked(tag)).not.toMatch(/DUPONT|1\.2\.250|Marie|"1"/);
  });
});
