import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import type { RunResult } from '../../src/core/index.js';
import { renderHtml } from '../../src/reports/html/html.js';
import { fieldsOfSegment } from '../../src/reports/html/segment-fields.js';
import { STYLE } from '../../src/reports/html/style.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

const french = renderHtml(goldenResult(), { language: 'fr' });

describe('html report', () => {
  it('lets no string become markup or script', () => {
    const poison = `<script>alert(1)</script><img src=x onerror=alert(1)>" onclick="alert(1)' --><!-- </style></title>`;
    const html = renderHtml(hostileResult(poison), { language: 'en', showValues: true });
    expect(html).toContain('&lt;script>alert(1)');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<!--/);
    for (const [tag] of html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').matchAll(/<[a-z][^>]*>/gi)) {
      expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+|style=/i);
    }
  });

  it('keeps only web addresses as links', () => {
    const [rule] = Object.values(goldenResult().rules);
    if (!rule) throw new Error('the golden result has rules');
    const spec = [{ standard: 'S', section: '1', url: 'javascript:alert(1)' }];
    const html = renderHtml({ ...goldenResult(), rules: { [rule.id]: { ...rule, spec } } }, { language: 'en' });
    expect(html).not.toContain('javascript:');
  });

  it('allows its own style and script by digest and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(french)?.[1] ?? '';
    for (const tag of ['style', 'script']) {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(french)?.[1] ?? '';
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toContain('unsafe');
  });

  it('needs no outside resource', () => {
    expect(french).not.toMatch(/<(link|img|iframe|object|embed|base)\b|\ssrc=|url\(|@import/);
  });

  it('is well formed, in the language asked, with headings in order and no id twice', () => {
    for (const language of ['fr', 'en'] as const) {
      const html = renderHtml(goldenResult(), { language });
      expect(html).toContain(`<html lang="${language}">`);
      // Boolean attributes are the one thing that keeps this HTML from being XML.
      const body = html
        .replace(/^<!doctype html>\n/, '')
        .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
        .replace(/ (open|hidden)(?=[ >])/g, ' $1=""');
      const document = XmlDocument.fromString(body);
      const ids = document.find('//@id').map((node) => node.content);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = document.find("//a[starts-with(@href,'#')]/@href").map((node) => node.content.slice(1));
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
      const levels = document.find('//h1|//h2|//h3|//h4').map((node) => Number((node as XmlElement).name.slice(1)));
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      document.dispose();
    }
  });

  it('shows every rule with its outcome, every step, pack, evidence and digest', () => {
    const result = goldenResult();
    for (const id of Object.keys(result.rules)) expect(french).toContain(id);
    for (const step of result.steps) expect(french).toContain(step.title.fr);
    for (const { sha256 } of result.evidence) expect(french).toContain(sha256);
    for (const { digest } of result.packs) expect(french).toContain(digest);
    for (const word of ['Réussi', 'Échec', 'Non conclu', 'Sans objet', 'Non testé', 'Échec prévu', 'Avec remarques']) {
      expect(french).toContain(word);
    }
    for (const fact of ['TLSv1.3', 'TLS_AES_256_GCM_SHA384', 'CN=dmn.test', 'CN=gam.test', 'Autorite de test']) {
      expect(french).toContain(fact);
    }
  });

  it('marks the faulty part, also where something is missing', () => {
    const html = renderHtml(goldenResult(), { language: 'en', showValues: true });
    expect(html).toContain('<mark>279035121518988</mark>');
    expect(html).toContain('<mark class="gap"');
  });

  it('gives what could not be decided a tone of its own, never that of success', () => {
    const cantTell: RunResult = { ...goldenResult(), outcome: 'cantTell' };
    const html = renderHtml(cantTell, { language: 'en' });
    expect(html).toContain('class="verdict cantTell"');
    const toneOf = (outcome: string) => new RegExp(`\\.${outcome} \\{ --tone: ([^;]*)`).exec(STYLE)?.[1];
    expect(toneOf('cantTell')).toBeDefined();
    expect(toneOf('cantTell')).not.toBe(toneOf('passed'));
  });

  it('keeps text readable: contrast of at least 4.5 in light and dark', () => {
    const [light = '', dark = ''] = STYLE.split('prefers-color-scheme: dark');
    for (const theme of [light, dark]) {
      const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme)?.[1] ?? '';
      for (const tone of ['passed', 'failed', 'cant-tell', 'warning', 'information', 'quiet']) {
        expect(contrast(colour(tone), colour(`${tone}-tint`))).toBeGreaterThanOrEqual(4.5);
      }
      for (const ground of ['paper', 'card', 'code']) {
        for (const ink of ['ink', 'soft', 'accent']) {
          expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
        }
      }
      expect(contrast(colour('mark-ink'), colour('mark'))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('html report, around the findings', () => {
  const names = {
    PID: { fr: 'Identification du patient', en: 'Patient identification' },
    'PID-3': { fr: 'Liste des identifiants', en: 'Patient identifier list' },
    'PID-5': { fr: 'Nom du patient', en: 'Patient name' },
  };

  it('explains the quoted segment: its name, its fields, which one is at fault', () => {
    const html = renderHtml({ ...goldenResult(), names }, { language: 'fr' });
    for (const text of ['Identification du patient', 'Liste des identifiants', 'Nom du patient', 'signalé']) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain('279035121518988');
    expect(renderHtml(goldenResult(), { language: 'fr' })).not.toContain('class="explained"');
  });

  it('tells when each piece of evidence was recorded', () => {
    expect(french).toContain('id="timeline"');
    expect(french).toContain('10:15:00.100');
    const timeless = { ...goldenResult(), evidence: goldenResult().evidence.map(({ at: _at, ...item }) => item) };
    expect(renderHtml(timeless, { language: 'fr' })).not.toContain('id="timeline"');
  });

  it('shows captures inside the page, and allows pictures only then', () => {
    const evidence = goldenResult().evidence.map((item) => (item.id === 'ev-6' ? { ...item, kind: 'capture' } : item));
    const result = { ...goldenResult(), evidence };
    const images = new Map([['ev-6', { mediaType: 'image/png' as const, bytes: Buffer.from('pixels') }]]);
    const html = renderHtml(result, { language: 'en', assets: { images } });
    expect(html).toContain(`src="data:image/png;base64,${Buffer.from('pixels').toString('base64')}"`);
    expect(html).toMatch(/<img [^>]*alt="[^"]+"/);
    expect(html).toContain('img-src data:');
    const without = renderHtml(result, { language: 'en' });
    expect(without).toContain('This capture is not included in this report');
    expect(without).not.toMatch(/<img|img-src/);
  });
});

describe('fields of a quoted segment', () => {
  const pathsOf = (text: string, start: number, length: number) =>
    fieldsOfSegment(text, [{ start, length }]).map(({ path, isFaulty }) => `${path}${isFaulty ? '!' : ''}`);

  it('are numbered as HL7 numbers them, empty ones left out unless at fault', () => {
    expect(pathsOf('PID|1||A^B|', 6, 1)).toEqual(['PID-1', 'PID-3']);
    expect(pathsOf('PID|1||A^B|', 7, 3)).toEqual(['PID-1', 'PID-3!']);
    expect(pathsOf('PID|1||A^B|', 11, 0)).toEqual(['PID-1', 'PID-3', 'PID-4!']);
    expect(pathsOf('MSH|^~\\&|GAM|H', 9, 3)).toEqual(['MSH-2', 'MSH-3!', 'MSH-4']);
  });

  it('are not guessed from a quote that starts elsewhere', () => {
    for (const text of ['PID…|A|B', '…', '', 'PID', '<xml/>']) expect(fieldsOfSegment(text, [])).toEqual([]);
  });
});

/** WCAG 2 contrast ratio of two `#rrggbb` colours. */
function contrast(left: string, right: string): number {
  const [darker = 0, lighter = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
