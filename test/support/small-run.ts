import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { makeSession } from '../../src/cli/io.js';
import { finishRun } from '../../src/cli/run-folder.js';
import { RunRecorder } from '../../src/evidence/index.js';

/** A sealed run of one valid message, whose one step proves a requirement: the demo would take seconds. */
export async function recordSmallRun(folder: string, requirementId: string): Promise<void> {
  const recorder = new RunRecorder({
    folder,
    title: { fr: 'Passage de test', en: 'Test run' },
    tool: { name: 'epreuve', version: 'test' },
  });
  const title = { fr: 'Message reçu', en: 'Message received' };
  recorder.startStep({ id: 's1', title, requirementIds: [requirementId] });
  const file = new URL('../../samples/hl7v2/ADT_A01-A01-admit-valid.hl7', import.meta.url);
  const mediaType = 'x-application/hl7-v2+er7';
  recorder.record({ kind: 'document', mediaType, name: 'message', extension: 'hl7' }, readFileSync(file));
  recorder.endStep('s1', { outcome: 'passed' });
  recorder.end();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const session = makeSession(
    {
      ...{ stdin: Readable.from([]), stdout: nowhere, stderr: nowhere, environment: {}, isTerminal: false },
      interrupted: new Promise(() => undefined),
    },
    { language: 'fr', colour: false, quiet: true },
  );
  await finishRun(folder, {}, session);
}
