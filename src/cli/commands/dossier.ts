import { writeFile } from 'node:fs/promises';
import {
  checkGates,
  EXIT,
  loadReferential,
  makeError,
  outcomeOfGates,
  renderGates,
  renderStatus,
  systemCode,
} from '../../index.js';
import { DOSSIER_FILE, exitOf, openDossier } from '../dossier/open-dossier.js';
import { toStatusJson } from '../dossier/status-json.js';
import { dossierTemplate } from '../dossier/template.js';
import { optionalText, texts } from '../options.js';
import type { RunCommand } from './index.js';

/** `epreuve dossier status`: what is ready, missing, not applicable. */
export const runDossierStatus: RunCommand = async ([file = DOSSIER_FILE], options, session) => {
  const { assessed } = await openDossier(file);
  const gates = checkGates(assessed);
  if (options.json === true) session.print(toStatusJson(assessed, gates));
  else session.print(renderStatus(assessed, session.language));
  return exitOf(outcomeOfGates(gates));
};

/** `epreuve dossier check`: every gate, and what keeps it from passing. */
export const runDossierCheck: RunCommand = async ([file = DOSSIER_FILE], options, session) => {
  const { assessed } = await openDossier(file);
  const gates = checkGates(assessed);
  if (options.json === true) session.print(toStatusJson(assessed, gates));
  else session.print(renderGates(gates, session.language));
  return exitOf(outcomeOfGates(gates));
};

/** `epreuve dossier init`: a commented dossier.yaml, filled with what the options say. */
export const runDossierInit: RunCommand = async ([file = DOSSIER_FILE], options, session) => {
  const referential = optionalText(options, 'referential') ?? 'dmn-referential';
  const path = optionalText(options, 'path');
  const role = optionalText(options, 'role');
  const pack = (await loadReferential(referential)).referential;
  const paths = pack.paths.map(({ id }) => id);
  if (path !== undefined && !paths.includes(path)) {
    throw makeError('bad-option', {
      option: '--path',
      reason: `${path} (${paths.join(', ')})`,
      command: 'dossier init',
    });
  }
  const yes = (name: string) => (optionalText(options, name) === undefined ? {} : { [name]: options[name] === 'yes' });
  const text = dossierTemplate(
    {
      product: optionalText(options, 'product') ?? 'Mon DMN',
      version: optionalText(options, 'productVersion') ?? '1.0.0',
      exploitant: optionalText(options, 'exploitant') ?? 'Mon entreprise',
      environment: optionalText(options, 'environment') ?? 'preview',
      ...{ referential, runs: texts(options, 'run') },
      ...(path !== undefined && { path }),
      ...(role !== undefined && { role }),
      ...{ ...yes('ins'), ...yes('patient'), ...yes('professional') },
    },
    pack,
  );
  await writeFile(file, text, { flag: 'wx' }).catch((cause) => {
    const reason = systemCode(cause);
    if (reason === 'EEXIST') throw makeError('dossier-exists', { file }, { cause });
    throw makeError('folder-unwritable', { folder: file, reason }, { cause });
  });
  session.print(file);
  session.say({
    fr: 'Complétez-le, puis : epreuve dossier status',
    en: 'Complete it, then: epreuve dossier status',
  });
  return EXIT.passed;
};
