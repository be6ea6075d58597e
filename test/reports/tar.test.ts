import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  XmlBufferInputProvider,
  XmlDocument,
  type XmlElement,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { RunResult } from '../../src/core/index.js';
import { renderTar } from '../../src/reports/tar.js';
import { resultWith } from '../support/cant-tell-result.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

const NAMES = {
  tr: 'http://www.gitb.com/tr/v1/',
  gitb: 'http://www.gitb.com/core/v1/',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

function read<Value>(result: RunResult, look: (document: XmlDocument) => Value): Value {
  const document = XmlDocument.fromString(renderTar(result, { language: 'fr' }));
  try {
    return look(document);
  } finally {
    document.dispose();
  }
}

const elements = (from: XmlElement, path: string) => from.find(path, NAMES) as XmlElement[];
const textOf = (from: XmlElement, path: string) => elements(from, path)[0]?.content ?? '';
const overall = (result: RunResult) => read(result, ({ root }) => textOf(root, 'tr:result'));

/** Children in the order the schema demands of a TAR (a sequence). */
const ORDER = ['date', 'result', 'overview', 'counters', 'context', 'reports'];
const HOSTILE = '\u000b\u001c]]>&amp;<a b="c\'">:\ud800';

describe('tar report', () => {
  it('keeps the order, the types and the choices of the schema', () => {
    for (const result of [goldenResult(), hostileResult(HOSTILE)]) {
      read(result, ({ root }) => {
        expect(root.name).toBe('TestStepReport');
        for (const tar of [root, ...elements(root, './/tr:reports[@xsi:type]')]) {
          expect(tar.attr('type', 'xsi')?.value).toBe('tr:TAR');
          const names = elements(tar, '*').map(({ name }) => name);
          expect(names).toEqual(ORDER.filter((name) => names.includes(name)));
          expect(textOf(tar, 'tr:date')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
          const kinds = new Set(elements(tar, 'tr:reports/*').map(({ name }) => name === 'reports'));
          expect(kinds.size).toBe(1);
        }
        for (const bar of elements(root, './/tr:info|.//tr:warning|.//tr:error')) {
          expect(bar.attr('type', 'xsi')?.value).toBe('tr:BAR');
          expect(elements(bar, 'tr:description')).toHaveLength(1);
        }
      });
    }
  });

  it('counts what it lists', () => {
    read(goldenResult(), ({ root }) => {
      for (const tar of [root, ...elements(root, './/tr:reports[@xsi:type]')]) {
        const told = ['nrOfAssertions', 'nrOfErrors', 'nrOfWarnings'].map((name) =>
          Number(textOf(tar, `tr:counters/tr:${name}`)),
        );
        expect(told).toEqual(['info', 'error', 'warning'].map((name) => elements(tar, `.//tr:${name}`).length));
      }
    });
  });

  it('points at a context item of that name, with the line the finding quotes', () => {
    read(goldenResult(), ({ root }) => {
      const places = elements(root, './/tr:location').map(({ content }) => content.split(':'));
      expect(places.length).toBeGreaterThan(0);
      for (const [name = '', line = '', column = ''] of places) {
        expect(elements(root, `tr:context/gitb:item[@name='${name}']`)).toHaveLength(1);
        expect(Number(line)).toBeGreaterThan(0);
        expect(column).toMatch(/^\d+$/);
      }
      const message = textOf(root, "tr:context/gitb:item[@name='ev-2']/gitb:value").split('\n');
      expect(message[2]).toMatch(/^PID\|/);
      expect(root.content).not.toContain('279035121518988');
    });
  });

  it('says UNDEFINED for what could not be decided', () => {
    expect(overall(resultWith({ cantTell: 1 }, 'cantTell'))).toBe('UNDEFINED');
    expect(overall(resultWith({ cantTell: 1, passed: 3 }, 'cantTell'))).toBe('UNDEFINED');
    expect(overall(resultWith({ inapplicable: 2 }, 'inapplicable'))).toBe('UNDEFINED');
    expect(overall({ ...resultWith({ passed: 1 }, 'passed'), incomplete: true })).toBe('UNDEFINED');
    expect(overall(resultWith({ failed: 1, cantTell: 1 }, 'failed'))).toBe('FAILURE');
    expect(overall(resultWith({ passed: 1, inapplicable: 1 }, 'passed'))).toBe('SUCCESS');
  });

  // The schema is under EUPL and not kept here: EPREUVE_GITB_XSD names a folder with gitb_tr.xsd and gitb_core.xsd.
  const folder = process.env.EPREUVE_GITB_XSD;
  (folder === undefined ? it.skip : it)('is valid against the schema of the Interoperability Test Bed', () => {
    const names = ['gitb_core.xsd', 'gitb_tr.xsd'];
    const files = names.map((name) => [`mem:///${name}`, readFileSync(join(folder ?? '', name))] as const);
    xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
    const schema = XmlDocument.fromBuffer(files[1]?.[1] ?? Buffer.alloc(0), { url: 'mem:///gitb_tr.xsd' });
    const validator = XsdValidator.fromDoc(schema);
    for (const result of [goldenResult(), hostileResult(HOSTILE), resultWith({ cantTell: 1 }, 'cantTell')]) {
      read(result, (document) => expect(() => validator.validate(document)).not.toThrow());
    }
    validator.dispose();
    xmlCleanupInputProvider();
    schema.dispose();
  });
});
