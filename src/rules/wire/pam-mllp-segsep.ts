import { defineRule } from '../../core/index.js';
import type { Anomaly, Hl7v2Message } from '../../formats/hl7v2/index.js';

/** One finding per message: all its segments usually share the mistake. */
export const pamMllpSegsep = defineRule<Hl7v2Message, unknown, 'lineFeed' | 'carriageReturnLineFeed'>({
  id: 'PAM-MLLP-SEGSEP',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les segments sont séparés par un retour chariot seul',
    en: 'A carriage return alone separates segments',
  },
  why: {
    fr: 'HL7 n’admet que 0x0D entre deux segments. Avec 0x0A, un destinataire strict lit tout le message comme un seul segment MSH et le rejette.',
    en: 'HL7 allows only 0x0D between two segments. With 0x0A a strict receiver reads the whole message as one MSH segment and rejects it.',
  },
  repair: {
    fr: 'Terminez chaque segment par 0x0D (« \\r »). Si le message passe par un fichier ou un éditeur, désactivez la conversion des fins de ligne.',
    en: 'End each segment with 0x0D ("\\r"). If the message goes through a file or an editor, turn off the conversion of line ends.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [{ standard: 'HL7 2.5', section: '2.8' }],
  messages: {
    lineFeed: {
      fr: 'Après {path} : fin de segment 0x0A au lieu de 0x0D ({count} fois dans le message). Remplacez chaque « \\n » par « \\r ».',
      en: 'After {path}: segment end 0x0A instead of 0x0D ({count} times in the message). Replace each "\\n" by "\\r".',
    },
    carriageReturnLineFeed: {
      fr: 'Après {path} : fin de segment 0x0D 0x0A au lieu de 0x0D seul ({count} fois dans le message). Retirez l’octet 0x0A.',
      en: 'After {path}: segment end 0x0D 0x0A instead of 0x0D alone ({count} times in the message). Remove byte 0x0A.',
    },
  },
  *check(message) {
    if (message.anomalies.length === 0) return;
    const lineEnds = message.anomalies.filter(isLineEnd);
    const [first] = lineEnds;
    if (first === undefined) return;
    const path = message.segments.findLast((segment) => segment.end <= first.offset)?.path ?? 'MSH';
    yield {
      messageId: first.code === 'line-feed' ? 'lineFeed' : 'carriageReturnLineFeed',
      location: message.locateSpan(path, first.offset, first.length),
      data: { path, count: lineEnds.length },
      expected: '0x0D',
      found: first.code === 'line-feed' ? '0x0A' : '0x0D 0x0A',
    };
  },
});

function isLineEnd({ code }: Anomaly): boolean {
  return code === 'line-feed' || code === 'carriage-return-line-feed';
}
