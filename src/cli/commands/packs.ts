import { EXIT, listPacks } from '../../judge.js';
import type { Session } from '../io.js';

/** `epreuve packs`. */
export async function runPacks(_args: string[], _options: Record<string, unknown>, session: Session): Promise<number> {
  for (const pack of await listPacks()) {
    session.print(`${`${pack.id}@${pack.version}`.padEnd(24)} ${pack.trust.padEnd(9)} ${pack.title[session.language]}`);
  }
  return EXIT.passed;
}
