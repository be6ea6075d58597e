import { join } from 'node:path';
import type { MeasureProgress, StoryProgress } from '../index.js';
import {
  describeHandshakeFailure,
  EXIT,
  type HandshakeFacts,
  Hl7v2Message,
  isEpreuveError,
  type RunResult,
  verdictSentence,
} from '../judge.js';
import { reportError } from './errors.js';
import type { Session } from './io.js';
import { exitCodeOf, type OutputOptions, printResult, writeReports } from './outcome.js';

const NOBODY = { fr: 'aucun certificat', en: 'no certificate' } as const;

/** What a person wants to know of a connection: protocol, cipher, who is on each side. */
export function tellHandshake(facts: HandshakeFacts, session: Session): void {
  const { language } = session;
  if (facts.security === 'plaintext') {
    session.say({
      fr: 'Connexion en clair (aucune authentification)\n',
      en: 'Connection in clear (no authentication)\n',
    });
    return;
  }
  const [us, them] = language === 'fr' ? ['présenté', 'reçu'] : ['presented', 'received'];
  session.say([facts.protocol ?? 'TLS', facts.cipher ?? []].flat().join('  '));
  session.say(`  ${us.padEnd(9)} ${facts.localSubject ?? NOBODY[language]}`);
  session.say(`  ${them.padEnd(9)} ${facts.peerSubject ?? NOBODY[language]}`);
  if (facts.failure) session.say(`  ✗ ${describeHandshakeFailure(facts.failure)[language]}`);
  session.say('');
}

/** What arrived or left in one block: type and id of a message, type and answer of an acknowledgement. */
export function tellBlock(arrow: '←' | '→', bytes: Uint8Array, session: Session): void {
  const unit = { fr: 'octets', en: 'bytes' }[session.language];
  session.say(`${arrow} ${describeMessage(bytes)}  (${bytes.byteLength} ${unit})`);
}

function describeMessage(bytes: Uint8Array): string {
  try {
    const message = new Hl7v2Message(bytes);
    const answer = message.field('MSA', 1).raw;
    const words = [message.field('MSH', 9).raw, answer === '' ? message.controlId : answer];
    return words.map((word) => word.slice(0, 40)).join('  ');
  } catch (error) {
    if (!isEpreuveError(error, 'document')) throw error;
    return '—';
  }
}

/**
 * What a run ends with: the reports asked for, the result (all of it with `--json`, else the verdict in one sentence) and
 * where everything is. Gives the exit code. Throws `report-unwritable` once all is told.
 */
export async function tellRun(
  result: RunResult,
  folder: string,
  options: OutputOptions,
  session: Session,
  command: string,
): Promise<number> {
  const refused = await writeReports(result, options, session, command);
  if (options.json) await printResult(result, options, session);
  else session.print(verdictSentence(result, session.language));
  tellPlaces(folder, session);
  if (refused) throw refused;
  return exitCodeOf(result);
}

/** Where the report and the evidence are. */
export function tellPlaces(folder: string, session: Session): void {
  session.say('');
  const [report, run] = session.language === 'fr' ? ['Rapport ', 'Preuves '] : ['Report  ', 'Evidence'];
  session.say(`${report} : ${join(folder, 'report.html')}`);
  session.say(`${run} : ${folder}\n`);
}

/** One step of a story, in three lines. */
export function tellStep(
  { number, total, step, sent, version, answer, outcome, reason }: StoryProgress,
  session: Session,
): void {
  const { language } = session;
  const mark = outcome === 'passed' ? '✓' : '✗';
  const errors = answer && answer.errors.length > 0 ? ` (ERR ${answer.errors.join(', ')})` : '';
  session.say(`${mark} ${String(number).padStart(2)}/${total}  ${step.title[language]}`);
  session.say(`         ${sent}  HL7 ${version}  →  ${answer ? `ACK ${answer.code}${errors}` : '—'}`);
  session.say(`         DMN : ${reason[language]}\n`);
}

/** A run that failed has failed, whatever else went wrong; one that could not be ended proves nothing. */
export function worse(failure: number, outcome: number): number {
  return outcome === EXIT.failed || failure === EXIT.passed ? outcome : failure;
}

/**
 * Runs something that talks to the other side. A transport error is told and becomes an exit code, so that what was
 * recorded before it is still judged and reported.
 */
export async function tellFailure(work: () => Promise<void>, session: Session): Promise<number> {
  try {
    await work();
    return EXIT.passed;
  } catch (error) {
    if (!isEpreuveError(error, 'transport')) throw error;
    return reportError(error, session.language, session.io);
  }
}

/** One HTTP call of a day of measures. */
export function tellMeasure(
  { number, total, title, answer, outcome, reason }: MeasureProgress,
  session: Session,
): void {
  const { language } = session;
  const mark = outcome === 'passed' ? '✓' : '✗';
  const count = total === undefined ? String(number) : `${String(number).padStart(2)}/${total}`;
  session.say(`${mark} ${count}  ${title[language]}`);
  session.say(`         ${answer ? `HTTP ${answer.status}` : '—'}  ${reason[language]}\n`);
}
