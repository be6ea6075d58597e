import { describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../src/core/index.js';
import { verdictSentence } from '../../src/reports/index.js';
import { renderText } from '../../src/reports/text/text.js';
import { WIDTH } from '../../src/reports/text/wrap.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

describe('text report', () => {
  it('puts the caret under the faulty part', () => {
    const lines = renderText(goldenResult(), { language: 'en', showValues: true }).split('\n');
    const line = lines.findIndex(
      (each) => each.includes('279035121518989^^^ASIP') || each.includes('279035121518988^^^ASIP'),
    );
    const quoted = lines[line] ?? '';
    const carets = lines[line + 1] ?? '';
    expect(quoted.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('279035121518988');
  });

  it('keeps prose within the width', () => {
    const prose = renderText(goldenResult(), { language: 'fr' })
      .split('\n')
      .filter((line) => !/[·│]/.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(WIDTH);
  });

  it('has colours only when asked', () => {
    expect(renderText(goldenResult(), { language: 'fr' })).not.toContain('\u001b');
    const coloured = renderText(goldenResult(), { language: 'fr', colour: true });
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderText(goldenResult(), { language: 'fr' }));
  });

  it('never paints green what could not be decided', () => {
    const cantTell: RunResult = { ...goldenResult(), outcome: 'cantTell', steps: [], items: [], findings: [] };
    expect(renderText(cantTell, { language: 'fr', colour: true })).not.toContain('\u001b[32m');
  });

  it('lets no string drive the terminal or reverse the reading direction', () => {
    const text = renderText(hostileResult('\u001b[2J\u0007\r\u202e\u009b'), { language: 'en', showValues: true });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('\\x1b[2J\\x07\\x0d\\u202e\\x9b');
  });

  it('shows findings no item claims', () => {
    const text = renderText({ ...goldenResult(), items: [] }, { language: 'en' });
    expect(text).toContain('Other findings');
    expect(text).toContain('PAM-PID-3-INS-KEY');
  });

  it('shows ids when the catalogue entry is missing', () => {
    const text = renderText({ ...goldenResult(), rules: {} }, { language: 'en' });
    expect(text).toContain('wrongKey');
  });
});

describe('many items', () => {
  const golden = goldenResult();
  const [first] = golden.items.filter(({ outcome, reason }) => outcome === 'passed' && !reason);
  const copies = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...first,
      id: `quiet-${index}`,
      evidenceId: `quiet-${index}`,
      title: `QUIET ${index}`,
      rules: [],
    })) as RunResult['items'];

  it('are all listed while they are few', () => {
    const text = renderText({ ...golden, items: [...golden.items, ...copies(20)] }, { language: 'fr' });
    expect(text).toContain('QUIET 19');
  });

  it('are counted when nothing is found in them, and the others still told', () => {
    const few = renderText(golden, { language: 'fr' });
    const text = renderText({ ...golden, items: [...copies(3000), ...golden.items] }, { language: 'fr' });
    expect(text).not.toContain('QUIET');
    expect(text).toMatch(/3\s00\d éléments sans aucun constat ne sont pas listés ici/);
    for (const line of few.split('\n').filter((each) => /ERREUR|AVERTISSEMENT/.test(each)))
      expect(text).toContain(line);
  });
});

describe('verdict sentence', () => {
  const golden = goldenResult();
  const nothing = { fatal: 0, error: 0, warning: 0, information: 0 };
  const counts = { ...golden.counts, findings: nothing };
  const quiet: RunResult = { ...golden, steps: [], findings: [], counts, incomplete: false };

  it('says what a failure rests on', () => {
    expect(verdictSentence(goldenResult(), 'en')).toBe(
      'Failed: 3 errors, 1 failed step, 1 rule not decided, 2 warnings, 1 finding provoked on purpose in 7 judged items and 5 steps.',
    );
  });

  it('says why nothing could be concluded', () => {
    const reason = { fr: 'Rien n’a été vérifié', en: 'Nothing was checked' };
    expect(verdictSentence({ ...quiet, items: [], outcome: 'cantTell', reason }, 'fr')).toBe(
      'Non conclu\u00a0: Rien n’a été vérifié. 0 erreur, 1 règle non conclue sur 0 élément jugé.',
    );
  });

  it('counts what nobody could judge when no rule was left undecided', () => {
    const rules = { ...counts.rules, cantTell: 0 };
    const told = (cantTell: number) => {
      const items = { ...counts.items, cantTell };
      return verdictSentence({ ...quiet, outcome: 'cantTell', counts: { ...counts, rules, items } }, 'en');
    };
    expect(told(2)).toContain('0 errors, 2 items not decided in');
    expect(told(0)).toContain('0 errors in');
  });
});
