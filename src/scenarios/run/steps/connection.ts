import { type Endpoint, MllpSender, type TlsSettings } from '../../../actors/index.js';
import { type EpreuveError, isEpreuveError, type Text } from '../../../core/index.js';
import type { SendFile } from '../../pack/schema.js';
import { WireRecorder } from '../../wire-recorder.js';
import { failed, notSetUp, type Play, passed, type Verdict } from '../play.js';
import { orInterrupted } from '../wait.js';
import type { WrittenMessage } from '../write-message.js';
import { describe, MISSING } from './send.js';

/** What became of a connection and of the message sent on it. */
type Opened = 'answered' | 'opened' | 'refused' | 'silent';

/** The network or our own settings failed: nothing is known of how the tested side authenticates. */
const NOT_REACHED = new Set(['refused', 'dns', 'unreachable', 'timeout', 'connection-failed']);

/** Opens a connection as the step says and looks whether the tested side takes it. */
export async function playConnection(
  send: SendFile,
  message: WrittenMessage | undefined,
  play: Play,
): Promise<Verdict> {
  const { mllp } = play.target;
  if (!mllp) return notSetUp(MISSING.mllp);
  if (mllp.security.kind === 'plaintext') return notSetUp(NO_TLS);
  const endpoint = endpointOf(send, mllp, mllp.security.tls, play);
  if (!endpoint) return notSetUp(noCertificate(send.certificate ?? ''));
  const wanted = send.connection ?? 'accepted';
  try {
    const opened = await tryConnection(endpoint, message, wanted, play);
    play.told.answer = OPENED_WORDS[opened];
    if (opened === 'silent') return notSetUp(SILENT);
    const accepted = opened !== 'refused';
    if (accepted === (wanted === 'accepted')) return passed(accepted ? ACCEPTED : REFUSED);
    return failed(accepted ? WRONGLY_ACCEPTED : WRONGLY_REFUSED);
  } catch (error) {
    if (!isEpreuveError(error)) throw error;
    return notSetUp(describe(error));
  }
}

async function tryConnection(
  endpoint: Endpoint,
  message: WrittenMessage | undefined,
  wanted: NonNullable<SendFile['connection']>,
  play: Play,
): Promise<Opened> {
  const provoked = wanted === 'refused' ? ({ provoked: 'refusal' } as const) : {};
  const wire = new WireRecorder(play.recorder, play.wireSide, 'everything', provoked);
  let sender: MllpSender;
  try {
    const opening = MllpSender.connect(endpoint, { observers: [wire.observer], clock: play.clock });
    sender = await orInterrupted(opening, play.signal);
  } catch (error) {
    if (!isEpreuveError(error, 'transport') || NOT_REACHED.has(error.code) || isOurs(error)) throw error;
    return 'refused';
  }
  try {
    if (!message) return 'opened';
    const { answer, silence } = await orInterrupted(sender.send(message.bytes, SIGN_WITHIN_MS), play.signal);
    if (answer) return 'answered';
    // A refusal that was asked for leaves no answer to miss.
    if (wanted === 'accepted') wire.recordSilence(message.controlId, sender.channel.id, silence ?? 'timeout');
    return silence === 'closed' ? 'refused' : 'silent';
  } finally {
    await sender.close();
  }
}

const OPENED_WORDS = { answered: 'ACK', opened: 'TLS', refused: '∅', silent: '…' } as const;

const SIGN_WITHIN_MS = 3000;

/** The handshake failed because of what we think of the tested side's certificate: it has refused nothing. */
function isOurs(error: EpreuveError): boolean {
  return OUR_OBJECTIONS.has(String(error.data.failure));
}

const OUR_OBJECTIONS = new Set([
  'unknown-authority',
  'self-signed',
  'expired',
  'not-yet-valid',
  'wrong-name',
  'wrong-usage',
  'revoked',
  'revocation-unknown',
  'not-tls',
  'timeout',
]);

function endpointOf(send: SendFile, mllp: Endpoint, own: TlsSettings, play: Play): Endpoint | undefined {
  const { certificate = 'own', protocol } = send;
  if (protocol === 'plaintext') return { ...mllp, security: { kind: 'plaintext' } };
  const shown = shownCertificate(certificate, own, play);
  if (!shown) return undefined;
  const versions = protocol ? { minVersion: protocol, maxVersion: protocol } : {};
  return { ...mllp, security: { kind: 'mutual-tls', tls: { ...shown, ...versions } } };
}

function shownCertificate(certificate: NonNullable<SendFile['certificate']>, own: TlsSettings, play: Play) {
  if (certificate === 'own') return own;
  if (certificate === 'none') return { ...own, showsNothing: true as const };
  return play.target.mllp?.faulty.get(certificate);
}

const NO_TLS: Text = {
  fr: 'la cible est en clair : il n’y a pas d’authentification à éprouver ; donnez-lui mllp.tls',
  en: 'the target is in clear: there is no authentication to try; give it mllp.tls',
};

function noCertificate(name: string): Text {
  return {
    fr: `il manque un certificat « ${name} » d’une autorité que le système testé accepte ; fabriquez-le (epreuve certs set) et nommez-le dans mllp.faulty.${name}`,
    en: `a certificate "${name}" of an authority the tested system trusts is missing; make it (epreuve certs set) and name it in mllp.faulty.${name}`,
  };
}

const ACCEPTED: Text = { fr: 'connexion acceptée', en: 'connection accepted' };
const REFUSED: Text = { fr: 'connexion refusée, comme il se doit', en: 'connection refused, as it should be' };
const WRONGLY_ACCEPTED: Text = {
  fr: 'connexion acceptée alors qu’elle devait être refusée',
  en: 'connection accepted although it had to be refused',
};
const WRONGLY_REFUSED: Text = {
  fr: 'connexion refusée alors qu’elle devait être acceptée',
  en: 'connection refused although it had to be accepted',
};
const SILENT: Text = {
  fr: 'ni refus ni réponse dans le délai : on ne peut pas conclure',
  en: 'neither refusal nor answer in time: nothing can be concluded',
};
