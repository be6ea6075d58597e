import { basename } from 'node:path';
import type { Problem } from '../../src/core/index.js';
import { Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { isTurnedOn } from '../../src/judging/rule-sets.js';
import { loadPack } from '../../src/packs/index.js';
import { adt, EXAMPLE_EVENTS } from '../../src/rules/hl7v2/example-messages.js';
import { subjectOf } from '../support/example-subjects.js';
import { importRule, type RuleFile, ruleFileNames } from '../support/rule-files.js';

/** Every id of the facts reference, section 9. They are stable: none may ever go without a successor. */
const REFERENCE_IDS = {
  '§9.1 transport and framing': [
    'PAM-MLLP-FRAME',
    'PAM-MLLP-SEGSEP',
    'PAM-MLLP-ACK-CONN',
    'PAM-TLS-VERSION',
    'PAM-TLS-MUTUAL',
    'PAM-TLS-SUITE',
    'PAM-TLS-CHAIN',
    'PAM-TLS-VALIDITY-2Y',
  ],
  '§9.2 header': [
    'PAM-MSH-1-2',
    'PAM-MSH-3-6',
    'PAM-MSH-7',
    'PAM-MSH-8-14',
    'PAM-MSH-9',
    'PAM-MSH-9-A08',
    'PAM-MSH-9-ZOLD',
    'PAM-MSH-9-3',
    'PAM-MSH-9-OPTION',
    'PAM-MSH-10',
    'PAM-MSH-11',
    'PAM-MSH-12-VERSION',
    'PAM-MSH-12-PROFILE',
    'PAM-MSH-12-MINOR',
    'PAM-MSH-15-16',
    'PAM-MSH-17',
    'PAM-MSH-18',
    'PAM-MSH-18-CONTENT',
    'PAM-MSH-21',
  ],
  '§9.3 structure': [
    'PAM-SEG-ORDER',
    'PAM-SEG-REQUIRED',
    'PAM-SEG-ZEMPTY',
    'PAM-SEG-Z-UNKNOWN',
    'PAM-SEG-Z-CONTEXT',
    'PAM-SEG-FR-FORBIDDEN',
    'PAM-SEG-NK1',
    'PAM-SEG-NK1-CONFIDENCE',
    'PAM-NK1-33',
    'PAM-ROL-TRAITANT',
  ],
  '§9.4 patient and identity': [
    'PAM-PID-3',
    'PAM-PID-3-TYPE',
    'PAM-PID-3-X',
    'PAM-PID-5',
    'PAM-PID-5-L',
    'PAM-PID-5-TYPE',
    'PAM-PID-5-DEL',
    'PAM-PID-5-XCOMP',
    'PAM-PID-7',
    'PAM-PID-8',
    'PAM-PID-8-INS',
    'PAM-PID-18-ITI31',
    'PAM-PID-19',
    'PAM-PID-21',
    'PAM-PID-25',
    'PAM-PID-26',
    'PAM-PID-31',
    'PAM-PID-32-PRESENT',
    'PAM-PID-32-TABLE',
    'PAM-PID-32-ATTRIBUTE',
    'PAM-PID-33-A31',
    'PAM-PID-11-BDL',
    'PAM-PID-11-TYPE',
    'PAM-PID-11-BDL-COG',
    'PAM-CX-REQUIRED',
    'PAM-XPN-7',
    'PAM-XCN-13',
    'PAM-EVN-DATES',
    'PAM-EVN-1',
    'PAM-EVN-3-PEND',
  ],
  '§9.5 INS': [
    'PAM-PID-3-INS-TYPE',
    'PAM-PID-3-INS-OID',
    'PAM-PID-3-INS-OID-TEST',
    'PAM-PID-3-INS-ISO',
    'PAM-PID-3-INS-FORMAT',
    'PAM-PID-3-INS-KEY',
    'PAM-PID-3-INS-CX78',
    'PAM-PID-3-INS-DUP',
    'PAM-PID-3-INS-STATUS',
    'PAM-PID-32-INS-ABSENT',
    'PAM-PID-3-INS-TRAITS',
    'PAM-PID-3-INS-NAME3',
    'PAM-PID-3-INS-BILLING',
    'PAM-ZFD-4-INS',
    'PAM-ZFD-5-INSI',
    'PAM-ZFD-7-8',
    'PAM-A47-MRG',
    'PAM-A47-INS-DEL',
    'PAM-A47-INS-STATUS',
    'PAM-A31-NEWID',
    'PAM-RCV-INS-NOTVALI',
  ],
  '§9.6 encounter and movement': [
    'PAM-ZBE-1',
    'PAM-ZBE-2',
    'PAM-ZBE-3',
    'PAM-ZBE-4-EVENT',
    'PAM-ZBE-4-TABLE',
    'PAM-ZBE-5',
    'PAM-ZBE-6',
    'PAM-ZBE-7-8-TYPE',
    'PAM-ZBE-9',
    'PAM-ZBE-9-C',
    'PAM-ZBE-9-UF',
    'PAM-Z99-INSERT',
    'PAM-PV1-2',
    'PAM-PV1-2-N',
    'PAM-PV1-2-A06A07',
    'PAM-PV1-3',
    'PAM-PV1-40',
    'PAM-PV1-19',
    'PAM-PV1-51-A11',
    'PAM-PV1-41',
    'PAM-PV1-37',
    'PAM-PV2-7',
    'PAM-PV2-3',
    'PAM-TAB-0069-0032',
    'PAM-TAB-CLOSED',
    'PAM-TAB-OPEN',
    'PAM-ZFA',
    'PAM-ZFA-DATES',
    'PAM-ZFV-6',
    'PAM-ZFS-5',
    'PAM-ENC-STATE',
    'PAM-ENC-A05-A06',
    'PAM-ENC-DOUBLE',
    'PAM-ENC-VENUE-REUSE',
    'PAM-ACC',
    'PAM-OBX-STATUS',
  ],
  '§9.7 acknowledgement': [
    'PAM-ACK-MODE',
    'PAM-ACK-MSA1',
    'PAM-ACK-MSA2',
    'PAM-ACK-ERR',
    'PAM-ACK-MSA3',
    'PAM-ACK-EVENT',
    'PAM-ACK-SEMANTIC',
    'PAM-ACK-TIMEOUT',
  ],
};

let files: RuleFile[];
beforeAll(async () => {
  // One after the other: the module loader of jest mixes up imports that run side by side.
  files = [];
  for (const name of ruleFileNames()) files.push(await importRule(name));
});

test('the reference has 132 rules', () => {
  expect(Object.values(REFERENCE_IDS).flat()).toHaveLength(132);
});

test.each(Object.entries(REFERENCE_IDS))('every rule of %s exists', (_section, ids) => {
  const written = new Set(files.map(({ rule }) => rule.id));
  expect(ids.filter((id) => !written.has(id))).toEqual([]);
});

test('ids are unique', () => {
  const ids = files.map(({ rule }) => rule.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('a file is named after the id of its rule', () => {
  const astray = files.filter(({ name, rule }) => {
    const own = rule.id.split('/').at(-1) ?? '';
    return basename(name) !== own.toLowerCase();
  });
  expect(astray.map(({ name, rule }) => `${name}: ${rule.id}`)).toEqual([]);
});

test('no rule of the INS is lowered for messages that do not declare the French profile', () => {
  const ins = files.filter(({ name }) => name.startsWith('hl7v2/ins/'));
  expect(ins.filter(({ rule }) => rule.french).map(({ rule }) => rule.id)).toEqual([]);
});

describe.each(['ihe-pam-fr', 'pam-dmn'])('under %s', (packId) => {
  test.each(EXAMPLE_EVENTS)('the valid example message %s gives no error and no warning', async (event) => {
    const pack = await loadPack(packId);
    const { subject, context } = await subjectOf({ title: event, message: adt(event), pack: packId });
    const found: string[] = [];
    for (const { rule } of files) {
      if (rule.subject !== 'hl7v2/message' || !isTurnedOn(pack, rule.id)) continue;
      if (rule.appliesTo && !rule.appliesTo(subject, context)) continue;
      for (const said of rule.check(subject, context)) {
        if ('cantTell' in said) found.push(`${rule.id}: ${said.cantTell.en}`);
        else if (weight(said, rule.severity) !== 'information')
          found.push(`${rule.id} ${said.messageId} ${said.location.path}`);
      }
    }
    expect(found).toEqual([]);
  });
});

test('no message rule throws on a header alone, nor on keys every object has', async () => {
  const hostile = ['MSH|^~\\&', 'MSH|^~\\&|||||||constructor^__proto__^toString|||\rPID|||__proto__^^^^toString'];
  for (const text of hostile) {
    const { context } = await subjectOf({ title: 'hostile', message: text });
    const message = new Hl7v2Message(Buffer.from(text));
    for (const { rule } of files) {
      if (rule.subject !== 'hl7v2/message' || (rule.appliesTo && !rule.appliesTo(message, context))) continue;
      expect(() => [...rule.check(message, context)]).not.toThrow();
    }
  }
});

function weight(problem: Problem, own: string): string {
  return problem.severity ?? own;
}
