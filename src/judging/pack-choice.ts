import type { Text } from '../core/index.js';
import { transmitsCda } from '../formats/hl7v2/carried-documents.js';
import type { Hl7v2Message } from '../formats/hl7v2/index.js';
import { choosePack } from '../packs/index.js';

export interface PackChoice {
  /** Names for `loadPack`; none when no pack fits. */
  readonly names: readonly string[];
  readonly why: Text;
  readonly declaresFrenchProfile: boolean;
}

/** MSH-12.2/12.3 or MSH-21 claims PAM France (reference §0.2). */
function declaresFrenchProfile(message: Hl7v2Message): boolean {
  const version = message.field('MSH', 12);
  if (version.component(2).text === 'FRA' && version.component(3).isValued) return true;
  return message.field('MSH', 21).repetitions.some((profile) => /IHE_FRANCE.*PAM/.test(profile.raw));
}

/** The packs a message is judged with: the user's, or the one its own MSH-9, MSH-12 and MSH-21 call for. */
export function packsFor(message: Hl7v2Message, forced: readonly string[] | undefined): PackChoice {
  // Asked again rather than kept: a map with an entry for each message costs more, in garbage collection.
  const declares = declaresFrenchProfile(message);
  return forced && forced.length > 0 ? byForce(forced, declares) : byMessage(message, declares);
}

function byForce(forced: readonly string[], declares: boolean): PackChoice {
  const list = forced.join(', ');
  const why = { fr: `Pack imposé : ${list}`, en: `Pack forced: ${list}` };
  return { names: forced, why, declaresFrenchProfile: declares };
}

function byMessage(message: Hl7v2Message, declares: boolean): PackChoice {
  const version = message.field('MSH', 12);
  const { packId, why } = choosePack({
    type: message.type,
    event: message.event,
    version: message.version,
    msh12_2: version.component(2).text,
    msh12_3: version.component(3).text,
    msh21: message.field('MSH', 21).text,
    transmitsCda: transmitsCda(message),
  });
  return { names: packId === undefined ? [] : [packId], why, declaresFrenchProfile: declares };
}
