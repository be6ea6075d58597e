import { isEpreuveError, makeError } from '../../../core/index.js';
import type { ListenFile } from '../../pack/schema.js';
import { type OpenListener, openFolderListener, openMesListener, openMllpListener } from '../listeners.js';
import { notSetUp, type Play, passed, type Verdict } from '../play.js';
import { describe } from './send.js';

/** Opens the place where the tested side sends to; it stays open until the end of the scenario. */
export async function playListen(listen: ListenFile, play: Play): Promise<Verdict> {
  try {
    const listener = await open(listen, play);
    if (!listener) return notSetUp(missing(listen.on));
    play.listeners.push(listener);
    return passed({ fr: `à l’écoute : ${listener.address}`, en: `listening: ${listener.address}` });
  } catch (error) {
    if (!isEpreuveError(error) || error.family === 'defect') throw error;
    return notSetUp(describe(error));
  }
}

async function open(listen: ListenFile, play: Play): Promise<OpenListener | undefined> {
  const { mllp, mes, folder } = play.target.listen;
  switch (listen.on) {
    case 'mllp':
      return mllp && openMllpListener(listen, mllp, play);
    case 'mes':
      return mes && openMesListener(listen, mes, play);
    case 'folder':
      return folder === undefined ? undefined : openFolderListener(folder, play);
    default:
      throw makeError('defect', { reason: 'unknown listener' });
  }
}

function missing(on: string) {
  return {
    fr: `la cible ne dit pas où le système testé envoie ; ajoutez listen.${on} à son fichier`,
    en: `the target does not say where the tested system sends to; add listen.${on} to its file`,
  };
}
