import { describeHandshakeFailure, judgeEvidence, type RunResult, readHandshakeFailure } from '../../src/index.js';
import { movement } from '../../src/rules/hl7v2/encounter/example-movements.js';
import { ack, adt } from '../../src/rules/hl7v2/example-messages.js';
import { cpuTime } from '../support/cpu-time.js';
import { MadeEvidence } from '../support/make-evidence.js';

const GOOD_TLS = {
  security: 'mutual-tls',
  role: 'client',
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  cipherStandardName: 'TLS_AES_256_GCM_SHA384',
  peerSubject: 'CN=localhost',
  peerFingerprint256: 'AA',
  authorized: 'true',
};

/** What judging says about kinds of items: `wire/handshake passed`. */
const outcomes = ({ items }: RunResult) => items.map(({ subject, outcome }) => `${subject} ${outcome}`);
const errors = ({ findings }: RunResult) =>
  findings.filter(({ severity }) => severity === 'error').map(({ ruleId, evidenceId }) => `${ruleId} ${evidenceId}`);

/** One message and its answer over one connection. */
function exchange(edits = {}, answer: string | undefined = ack('A28')): MadeEvidence {
  const evidence = new MadeEvidence();
  const sent = evidence.sent(adt('A28', edits));
  if (answer !== undefined) evidence.received(answer, sent);
  return evidence;
}

describe('exchanges', () => {
  test('an answer that fits passes', async () => {
    const result = await judgeEvidence(exchange().set());
    expect(outcomes(result)).toContain('hl7v2/exchange passed');
    expect(result.outcome).toBe('passed');
  });

  test.each([
    ['another control id', ack('A28', { 'MSA-2': 'OTHER' }), 'PAM-ACK-MSA2'],
    ['an error code for a sound message', ack('A28', { 'MSA-1': 'AE' }), 'PAM-ACK-ERR'],
    ['no MSA-1', ack('A28', { 'MSA-1': '' }), 'PAM-ACK-MSA1'],
  ])('%s is a finding on the answer', async (_title, answer, ruleId) => {
    const result = await judgeEvidence(exchange({}, answer).set());
    expect(errors(result)).toContain(`${ruleId} e2`);
    expect(result.outcome).toBe('failed');
    expect(result.findings.find((finding) => finding.ruleId === ruleId)?.excerpt?.text).toMatch(/^M?S[AH]|^MSH/);
  });

  test('a faulty message that is accepted is told', async () => {
    const result = await judgeEvidence(exchange({ 'PID-7': 'tomorrow' }).set());
    expect(result.findings.map(({ ruleId }) => ruleId)).toContain('PAM-ACK-FITS');
  });

  test.each([
    ['timeout', 'PAM-ACK-TIMEOUT'],
    ['closed', 'PAM-MLLP-ACK-CONN'],
  ] as const)('silence (%s) is a finding on the message', async (silence, ruleId) => {
    const evidence = new MadeEvidence();
    evidence.silence(evidence.sent(adt('A28')), silence);
    expect(errors(await judgeEvidence(evidence.set()))).toEqual([`${ruleId} e1`]);
  });

  test('bytes that are no message fail by themselves', async () => {
    const evidence = new MadeEvidence();
    evidence.silence(evidence.sent(adt('A28')), 'timeout');
    evidence.received('garbage');
    const result = await judgeEvidence(evidence.set());
    expect(result.items.find(({ evidenceId }) => evidenceId === 'e3')).toMatchObject({ outcome: 'failed' });
    expect(result.items.find(({ evidenceId }) => evidenceId === 'e3')?.reason?.en).toContain('not an HL7 v2 message');
  });

  test('what was received and answered by us is an exchange as well', async () => {
    const evidence = new MadeEvidence();
    const received = evidence.received(adt('A28'));
    evidence.sent(ack('A28', { 'MSA-2': 'OTHER' }), { answers: received });
    expect(errors(await judgeEvidence(evidence.set()))).toEqual(['PAM-ACK-MSA2 e2']);
  });
});

describe('sequences', () => {
  /** A visit number used again after the cancel: an error on the third message. */
  const REUSED = [movement('A01', 1), movement('A11', 2, {}, 1), movement('A01', 3)];

  test('the messages of each sender are one sequence', async () => {
    const evidence = new MadeEvidence();
    for (const text of [movement('A05', 1), movement('A01', 2)]) evidence.sent(text);
    for (const text of REUSED) evidence.received(text.replace('GAM-SIM', 'GAM-TWO'));
    const result = await judgeEvidence(evidence.set());
    const sequences = result.items.filter(({ subject }) => subject === 'hl7v2/sequence');
    expect(sequences.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
    expect(errors(result)).toEqual(['PAM-ENC-VENUE-REUSE e5']);
  });

  test('a finding belongs to the step of the message it points at, and quotes it', async () => {
    const evidence = new MadeEvidence();
    for (const [index, text] of REUSED.entries()) evidence.step({ id: `step ${index}` }).sent(text);
    const result = await judgeEvidence(evidence.set());
    expect(result.steps.map(({ outcome, blame }) => [outcome, blame])).toEqual([
      ['passed', undefined],
      ['passed', undefined],
      ['failed', 'tested-side'],
    ]);
    expect(result.outcome).toBe('failed');
    expect(result.findings.find(({ ruleId }) => ruleId === 'PAM-ENC-VENUE-REUSE')?.excerpt).toBeDefined();
  });

  test('one that a step provokes is expected', async () => {
    const evidence = new MadeEvidence();
    for (const [index, text] of REUSED.entries()) {
      evidence.step({ id: `step ${index}`, expectedRules: index === 2 ? ['PAM-ENC-VENUE-REUSE'] : [] }).sent(text);
    }
    const result = await judgeEvidence(evidence.set());
    expect(result.steps.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(result.outcome).toBe('passed');
  });

  test('files checked side by side have no order', async () => {
    const evidence = new MadeEvidence();
    for (const name of ['a.hl7', 'b.hl7']) evidence.document(movement('A01', 1), name);
    const result = await judgeEvidence(evidence.set());
    expect(outcomes(result)).toEqual(['hl7v2/message passed', 'hl7v2/message passed']);
  });
});

describe('connections', () => {
  test('a good handshake passes, with or without messages, whatever their type', async () => {
    const alone = new MadeEvidence();
    alone.handshake(GOOD_TLS);
    expect(outcomes(await judgeEvidence(alone.set()))[0]).toBe('wire/handshake passed');

    const oru = new MadeEvidence();
    oru.handshake({ ...GOOD_TLS, failure: 'expired', authorized: 'false' });
    oru.sent('MSH|^~\\&|A|B|C|D|20260105101500||ORU^R01^ORU_R01|1|T|2.5\rOBR|1|||1^x^LN\rOBX|1|TX|1^x^LN||y||||||F\r');
    const result = await judgeEvidence(oru.set());
    expect(outcomes(result)[0]).toBe('wire/handshake failed');
    expect(result.outcome).toBe('failed');
  });

  test('a connection is judged although the pack forced for messages has no rule for it', async () => {
    const evidence = exchange();
    evidence.handshake({ ...GOOD_TLS, failure: 'unknown-authority', authorized: 'false' });
    const result = await judgeEvidence(evidence.set(), { packs: ['hl7v2-base@2.5'] });
    expect(result.items.find(({ subject }) => subject === 'wire/handshake')?.outcome).toBe('failed');
  });

  test.each(['wrong-name', 'no-common-cipher', 'refused-by-peer', 'timeout', 'closed', 'other'])(
    'a connection that was not opened (%s) never passes',
    async (failure) => {
      const evidence = exchange();
      evidence.handshake({ security: 'mutual-tls', role: 'client', failure }, 'c2');
      const result = await judgeEvidence(evidence.set());
      const handshake = result.items.find(({ subject }) => subject === 'wire/handshake');
      expect(handshake).toMatchObject({ outcome: 'cantTell' });
      const words = describeHandshakeFailure(readHandshakeFailure(failure) ?? 'other');
      expect(handshake?.reason?.fr).toBe(`La connexion n’a pas été établie : ${words.fr} (${failure})`);
      expect(handshake?.reason?.en).toContain(words.en);
      expect(result.outcome).toBe('cantTell');
    },
  );

  test('a connection in clear is told and does not fail', async () => {
    const evidence = new MadeEvidence();
    evidence.handshake({ security: 'plaintext', role: 'client' });
    const result = await judgeEvidence(evidence.set());
    expect(result.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toContain('PAM-TLS-MUTUAL warning');
    expect(result.outcome).toBe('passed');
  });

  test('violations belong to the stream of their connection', async () => {
    const evidence = new MadeEvidence();
    evidence.handshake(GOOD_TLS, 'c1');
    evidence.handshake(GOOD_TLS, 'c2');
    evidence.violation('unterminated-frame', 'c2');
    const result = await judgeEvidence(evidence.set());
    const streams = result.items.filter(({ subject }) => subject === 'wire/stream');
    expect(streams.map(({ outcome }) => outcome)).toEqual(['inapplicable', 'failed']);
  });

  test('a log of strangers without facts is judged all the same', async () => {
    const evidence = new MadeEvidence();
    evidence.handshake({});
    expect((await judgeEvidence(evidence.set())).items).toHaveLength(2);
  });

  test('many connections and steps take time in proportion', async () => {
    const evidence = new MadeEvidence();
    for (let number = 0; number < 3000; number++) {
      evidence.step({ id: `s${number}` }).handshake(GOOD_TLS, `c${number}`);
    }
    const before = cpuTime();
    expect((await judgeEvidence(evidence.set())).steps).toHaveLength(3000);
    expect(cpuTime() - before).toBeLessThan(5000);
  });
});

describe('steps', () => {
  const provoked = ['PAM-PID-3-INS-STATUS'];
  const wrongIns = adt('A28', { 'PID-32': 'PROV' });

  test('what a step provokes is shown and does not fail it', async () => {
    const evidence = new MadeEvidence();
    evidence.step({ id: 'one', expectedRules: provoked });
    evidence.received(ack('A28'), evidence.sent(wrongIns));
    const result = await judgeEvidence(evidence.set());
    expect(result.findings.filter(({ provoked: isProvoked }) => isProvoked).map(({ ruleId }) => ruleId)).toEqual(
      provoked,
    );
    expect(result.items[0]).toMatchObject({ outcome: 'failed', expected: true });
    expect(result).toMatchObject({ outcome: 'passed', steps: [{ outcome: 'passed' }] });
  });

  test('one other error beside it fails the step', async () => {
    const evidence = new MadeEvidence();
    evidence.step({ id: 'one', expectedRules: provoked }).sent(adt('A28', { 'PID-32': 'PROV', 'PID-8': 'X' }));
    const result = await judgeEvidence(evidence.set());
    expect(result.items[0]?.expected).toBeUndefined();
    expect(result.steps[0]).toMatchObject({ outcome: 'failed', blame: 'tested-side' });
  });

  test('a step that provokes nothing is the fault of the harness', async () => {
    const evidence = new MadeEvidence();
    evidence.step({ id: 'one', expectedRules: provoked }).sent(adt('A28'));
    const [step] = (await judgeEvidence(evidence.set())).steps;
    expect(step).toMatchObject({ outcome: 'failed', blame: 'harness' });
    expect(step?.reason?.fr).toContain('PAM-PID-3-INS-STATUS');
  });

  test('what another step provokes is no excuse', async () => {
    const evidence = new MadeEvidence();
    evidence.step({ id: 'one', expectedRules: provoked }).sent(wrongIns);
    evidence.step({ id: 'two' }).sent(adt('A28', { 'PID-32': 'PROV', 'MSH-10': 'X2' }));
    const result = await judgeEvidence(evidence.set());
    expect(result.steps.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
  });

  test.each([
    ['failed', 'tested-side', 'failed'],
    ['cantTell', 'harness', 'cantTell'],
    ['untested', 'earlier-step', 'cantTell'],
  ] as const)('what the runner saw stays: %s', async (outcome, blame, overall) => {
    const evidence = new MadeEvidence();
    const reason = { fr: 'raison', en: 'reason' };
    evidence.step({ id: 'one', ended: { outcome, blame, reason } }).sent(adt('A28'));
    const result = await judgeEvidence(evidence.set());
    expect(result.steps[0]).toMatchObject({ outcome, blame, reason });
    expect(result.outcome).toBe(overall);
  });

  test('a step the run died in is untested', async () => {
    const evidence = new MadeEvidence();
    evidence.step({ id: 'one' }).sent(adt('A28'));
    evidence.steps[0] = { id: 'one', title: { fr: 'un', en: 'one' } };
    const result = await judgeEvidence(evidence.set({ incomplete: true }));
    expect(result.steps[0]).toMatchObject({ outcome: 'untested', blame: 'setup' });
    expect(result).toMatchObject({ outcome: 'cantTell', reason: { en: 'The run did not reach its end' } });
  });

  test('errors outside the steps fail the run', async () => {
    const evidence = new MadeEvidence();
    evidence.step({ id: 'one' }).sent(adt('A28'));
    evidence.outsideSteps().handshake({ ...GOOD_TLS, failure: 'expired' });
    const result = await judgeEvidence(evidence.set());
    expect(result.steps[0]?.outcome).toBe('passed');
    expect(result.outcome).toBe('failed');
  });
});

test('a run cut short is not passed, and what failed in it stays failed', async () => {
  expect((await judgeEvidence(exchange().set({ incomplete: true }))).outcome).toBe('cantTell');
  expect((await judgeEvidence(exchange({ 'PID-8': 'X' }).set({ incomplete: true }))).outcome).toBe('failed');
});
