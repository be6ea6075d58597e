import fc from 'fast-check';
import type { CantTell, Problem, Rule } from '../../../src/core/index.js';
import { Hl7v2Message } from '../../../src/formats/hl7v2/index.js';
import { type ElementRow, type Hl7v2Profile, loadPack, type Pack } from '../../../src/packs/index.js';
import type { Hl7v2Context } from '../../../src/rules/hl7v2/context.js';
import { adt } from '../../../src/rules/hl7v2/example-messages.js';
import { codeInTable } from '../../../src/rules/hl7v2/generic/code-in-table.js';
import { fieldForbidden } from '../../../src/rules/hl7v2/generic/field-forbidden.js';
import { fieldRequired } from '../../../src/rules/hl7v2/generic/field-required.js';
import { pamTabClosed } from '../../../src/rules/hl7v2/generic/pam-tab-closed.js';
import { importRule, ruleFileNames } from '../../support/rule-files.js';

type MessageRule = Rule<Hl7v2Message, Hl7v2Context>;

let french: Pack;
let rules: MessageRule[];
beforeAll(async () => {
  french = await loadPack('ihe-pam-fr');
  rules = [];
  for (const name of ruleFileNames().filter((each) => each.startsWith('hl7v2/generic/'))) {
    rules.push((await importRule(name)).rule as unknown as MessageRule);
  }
});

function contextOf(pack: Pack, profile: Partial<Hl7v2Profile> = {}, declaresFrenchProfile = true): Hl7v2Context {
  return { pack, profile: { ...(pack.hl7v2 as Hl7v2Profile), ...profile }, declaresFrenchProfile };
}

function parse(text: string): Hl7v2Message {
  return new Hl7v2Message(Buffer.from(text));
}

function ask(rule: MessageRule, text: string, context: Hl7v2Context): (Problem | CantTell)[] {
  const message = parse(text);
  return rule.appliesTo?.(message, context) === false ? [] : [...rule.check(message, context)];
}

/** The French profile with keys of one field row changed. */
function withField(segment: string, position: number, change: Partial<ElementRow>): Partial<Hl7v2Profile> {
  const segments = french.hl7v2?.segments ?? {};
  const row = segments[segment];
  if (!row) throw new Error(segment);
  const fields = row.fields.map((field) => (field?.position === position ? { ...field, ...change } : field));
  return { segments: { ...segments, [segment]: { ...row, fields } } };
}

describe('generic rules', () => {
  it('leave a row to the rule that judges it', () => {
    const text = adt('A01', { 'PV1-9': '0001^MARTIN' });
    expect(ask(fieldForbidden, text, contextOf(french))).toHaveLength(1);
    const judged = withField('PV1', 9, { judgedBy: 'PAM-PV1-9' });
    expect(ask(fieldForbidden, text, contextOf(french, judged))).toEqual([]);
  });

  it('lower national rows by one severity where the pack says so and the message declares nothing', () => {
    const text = adt('A01', { 'PV1-9': '0001^MARTIN' });
    const tolerant = { ...french, lowerFrenchWhenUndeclared: true };
    const severities = [
      contextOf(french, {}, false),
      contextOf(tolerant, {}, true),
      contextOf(tolerant, {}, false),
      contextOf(tolerant, withField('PV1', 9, { trust: 'standard' }), false),
    ].map((context) => ask(fieldForbidden, text, context).map((said) => 'severity' in said && said.severity));
    expect(severities).toEqual([['error'], ['error'], ['warning'], ['error']]);
  });

  it('name the row that was broken, what was expected and what was found', () => {
    expect(ask(fieldForbidden, adt('A01', { 'PV1-9': '0001' }), contextOf(french))).toEqual([
      expect.objectContaining({ constraintId: 'ihe-pam-fr#PV1-9', expected: '0..0', found: '0001' }),
    ]);
    expect(ask(pamTabClosed, adt('A01', { 'PID-16': 'Q' }), contextOf(french))).toEqual([
      expect.objectContaining({
        constraintId: 'ihe-pam-fr#0002',
        found: 'Q',
        expected: expect.stringContaining('M, '),
      }),
    ]);
  });

  it('point at the place where a missing field would stand', () => {
    const text = adt('A01').replace(/\rPV1[^\r]*/, '\rPV1');
    const context = contextOf(french, withField('PV1', 4, { usage: 'R' }));
    const [problem] = ask(fieldRequired, text, context) as Problem[];
    expect(problem?.location).toMatchObject({ path: 'PV1-4', length: 0, offset: text.indexOf('\rPV1') + 4 });
  });

  it('cannot tell about a table that the pack does not hold, and name it', () => {
    const missing = withField('PID', 24, { table: '9998', trust: 'standard' });
    const [said] = ask(codeInTable, adt('A01', { 'PID-24': 'Y' }), contextOf(french, missing));
    expect(said).toMatchObject({
      cantTell: { fr: expect.stringContaining('9998'), en: expect.stringContaining('9998') },
    });
    expect(ask(codeInTable, adt('A01'), contextOf(french, missing))).toEqual([]);
  });

  it('look only at fields of the segment at hand when a condition names a field of it', async () => {
    const conditional = rules.find(({ id }) => id === 'hl7v2/field-conditional') as MessageRule;
    const predicate = { equals: { path: 'NK1-2', value: 'MARTIN' } };
    const context = contextOf(french, withField('NK1', 6, { usage: 'C', predicate }));
    const text = adt('A01', { NK1: 'NK1|1|DURAND\rNK1|2|MARTIN' });
    expect(ask(conditional, text, context)).toEqual([
      expect.objectContaining({ messageId: 'missing', location: expect.objectContaining({ path: 'NK1(2)-6' }) }),
    ]);
  });

  it('do not take the separators a message does not declare for separators', () => {
    const text = adt('A01').replace('MSH|^~\\&|', 'MSH|^|');
    for (const rule of rules) expect(() => ask(rule, text, contextOf(french))).not.toThrow();
  });

  it('never throw, and point inside the message', () => {
    const piece = fc.constantFrom(
      '|',
      '^',
      '~',
      '&',
      '\\',
      '"',
      '""',
      '\r',
      'PID',
      'OBX',
      'A',
      '1',
      'é',
      '\\F\\',
      ' ',
      '\0',
    );
    // One for all, as for all messages of a run: what is derived from the profile is kept with it.
    const context = contextOf(french);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = `MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\r${pieces.join('')}`;
        const size = Buffer.byteLength(text);
        for (const rule of rules) {
          for (const said of ask(rule, text, context)) {
            if ('cantTell' in said) continue;
            expect(said.location.offset + said.location.length).toBeLessThanOrEqual(size);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
