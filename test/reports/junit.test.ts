import { describe, expect, it } from '@jest/globals';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import type { RunResult } from '../../src/core/index.js';
import { renderJunit } from '../../src/reports/junit.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

interface Case {
  readonly name: string;
  readonly children: readonly string[];
  readonly message: string | undefined;
  readonly body: string;
}

/** Parses strictly (libxml2) and reads the cases. */
function casesOf(result: RunResult, language: 'fr' | 'en' = 'fr'): Case[] {
  const document = XmlDocument.fromString(renderJunit(result, { language }));
  try {
    return document.find('//testcase').map((node) => {
      const element = node as XmlElement;
      const children = element.find('*') as XmlElement[];
      return {
        name: element.attr('name')?.value ?? '',
        children: children.map((child) => child.name),
        message: children[0]?.attr('message')?.value,
        body: children[0]?.content ?? '',
      };
    });
  } finally {
    document.dispose();
  }
}

const emptyRun: RunResult = {
  ...goldenResult(),
  outcome: 'cantTell',
  reason: { fr: 'Rien n’a été vérifié', en: 'Nothing was checked' },
  incomplete: false,
  steps: [],
  items: [],
  findings: [],
};

describe('junit report', () => {
  it('maps outcomes to nothing, failure, error and skipped', () => {
    const cases = casesOf(goldenResult());
    const childOf = (start: string) => cases.find(({ name }) => name.startsWith(start))?.children;
    expect(childOf('connect')).toEqual([]);
    expect(childOf('send-a28')).toEqual(['failure']);
    expect(childOf('measure:')).toEqual(['error']);
    expect(childOf('close')).toEqual(['skipped']);
    expect(childOf('PAM-PID-3-INS-KEY')).toEqual(['failure']);
    expect(childOf('hl7v2/obx-identifier-known')).toEqual(['error']);
    expect(childOf('measure.json')).toEqual(['error']);
  });

  it('does not fail for warnings nor for what was provoked on purpose', () => {
    const cases = casesOf(goldenResult());
    const childrenOf = (part: string) =>
      cases.filter(({ name }) => name.includes(part)).map(({ children }) => children);
    expect(childrenOf('hl7v2/code-in-table')).toEqual([['system-out']]);
    expect(childrenOf('[ADT^A31^ADT_A05 → ACK]')).toEqual([['system-out']]);
  });

  it('counts what it holds', () => {
    const document = XmlDocument.fromString(renderJunit(goldenResult(), { language: 'en' }));
    for (const node of [document.root, ...document.find('//testsuite')]) {
      const suite = node as XmlElement;
      const counted = ['tests', 'failures', 'errors'].map((name) => Number(suite.attr(name)?.value));
      const held = ['testcase', 'failure', 'error'].map((name) => suite.find(`.//${name}`).length);
      expect(counted).toEqual(held);
    }
    document.dispose();
  });

  it('uses only what the strict schema of Jenkins accepts', () => {
    const xml = renderJunit(goldenResult(), { language: 'fr' });
    const names = (tag: string) =>
      new Set(
        [...xml.matchAll(new RegExp(`<${tag}( [^>]*)`, 'g'))].flatMap(([, text]) =>
          [...(text ?? '').matchAll(/ ([a-z]+)="/g)].map(([, name]) => name),
        ),
      );
    expect([...names('testsuites')].sort()).toEqual(['errors', 'failures', 'name', 'tests', 'time']);
    expect([...names('testsuite')].sort()).toEqual(['errors', 'failures', 'name', 'skipped', 'tests', 'timestamp']);
    expect([...names('testcase')].sort()).toEqual(['classname', 'name']);
    expect(xml).toMatch(/time="\d+\.\d{3}"/);
    expect(xml).toMatch(/timestamp="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"/);
  });

  it('gives every case a name of its own and says the message in attribute and body', () => {
    const twice = { ...goldenResult(), items: [...goldenResult().items, ...goldenResult().items] };
    const cases = casesOf(twice);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    for (const { message, body } of cases) if (message !== undefined) expect(body).toContain(message);
  });

  it('never looks green when nothing was judged or the run was cut short', () => {
    expect(casesOf(emptyRun).map(({ children }) => children)).toEqual([['error']]);
    const cutShort = { ...emptyRun, outcome: 'passed', incomplete: true } as const;
    expect(casesOf(cutShort).map(({ children }) => children)).toEqual([['error']]);
    const failedSomewhere = { ...emptyRun, outcome: 'failed' } as const;
    expect(casesOf(failedSomewhere).map(({ children }) => children)).toEqual([['failure']]);
  });

  it('stays well formed whatever strings hold, and shows control characters escaped', () => {
    const poison = '\u000b\u001c\r\n\u0000]]>&amp;<a b="c\'">\ud800\uffff\u202e';
    const cases = casesOf(hostileResult(poison));
    expect(cases.length).toBe(casesOf(goldenResult()).length);
    expect(cases[0]?.name).toContain(']]>&amp;<a b="c\'">');
    expect(cases[0]?.name).toContain('\\x0b\\x1c\\x0d\\x0a\\x00');
  });
});
