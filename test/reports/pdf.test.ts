import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadFonts } from '../../src/assets/index.js';
import type { JudgedItem, RunResult } from '../../src/core/index.js';
import { LABELS } from '../../src/reports/labels.js';
import { PdfWriter, writeTable } from '../../src/reports/pdf/index.js';
import { renderPdf } from '../../src/reports/pdf/pdf.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';
import { pdfText } from '../support/pdf-text.js';

const fonts = await loadFonts();
const render = (result: RunResult, language: 'fr' | 'en' = 'fr') => renderPdf(result, { language, assets: { fonts } });
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pagesOf = (bytes: Uint8Array) => raw(bytes).match(/\/Type \/Page\n/g)?.length;

describe('pdf report', () => {
  it('is the same twice, and dated by the evidence', () => {
    const bytes = render(goldenResult());
    expect(Buffer.from(render(goldenResult())).equals(Buffer.from(bytes))).toBe(true);
    expect(raw(bytes)).toContain('(D:20260105101507Z)');
  });

  it('is tagged, says its language, and embeds its fonts', () => {
    for (const [language, code] of [
      ['fr', 'fr-FR'],
      ['en', 'en-GB'],
    ] as const) {
      const text = raw(render(goldenResult(), language));
      for (const part of ['%PDF-1.7', `/Lang (${code})`, '/Marked true', '/StructTreeRoot', '/S /H1', '/S /TH']) {
        expect(text).toContain(part);
      }
      expect(text.match(/\/FontFile2/g)).toHaveLength(3);
      expect(text).toMatch(/%%EOF\s*$/);
    }
  });

  it('says every outcome, step, rule, digest and message, accents included', () => {
    const text = pdfText(render(goldenResult()));
    const flat = text.replace(/\s+/g, '');
    const result = goldenResult();
    for (const word of ['Réussi', 'Échec', 'Non conclu', 'Sans objet', 'Non testé', 'Échec prévu']) {
      expect(flat).toContain(word.replace(/\s/g, ''));
    }
    for (const id of Object.keys(result.rules)) expect(flat).toContain(id);
    for (const { sha256 } of result.evidence) expect(flat).toContain(sha256);
    for (const step of result.steps) expect(flat).toContain(step.title.fr.replace(/\s+/g, ''));
  });

  it('groups items that passed without a remark, each still named, and nothing else', () => {
    const [first] = goldenResult().items;
    if (!first) throw new Error('no item');
    const rule = { ruleId: 'PAM-PID-3', outcome: 'passed' as const, findings: 0 };
    const quiet = (title: string): JudgedItem => ({ ...first, id: title, title, outcome: 'passed', rules: [rule] });
    const { expected: _, ...plain } = first;
    const items: JudgedItem[] = [
      ...['twice', 'twice', 'once'].map((title, at) => ({ ...plain, ...quiet(title), id: `q${at}` })),
      { ...plain, id: 'cant', title: 'undecided', outcome: 'cantTell', rules: [{ ...rule, outcome: 'cantTell' }] },
      { ...plain, id: 'none', title: 'without-object', outcome: 'inapplicable', rules: [] },
    ];
    const text = pdfText(render({ ...goldenResult(), items, findings: [] })).replace(/\s+/g, ' ');
    expect(text).toMatch(/× 3 .*twice × 2, once/);
    for (const [word, title] of [
      ['Non conclu', 'undecided'],
      ['Sans objet', 'without-object'],
    ] as const) {
      expect(text).toMatch(new RegExp(`${word} ${title}`));
    }
    expect(text).not.toContain('× 4');
  });

  it('tells remarks found alike once with all their evidence, and what a rule explains once', () => {
    const base = goldenResult();
    const finding = base.findings.find(({ severity }) => severity === 'information') ?? base.findings[0];
    const [item] = base.items;
    if (!finding || !item) throw new Error('no finding');
    const { expected: _e, suppressed: _s, ...plain } = item;
    const { provoked: _p, suppressed: _q, ...bare } = finding;
    const ruleId = finding.ruleId;
    const remark = (at: number, severity: 'information' | 'error') => ({
      item: {
        ...plain,
        ...{ id: `i${at}`, title: 'alike', evidenceId: `e000${at}` },
        outcome: severity === 'error' ? ('failed' as const) : ('passed' as const),
        rules: [{ ruleId, outcome: 'failed' as const, severity, findings: 1 }],
      },
      finding: { ...bare, severity, itemId: `i${at}`, evidenceId: `e000${at}` },
    });
    const told = (severity: 'information' | 'error') => {
      const both = [1, 2].map((at) => remark(at, severity));
      const result = { ...base, items: both.map((one) => one.item), findings: both.map((one) => one.finding) };
      return pdfText(render(result)).replace(/\s+/g, ' ');
    };
    const why = base.rules[ruleId]?.why.fr.slice(0, 30) ?? 'none';
    expect(told('information')).toContain('Constaté à l’identique dans 2 éléments, preuves e0001, e0002');
    expect(told('information').split(why)).toHaveLength(2);
    expect(told('error')).not.toContain('Constaté à l’identique');
    expect(told('error').split(why)).toHaveLength(2);
    expect(told('error')).toContain('plus haut, à la première fois');
  });

  it('says on its first page what was judged and what was not checked', () => {
    const head = (result: RunResult) => pdfText(render(result)).split(LABELS.started.fr)[0]?.replace(/\s+/g, ' ');
    const result = goldenResult();
    expect(head(result)).toMatch(/Ce qui a été jugé.*Message HL7 v2 \d/);
    expect(head(result)).toContain('aucun jeu de valeurs LOINC n’est chargé (× ');
    expect(head(result)).not.toContain('Toutes les règles appliquées ont conclu');
    const decided = result.items.map((item) => ({
      ...item,
      outcome: 'passed' as const,
      rules: item.rules.filter(({ outcome }) => outcome !== 'cantTell'),
    }));
    const steps = result.steps.filter(({ outcome }) => outcome === 'passed');
    expect(head({ ...result, items: decided, steps })).toContain('Toutes les règles appliquées ont conclu');
    expect(head({ ...result, items: [], steps: [] })).toContain('Rien n’a été jugé');
  });

  it('masks the values of documents unless asked', () => {
    expect(pdfText(render(goldenResult()))).not.toContain('279035121518988');
    const shown = renderPdf(goldenResult(), { language: 'fr', showValues: true, assets: { fonts } });
    expect(pdfText(shown)).toContain('279035121518988');
  });

  it('bears any text: controls, endless words, letters no font has', () => {
    const poison = `\u0000\u000b)(\\<b>&${'x'.repeat(300)}\ud83d\ude00\u4e2d\ud800${' mot'.repeat(50)}`;
    expect(raw(render(hostileResult(poison)))).toMatch(/%%EOF\s*$/);
  });

  it('shows the picture of a capture, and says what an unreadable one was', () => {
    const [first] = goldenResult().evidence;
    const png = readFileSync(new URL('../support/pixel.png', import.meta.url));
    const withImage = (bytes: Uint8Array) =>
      renderPdf(goldenResult(), {
        language: 'fr',
        assets: { fonts, images: new Map([[first?.id ?? '', { mediaType: 'image/png' as const, bytes }]]) },
      });
    expect(raw(withImage(png))).toContain('/S /Figure');
    expect(raw(withImage(Buffer.from('not a picture')))).not.toContain('/S /Figure');
  });

  it.each(['alpha', 'palette-alpha', 'interlaced', 'deep'])(
    'ends whole with a PNG the library decodes late: %s',
    (kind) => {
      const bytes = readFileSync(new URL(`../support/pictures/${kind}.png`, import.meta.url));
      const writer = new PdfWriter({ title: 't', language: 'fr', fonts, footer: 'f' });
      writer.image(bytes, 'alt');
      const written = raw(writer.toBytes());
      expect(written).toMatch(/%%EOF\s*$/);
      expect(written).toContain('/S /Figure');
    },
  );

  it('passes over a picture that is damaged or made to fill the memory', () => {
    const huge = Buffer.from(readFileSync(new URL('../support/pixel.png', import.meta.url)));
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const cut = readFileSync(new URL('../support/pictures/alpha.png', import.meta.url)).subarray(0, 40);
    for (const bytes of [huge, cut]) {
      const writer = new PdfWriter({ title: 't', language: 'fr', fonts, footer: 'f' });
      writer.image(bytes, 'alt');
      expect(raw(writer.toBytes())).toMatch(/%%EOF\s*$/);
    }
  });

  it('refuses plainly without font', async () => {
    expect(() => renderPdf(goldenResult(), { language: 'fr' })).toThrow(
      expect.objectContaining({ code: 'font-missing' }),
    );
    await expect(loadFonts('nowhere')).rejects.toMatchObject({ code: 'font-missing' });
  });
});

describe('pdf table', () => {
  const table = (rows: string[][]) => {
    const writer = new PdfWriter({ title: 't', language: 'en', fonts, footer: 'foot' });
    writeTable(
      writer,
      [
        { title: 'Head', share: 1 },
        { title: 'Other', share: 3 },
      ],
      rows,
    );
    return writer.toBytes();
  };

  it('repeats its head on every page and numbers the pages', () => {
    const bytes = table(Array.from({ length: 120 }, (_, index) => [`row ${index}`, 'value']));
    const text = pdfText(bytes);
    const pages = pagesOf(bytes) ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(text.match(/^Head$/gm)).toHaveLength(pages);
    expect(text).toContain(`${pages} / ${pages}`);
    for (let index = 0; index < 120; index++) expect(text).toContain(`row ${index}`);
  });

  it('goes on with a row taller than a page, losing nothing', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `w${index}`);
    const bytes = table([['tall', words.join(' ')]]);
    expect(pagesOf(bytes)).toBeGreaterThan(1);
    const text = pdfText(bytes).replace(/\s+/g, '');
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});
