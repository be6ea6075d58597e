import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import type { RunResult } from '../../src/core/index.js';
import { renderHtml } from '../../src/reports/html/html.js';
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
