import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { Finding, RunResult } from '../../src/core/index.js';
import { type JudgeEvidenceOptions, judgeEvidence } from '../../src/index.js';
import { ack, adt, EXAMPLE_EVENTS } from '../../src/rules/hl7v2/example-messages.js';
import { temporaryFolder } from '../support/folders.js';
import { MadeEvidence } from '../support/make-evidence.js';

const judgeText = (text: string | Uint8Array, options?: JudgeEvidenceOptions, name?: string): Promise<RunResult> => {
  const evidence = new MadeEvidence();
  evidence.document(text, name);
  return judgeEvidence(evidence.set(), options);
};

const heavy = ({ findings }: RunResult) =>
  findings
    .filter(({ severity }) => severity !== 'information')
    .map(({ ruleId, severity, location }) => `${ruleId} ${severity} ${location.path}`);
const packsOf = ({ packs }: RunResult) => packs.map(({ id, version }) => `${id}@${version}`);
const find = (result: RunResult, ruleId: string): Finding | undefined =>
  result.findings.find((finding) => finding.ruleId === ruleId);

/** 2.3.1 sender: claims no French profile. */
const OLD = { 'MSH-12': '2.3.1', 'MSH-21': '' };

describe('valid messages', () => {
  test.each(EXAMPLE_EVENTS)('%s passes with the pack it calls for', async (event) => {
    const result = await judgeText(adt(event));
    expect(heavy(result)).toEqual([]);
    expect(result.outcome).toBe('passed');
  });

  test.each([...EXAMPLE_EVENTS, 'A99', 'R01', 'T02'])('an acknowledgement of %s passes', async (event) => {
    for (const edits of [{}, OLD, { 'MSH-9': 'ACK' }]) {
      const result = await judgeText(ack(event, edits));
      expect(heavy(result)).toEqual([]);
      expect(result.outcome).toBe('passed');
    }
  });

  test('rules of PAM segments leave messages of other types alone', async () => {
    const header = (type: string) =>
      `MSH|^~\\&|LABO|ETAB|DMN|EDITEUR|20260105101500||${type}|O1|T|2.5|||||FRA|UNICODE UTF-8|FR`;
    const rest = 'OBR|1|||34133-9^Synthese^LN\rOBX|1|TX|34133-9^Synthese^LN||Texte||||||F\r';
    for (const type of ['ORU^R01^ORU_R01', 'ORU^A47^ORU_R01', 'ORU^A31^ORU_R01', 'ORU^Z99^ORU_R01']) {
      const result = await judgeText(`${header(type)}\r${rest}`);
      expect(heavy(result).filter((line) => line.startsWith('PAM-'))).toEqual([]);
    }
  });
});

describe('purity', () => {
  test('the same evidence gives the same bytes, whatever the clock says', async () => {
    const text = adt('A28', { 'PID-8': 'X', 'PID-32': '' });
    const first = JSON.stringify(await judgeText(text));
    const now = jest.spyOn(Date, 'now').mockReturnValue(0);
    jest.useFakeTimers({ now: new Date('1999-12-31'), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      expect(JSON.stringify(await judgeText(text))).toBe(first);
    } finally {
      jest.useRealTimers();
      now.mockRestore();
    }
    expect(first).not.toContain(new Date().toISOString().slice(0, 10));
  });

  test('judging twice in one process, with others between, changes nothing', async () => {
    const first = await judgeText(adt('A01', { 'PV1-2': 'Q' }));
    for (const event of EXAMPLE_EVENTS.slice(0, 5)) await judgeText(adt(event));
    expect(await judgeText(adt('A01', { 'PV1-2': 'Q' }))).toEqual(first);
  });

  test('arbitrary bytes give a result, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, asMessage) => {
        const content = asMessage ? Buffer.concat([Buffer.from('MSH|^~\\&|'), bytes]) : bytes;
        const result = await judgeText(content, { format: 'hl7v2' });
        expect(result.items.length).toBeGreaterThan(0);
        expect(result.outcome).not.toBe('untested');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what cannot be judged is said', () => {
  test.each([
    ['an unknown version of another type', adt('A28', { 'MSH-9.1': 'ORU', 'MSH-12': '2.9' }), /2\.9/],
    ['no version at all', adt('A28', { 'MSH-9.1': 'ORU', 'MSH-12': '' }), /MSH-12/],
  ])('%s', async (_title, text, reason) => {
    const result = await judgeText(text);
    expect(result.outcome).toBe('cantTell');
    expect(result.items[0]).toMatchObject({ outcome: 'cantTell', packs: [] });
    expect(result.items[0]?.reason?.fr).toMatch(reason);
    expect(result.items[0]?.reason?.en).toMatch(reason);
  });

  test('an unknown event of ADT is not silently passed', async () => {
    for (const event of ['A99', 'Q77']) {
      const result = await judgeText(adt('A28', { 'MSH-9.2': event }));
      expect(['failed', 'cantTell']).toContain(result.outcome);
      const told = result.items.flatMap(({ rules }) => rules).filter(({ outcome }) => outcome === 'cantTell');
      for (const { reason } of told) expect(reason?.fr).toBeTruthy();
      expect(told.length + result.findings.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ['plain text', 'hello'],
    ['nothing', ''],
    ['an image', Buffer.from('89504e470d0a1a0a00', 'hex')],
  ])('%s is no document we know', async (_title, bytes) => {
    const result = await judgeText(bytes);
    expect(result.outcome).toBe('cantTell');
    expect(result.items[0]?.reason?.en).toBeTruthy();
  });

  test('a forced format without any message', async () => {
    const result = await judgeText('hello', { format: 'hl7v2' });
    expect(result.outcome).toBe('cantTell');
    expect(result.items[0]?.reason?.en).toContain('No HL7 v2 message');
  });

  test('nothing at all', async () => {
    const result = await judgeEvidence(new MadeEvidence().set());
    expect(result).toMatchObject({ outcome: 'cantTell', reason: { en: 'Nothing was checked' } });
  });
});

describe('packs', () => {
  test('an unknown pack is an error that names it', async () => {
    await expect(judgeText(adt('A28'), { packs: ['no-such-pack'] })).rejects.toMatchObject({ code: 'pack-not-found' });
  });

  test('the pack a message calls for is used and said', async () => {
    expect(packsOf(await judgeText(adt('A28')))).toEqual(['ihe-pam-fr@2.11']);
    const old = await judgeText(adt('A28', OLD));
    expect(packsOf(old)).toEqual(['pam-dmn@2.11']);
    expect(old.items[0]?.choice?.fr).toContain('DMN');
    expect(old.forcedPacks).toBeUndefined();
  });

  test('a French obligation weighs less under pam-dmn on a message that claims no French profile', async () => {
    const claimed = await judgeText(adt('A28', { 'PID-8': 'X' }), { packs: ['pam-dmn'] });
    const unclaimed = await judgeText(adt('A28', { 'PID-8': 'X', 'MSH-12': '2.5', 'MSH-21': '' }));
    expect(packsOf(unclaimed)).toEqual(['pam-dmn@2.11']);
    expect(find(claimed, 'PAM-PID-8')?.severity).toBe('error');
    expect(find(unclaimed, 'PAM-PID-8')?.severity).toBe('warning');
  });

  test('the rules of the INS are never lowered', async () => {
    const ins = { 'PID-32': 'PROV', ...OLD };
    expect(find(await judgeText(adt('A28', ins)), 'PAM-PID-3-INS-STATUS')?.severity).toBe('error');
  });

  test('several forced packs judge each message, each in an item of its own', async () => {
    const packs = ['hl7v2-base@2.5', 'hl7v2-base@2.5.1', 'ihe-pam-fr'];
    const result = await judgeText(adt('A28', { 'PID-8': 'X' }), { packs });
    expect(result.forcedPacks).toEqual(packs);
    expect(new Set(result.items.map(({ id }) => id)).size).toBe(3);
    expect(result.items.map(({ packs: used }) => used[0])).toEqual([
      'hl7v2-base@2.5',
      'hl7v2-base@2.5.1',
      'ihe-pam-fr@2.11',
    ]);
    const ids = new Set(result.items.map(({ id }) => id));
    for (const finding of result.findings) expect(ids).toContain(finding.itemId);
    const owner = result.items.find(({ id }) => id === find(result, 'PAM-PID-8')?.itemId);
    expect(owner?.packs).toEqual(['ihe-pam-fr@2.11']);
  });

  describe('an overlay', () => {
    const folder = join(temporaryFolder(), 'overlay');
    beforeAll(() => {
      mkdirSync(folder);
      writeFileSync(
        join(folder, 'pack.yaml'),
        `id: ma-clinique
version: "1"
format: hl7v2
extends: ihe-pam-fr@2.11
title: { fr: Ma clinique, en: My clinic }
publisher: essai
source: essai
trust: project
licence: MIT
severities:
  PAM-PID-8: warning
  PAM-PID-3-INS-STATUS: "off"
  PAM-MSH-17: fatal
`,
      );
    });

    test('changes severities and turns rules off', async () => {
      const text = adt('A28', { 'PID-8': 'X', 'PID-32': 'PROV', 'MSH-17': 'XXX' });
      const result = await judgeText(text, { packs: [folder] });
      expect(find(result, 'PAM-PID-8')?.severity).toBe('warning');
      expect(find(result, 'PAM-MSH-17')?.severity).toBe('fatal');
      expect(find(result, 'PAM-PID-3-INS-STATUS')).toBeUndefined();
      expect(result.items[0]?.rules.some(({ ruleId }) => ruleId === 'PAM-PID-3-INS-STATUS')).toBe(false);
      expect(packsOf(result)).toEqual(['ma-clinique@1']);
    });

    test('an error lowered to a warning lets the run pass', async () => {
      const text = adt('A28', { 'PID-3': 'T1^^^GAM-SIM&1.2.250.1.999.1&ISO^PI', 'PID-8': 'X' });
      expect((await judgeText(text)).outcome).toBe('failed');
      expect((await judgeText(text, { packs: [folder] })).outcome).toBe('passed');
    });
  });
});

describe('findings', () => {
  test('those of one rule are capped and all counted', async () => {
    const text = adt('A28', { 'PID-5': Array.from({ length: 500 }, () => 'A^B^^^^^Q').join('~') });
    const result = await judgeText(text);
    const rule = result.items[0]?.rules.find(({ findings }) => findings >= 500);
    expect(rule).toBeDefined();
    expect(result.findings.filter(({ ruleId }) => ruleId === rule?.ruleId)).toHaveLength(200);
  });

  test('a finding quotes the segment it points into, with the part marked', async () => {
    const finding = find(await judgeText(adt('A28', { 'PID-8': 'X' })), 'PAM-PID-8');
    const { text = '', start = 0, length = 0 } = finding?.excerpt ?? {};
    expect(text).toMatch(/^PID[|…]/);
    expect(text.slice(start, start + length)).toBe('X');
  });

  test('two messages of a file are judged apart, and a finding points at the right line', async () => {
    const result = await judgeText(`${adt('A28')}${adt('A28', { 'MSH-10': '2', 'PID-8': 'X' })}`);
    expect(result.items.filter(({ subject }) => subject === 'hl7v2/message').map(({ outcome }) => outcome)).toEqual([
      'passed',
      'failed',
    ]);
    const finding = find(result, 'PAM-PID-8');
    expect(finding?.itemId).toBe('e1.2');
    expect(finding?.location.line).toBe(8);
    expect(finding?.excerpt?.text).toMatch(/^PID[|…]/);
  });
});
