import { writeFile } from 'node:fs/promises';
import {
  assessDossier,
  assessMaturity,
  checkGates,
  EXIT,
  loadIdentity,
  loadReferential,
  makeError,
  outcomeOfGates,
  renderGates,
  renderMaturity,
  renderStatus,
  safeName,
  systemCode,
} from '../../index.js';
import { buildDossierFolder } from '../dossier/build.js';
import { DOSSIER_FILE, exitOf, openDossier, readDossierFile } from '../dossier/open-dossier.js';
import { writeMaturity } from '../dossier/radars.js';
import { toStatusJson } from '../dossier/status-json.js';
import { dossierTemplate } from '../dossier/template.js';
import type { Session } from '../io.js';
import { optionalText, texts } from '../options.js';
import type { RunCommand } from './command-spec.js';

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

/** `epreuve dossier build`: the folder to file, its index, its ZIP and, with a certificate, its signature. */
export const runDossierBuild: RunCommand = async ([file = DOSSIER_FILE], options, session) => {
  const { language } = session;
  const signature = await readSignature(options, session);
  const open = await openDossier(file);
  const { product } = open.assessed.dossier;
  const out = optionalText(options, 'out') ?? ['dossier', product.name, product.version].map(safeName).join('_');
  const withEvidence = options.withEvidence === true;
  const archive = await buildDossierFolder(open, { out, language, withEvidence, ...(signature && { signature }) });
  session.print(out);
  session.print(archive);
  const gates = checkGates(open.assessed);
  session.say(renderGates(gates, language));
  return exitOf(outcomeOfGates(gates));
};

/** The certificate that signs, when one is given. Throws `option-needs` and what `loadIdentity` throws. */
async function readSignature(options: Record<string, unknown>, { io }: Session) {
  const [cert, key, p12] = ['cert', 'key', 'p12'].map((name) => optionalText(options, name));
  const form = optionalText(options, 'signature');
  if (cert === undefined && p12 === undefined) {
    const alone = key !== undefined ? '--key' : form !== undefined ? '--signature' : undefined;
    if (alone === undefined) return undefined;
    throw makeError('option-needs', { option: alone, other: '--cert / --p12', command: 'dossier build' });
  }
  const passphrase = optionalText(options, 'passphrase') ?? io.environment.EPREUVE_PASSPHRASE;
  const identity = await loadIdentity({
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(p12 !== undefined && { p12 }),
    ...(passphrase !== undefined && { passphrase }),
  });
  const forms = form === 'both' ? (['cms', 'jws'] as const) : [form === 'jws' ? ('jws' as const) : ('cms' as const)];
  return { identity, forms };
}

/** `epreuve dossier maturity`: axes of each démarche, today and projected; radars as files when asked for. */
export const runDossierMaturity: RunCommand = async ([file = DOSSIER_FILE], options, session) => {
  const { language } = session;
  const { dossier, referential, maturity } = await readDossierFile(file);
  const named = texts(options, 'demarche');
  const known = maturity.demarches.map(({ id }) => id);
  const unknown = named.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const reason = `${unknown} (${known.join(', ')})`;
    throw makeError('bad-option', { option: '--demarche', reason, command: 'dossier maturity' });
  }
  const demarches = named.length > 0 ? named : (dossier.maturity?.demarches ?? []);
  if (demarches.length === 0) throw makeError('maturity-missing', { file, demarches: known });
  const answers = dossier.maturity?.answers ?? {};
  const states = assessMaturity(maturity, demarches, answers);
  const folder = optionalText(options, 'out');
  if (folder !== undefined) {
    const described = { ...dossier, maturity: { demarches: [...demarches], answers } };
    const assessed = assessDossier(described, referential, { runs: new Map(), files: new Map() });
    for (const path of await writeMaturity({ assessed, maturity }, folder, language)) session.say(path);
  }
  session.print(renderMaturity(states, maturity, answers, language));
  const verdicts = states.flatMap(({ now }) => now.axes.map(({ verdict }) => verdict));
  if (verdicts.includes('below')) return EXIT.failed;
  return verdicts.includes('unknown') ? EXIT.inconclusive : EXIT.passed;
};
