import {
  type Disagreement,
  Hl7v2Message,
  isEpreuveError,
  isSegmentName,
  type Language,
  maskValue,
  secondOpinion,
  splitDocuments,
  type Text,
} from '../judge.js';
import type { InputDocument } from './inputs.js';
import type { Session } from './io.js';

/** Disagreements shown of one message; the others are counted. */
const SHOWN = 20;

export interface SecondOpinionOptions {
  readonly showValues: boolean;
  /** Standard output holds one JSON text: nothing may follow it there. */
  readonly keepStdout: boolean;
}

type Ask = typeof secondOpinion;
type Opinable = Omit<InputDocument, 'evidenceName'>;

/**
 * Reads every HL7 v2 message of the files with the other parser too, and tells where it reads something else. Decides
 * nothing: the exit code stays that of the report. `ask` is for tests.
 */
export async function tellSecondOpinion(
  documents: readonly Opinable[],
  options: SecondOpinionOptions,
  session: Session,
  ask: Ask = secondOpinion,
): Promise<void> {
  const { language } = session;
  const tell = options.keepStdout ? session.say : session.print;
  const reasons = new Set<string>();
  let compared = 0;
  let agreed = 0;
  for (const { place, message } of messagesOf(documents)) {
    const opinion = await ask(message);
    if (!opinion.available) {
      const reason = opinion.reason[language];
      // Without the package the reason is the same for every message: it is said once.
      if (!reasons.has(reason)) session.say(`${place} : ${reason}`);
      reasons.add(reason);
      continue;
    }
    compared += 1;
    if (opinion.disagreements.length === 0) agreed += 1;
    else tell([`${place} (${opinion.library})`, ...toLines(opinion.disagreements, options, language)].join('\n'));
  }
  if (compared > 0) tell(SUMMARY(agreed, compared)[language]);
}

/** Messages that can be read; the report has already told about the others. */
function* messagesOf(documents: readonly Opinable[]): Generator<{ place: string; message: Hl7v2Message }> {
  for (const { name, mediaType, bytes } of documents) {
    if (mediaType !== 'x-application/hl7-v2+er7') continue;
    for (const { kind, bytes: own, origin } of splitDocuments(bytes)) {
      if (kind !== 'message') continue;
      try {
        yield { place: `${name}:${origin.line}`, message: new Hl7v2Message(own, { origin }) };
      } catch (error) {
        if (!isEpreuveError(error, 'document')) throw error;
      }
    }
  }
}

function toLines(disagreements: readonly Disagreement[], { showValues }: SecondOpinionOptions, language: Language) {
  const lines = disagreements
    .slice(0, SHOWN)
    .map((one) => `  ${one.path.padEnd(10)} ${toLine(one, showValues)[language]}`);
  const left = disagreements.length - lines.length;
  return left > 0 ? [...lines, `  ${MORE(left)[language]}`] : lines;
}

function toLine({ kind, ours, theirs }: Disagreement, showValues: boolean): Text {
  if (kind === 'segment-count') return { fr: `segments : ${ours} ; ${theirs}`, en: `segments: ${ours}; ${theirs}` };
  const isShown = (value: string) => showValues || (kind === 'segment-name' && isSegmentName(value));
  const show = (value: string) => printable(isShown(value) ? value : maskValue(value));
  if (kind === 'refused') return { fr: `message refusé : ${show(theirs)}`, en: `message refused: ${show(theirs)}` };
  const fr = kind === 'segment-name' ? 'segment' : 'valeur';
  const en = kind === 'segment-name' ? 'segment' : 'value';
  return { fr: `${fr} : ${show(ours)} ; ${show(theirs)}`, en: `${en}: ${show(ours)}; ${show(theirs)}` };
}

/** Documents may hold anything, and a terminal obeys control characters. */
function printable(value: string): string {
  const shown = value.length > 120 ? `${value.slice(0, 120)}…` : value;
  return `«${shown.replace(/[\p{C}]/gu, '·')}»`;
}

const MORE = (left: number): Text => ({ fr: `… et ${left} autre(s)`, en: `… and ${left} more` });

const SUMMARY = (agreed: number, compared: number): Text => ({
  fr: `Second avis : ${agreed} message(s) lu(s) de même sur ${compared}. Un désaccord n’est pas une erreur du message. Lecture d’Épreuve d’abord, celle de la bibliothèque ensuite.`,
  en: `Second opinion: ${agreed} of ${compared} message(s) read alike. A disagreement is not an error of the message. Épreuve's reading first, the library's next.`,
});
