import { readFileSync } from 'node:fs';
import { PamConsumer } from '../../src/actors/index.js';
import { editMessage, Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { listScenarioPacks, type Target } from '../../src/scenarios/index.js';
import { createTlsWorld } from '../support/certificates.js';
import { startLaxDmn } from '../support/lax-dmn.js';
import { type PlayOptions, playTogether, scenarioBench } from '../support/scenarios.js';

const { play } = scenarioBench();
/** A step that will not come is waited for so long; one that comes may take as long, while other scenarios are played. */
const MAX_WAIT_MS = 1000;

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const edited = (bytes: Uint8Array, edits: Record<string, string | null>) =>
  Buffer.from(editMessage(latin(bytes), edits), 'latin1');

/** A consumer that reads something else than what was sent. */
function misreading(change: (message: Hl7v2Message) => Record<string, string | null>): PamConsumer {
  const consumer = new PamConsumer();
  const consume = consumer.consume.bind(consumer);
  consumer.consume = (message) => consume(new Hl7v2Message(edited(message.bytes, change(message))));
  return consumer;
}

type Sending = NonNullable<Target['reference']>['act'];

/** The reference target, whose sending side is changed. */
const sending = (change: (act: Sending) => Sending): PlayOptions => ({
  target: (target) => {
    const { reference } = target;
    return reference ? { ...target, reference: { act: change(reference.act.bind(reference)) } } : target;
  },
});

const editing = (edits: Record<string, string | null>) =>
  sending((act) => (what, to, bytes) => act(what, to, bytes && edited(bytes, edits)));
const replacedBy = (file: string) =>
  sending((act) => (what, to) => act(what, to, readFileSync(new URL(`../../samples/${file}`, import.meta.url))));
const measuring = (measure: string) => sending((act) => (_what, to) => act({ measure }, to));
const silent = sending(() => async () => undefined);

const STORES_NOTHING: PlayOptions = { mode: 'accept' };
const refusing = (event: string): PlayOptions => ({ behaviour: [{ event, answer: 'AE' }] });
const mute = (event: string): PlayOptions => ({ behaviour: [{ event, fault: 'no-answer' }] });

/** For each built-in scenario, how the tested side gets it wrong, and the step that says so. */
const WRONG: Readonly<Record<string, readonly [PlayOptions, string]>> = {
  'cda-exchange/files-pair': [replacedBy('cda-pairs/cr-bio-other-ins-error/level3.xml'), 'level-1'],
  'cda-exchange/files-replacement': [replacedBy('cda/cr-bio-level1-no-set-id-error.xml'), 'first-level-1'],
  'cda-exchange/hl7v2-deletion': [replacedBy('cda-messages/ORU-R01-half-deleted-error.hl7'), 'pair'],
  'cda-exchange/hl7v2-pair': [replacedBy('cda-messages/ORU-R01-other-ins-error.hl7'), 'pair'],
  'dmn-encounter/account-moved': [mute('A44'), 'move'],
  'dmn-encounter/cancellations': [{ behaviour: [{ event: 'A52', answer: 'AR' }] }, 'cancel-leave'],
  'dmn-encounter/corrections': [misreadingZ99(), 'corrected'],
  'dmn-encounter/outpatient': [refusing('A06'), 'to-inpatient'],
  'dmn-encounter/stay': [STORES_NOTHING, 'pre-admitted'],
  'dmn-identity/create-and-associate': [STORES_NOTHING, 'created'],
  'dmn-identity/folder': [STORES_NOTHING, 'associated'],
  'dmn-identity/hl7-2-3-1': [refusing('A31'), 'associate'],
  'dmn-identity/identifier-change': [keepingOldIdentifier(), 'private-changed'],
  'dmn-identity/ins-not-validated': [storingAnyIns(), 'left-out'],
  'dmn-identity/ins-withdrawal': [{ behaviour: [{ event: 'A47', answer: 'AE' }] }, 'withdraw'],
  'dmn-identity/international': [mute('A40'), 'merge'],
  'dmn-identity/merge': [mergingNothing(), 'one'],
  'dmn-identity/referentiel': [editing({ 'PID-32': 'PROV' }), 'associated'],
  'dmn-identity/refusals': [STORES_NOTHING, 'no-identifier'],
  'dmn-identity/update': [STORES_NOTHING, 'changed'],
  'mes-measures/other-measures': [measuring('valueless'), 'height'],
  'mes-measures/unavailable': [silent, 'turned-away'],
  'mes-measures/vital-signs': [measuring('bmi'), 'weight'],
  'mllp-robustness/framing': [
    { behaviour: [{ event: 'A31', nth: 2, fault: 'no-answer' }] },
    'bytes-before-block-then-well',
  ],
  'mllp-robustness/sender-close': [onlyOnce(), 'again'],
  'mllp-robustness/sender-no-answer': [onlyOnce(), 'again'],
  'mllp-robustness/slowness': [{ behaviour: [{ event: 'A31', nth: 1, fault: 'no-answer' }] }, 'byte-by-byte'],
};

function misreadingZ99(): PlayOptions {
  return {
    consumer: misreading((message): Record<string, string> => (message.event === 'Z99' ? { 'ZBE-1.1': 'OTHER' } : {})),
    behaviour: [{ event: 'Z99', answer: 'AA' }],
  };
}

function storingAnyIns(): PlayOptions {
  return { consumer: misreading(() => ({ 'PID-32': 'VALI' })) };
}

function keepingOldIdentifier(): PlayOptions {
  return {
    consumer: misreading((message): Record<string, string> => (message.event === 'A47' ? { 'MRG-1.1': 'NOBODY' } : {})),
  };
}

function mergingNothing(): PlayOptions {
  return {
    consumer: misreading((message): Record<string, string> => (message.event === 'A40' ? { 'MRG-1.1': 'NOBODY' } : {})),
  };
}

/** Never sends again what was left without an answer. */
function onlyOnce(): PlayOptions {
  let sent = 0;
  return sending((act) => async (what, to, bytes) => {
    sent += 1;
    if (sent > 1 || !bytes) return;
    await act({ ...what, once: true }, to, bytes);
  });
}

const references = (await listScenarioPacks()).flatMap(({ scenarios }) => scenarios.map(({ reference }) => reference));

test('every scenario that is played by machines has a way to get it wrong', () => {
  const machines = references.filter((reference) => !/^(dmn-manual|tls-authentication)\//.test(reference));
  expect(Object.keys(WRONG).sort()).toEqual([...machines].sort());
});

const played = playTogether(
  new Map(
    Object.entries(WRONG).map(([reference, [options]]) => [
      reference,
      () => play([reference], { ...options, maxWaitMs: MAX_WAIT_MS }),
    ]),
  ),
);

test.each(Object.entries(WRONG))('%s fails against a system that gets it wrong', (reference, [, step]) => {
  const { result, steps } = played(reference);
  expect(result.outcome).toBe('failed');
  expect(steps.filter((one) => one.includes(' failed'))[0]).toBe(`${step} failed tested-side`);
});

test('a DMN that takes whoever comes fails every refusal', async () => {
  const world = await createTlsWorld();
  const lax = await startLaxDmn(world.settingsOf(await world.issueServer()));
  try {
    const { steps } = await play(['tls-authentication'], {
      maxWaitMs: MAX_WAIT_MS,
      target: (target) => {
        const { mllp } = target;
        if (mllp?.security.kind !== 'mutual-tls') throw new Error('no TLS');
        const trusting = <Settings extends { readonly authorities: readonly string[] }>(tls: Settings) => ({
          ...tls,
          authorities: [world.authority.root.certificate],
        });
        const faulty = new Map([...mllp.faulty].map(([name, tls]) => [name, trusting(tls)] as const));
        const security = { kind: 'mutual-tls', tls: trusting(mllp.security.tls) } as const;
        return { ...target, mllp: { ...mllp, port: lax.port, security, faulty } };
      },
    });
    expect(steps.filter((one) => one.includes(' failed'))).toEqual([
      ...['none', 'expired', 'not-yet-valid', 'revoked', 'wrong-usage', 'unknown-authority', 'tls-1-1', 'tls-1-0'].map(
        (step) => `${step} failed tested-side`,
      ),
    ]);
  } finally {
    await lax.close();
  }
});
