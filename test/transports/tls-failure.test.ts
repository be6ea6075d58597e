import fc from 'fast-check';
import { describeHandshakeFailure, describePeerAlert, HANDSHAKE_FAILURES, LANGUAGES } from '../../src/core/index.js';
import { toConnectError } from '../../src/transports/errors.js';
import { CLOSE_REASONS, toHandshakeFailure } from '../../src/transports/index.js';

const START = { role: 'client', received: 0, sent: 0 } as const;
const LATE = { role: 'client', received: 1500, sent: 400 } as const;

describe('the reason of a TLS failure', () => {
  test.each([
    { code: 'ECONNRESET', progress: START, failure: 'closed' },
    { code: 'ECONNRESET', progress: LATE, failure: 'refused-by-peer' },
    { code: 'ECONNRESET', progress: { role: 'server', received: 300, sent: 0 }, failure: 'closed' },
    { code: 'ECONNRESET', progress: { role: 'server', received: 300, sent: 1500 }, failure: 'refused-by-peer' },
    { code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', progress: { ...LATE, received: 7 }, failure: 'no-common-cipher' },
    { code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', progress: LATE, failure: 'refused-by-peer' },
    {
      code: 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
      progress: { ...LATE, received: 7 },
      failure: 'no-common-cipher',
    },
    { code: 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', progress: LATE, failure: 'refused-by-peer' },
    { code: 'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE', progress: LATE, failure: 'refused-by-peer' },
    { code: 'ERR_SSL_WRONG_VERSION_NUMBER', progress: { role: 'server', received: 14, sent: 0 }, failure: 'not-tls' },
    { code: 'ERR_SSL_WRONG_VERSION_NUMBER', progress: { role: 'server', received: 250, sent: 1235 }, failure: 'other' },
    { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', progress: LATE, failure: 'refused-by-peer' },
    { code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', progress: LATE, failure: 'refused-by-peer' },
    { code: 'ERR_SSL_SOMETHING_NEW', progress: LATE, failure: 'other' },
    { code: 'constructor', progress: LATE, failure: 'other' },
    { code: undefined, progress: LATE, failure: 'other' },
  ] as const)('$code at $progress is $failure', ({ code, progress, failure }) => {
    expect(toHandshakeFailure(code, progress)).toBe(failure);
  });

  test('any code gives one of ours', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('client', 'server'),
        fc.nat(),
        fc.nat(),
        (code, role, received, sent) => {
          expect(HANDSHAKE_FAILURES).toContain(toHandshakeFailure(code, { role, received, sent }));
        },
      ),
    );
  });

  test.each(HANDSHAKE_FAILURES)('%s has its words and its remedy in every language, each different', (failure) => {
    const text = describeHandshakeFailure(failure);
    for (const language of LANGUAGES) {
      expect(text[language].length).toBeGreaterThan(10);
      expect(text.remedy[language]).toMatch(/\.$/);
    }
    const others = HANDSHAKE_FAILURES.filter((other) => other !== failure).map(
      (other) => describeHandshakeFailure(other).fr,
    );
    expect(others).not.toContain(text.fr);
  });

  test('an alert is put in words, and nothing else is', () => {
    expect(describePeerAlert('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA')?.fr).toBe('autorité inconnue');
    expect(describePeerAlert('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED')?.en).toBe('certificate required');
    expect(describePeerAlert('ECONNRESET')).toBeUndefined();
    expect(describePeerAlert(undefined)).toBeUndefined();
  });
});

describe('the reason of a connection that does not open', () => {
  test.each([
    { code: 'ECONNREFUSED', ours: 'refused' },
    { code: 'ENOTFOUND', ours: 'dns' },
    { code: 'EAI_AGAIN', ours: 'dns' },
    { code: 'EHOSTUNREACH', ours: 'unreachable' },
    { code: 'ENETUNREACH', ours: 'unreachable' },
    { code: 'ETIMEDOUT', ours: 'timeout' },
    { code: 'ECONNRESET', ours: 'closed' },
    { code: 'EMFILE', ours: 'connection-failed' },
    { code: undefined, ours: 'connection-failed' },
  ])('$code is $ours, with words in both languages and the original as cause', ({ code, ours }) => {
    const original = Object.assign(new Error('original'), { code });
    const error = toConnectError(original, 'dmn.test', 2575, 1000);
    expect(error).toMatchObject({ code: ours, cause: original, family: 'transport' });
    for (const language of LANGUAGES) {
      const { text, hint } = error.describe(language);
      expect(text).toContain('dmn.test');
      expect(`${text} ${hint}`).not.toMatch(/[{}]/);
    }
  });

  test('every close reason has words in both languages', () => {
    for (const text of Object.values(CLOSE_REASONS))
      for (const language of LANGUAGES) expect(text[language]).not.toBe('');
  });
});
