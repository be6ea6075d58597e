import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * Makes a dossier made by `dossier init` use a pack of the user's own with one requirement, INS 45, written beside it:
 * pages of all 82 would take the test ten seconds.
 */
export function useSmallPack(dossierFile: string): void {
  writeSmallPack(join(dirname(dossierFile), 'pack'));
  const text = readFileSync(dossierFile, 'utf8');
  const changed = text.replace('referential: "dmn-referential"', 'referential: ./pack');
  if (changed === text) throw new Error('the dossier names no pack to take the place of');
  writeFileSync(dossierFile, changed);
}

function writeSmallPack(folder: string): void {
  const source = join(process.cwd(), 'profiles', 'dmn-referential');
  const read = (name: string) => parse(readFileSync(join(source, name), 'utf8'));
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), stringify(value));
  mkdirSync(join(folder, 'requirements'), { recursive: true });
  write('referential.yaml', { ...read('referential.yaml'), families: ['INS'] });
  write('scenarios.yaml', read('scenarios.yaml'));
  write('maturity.yaml', read('maturity.yaml'));
  const rules: { id: string }[] = read('applicability.yaml');
  write(
    'applicability.yaml',
    rules.filter(({ id }) => id.startsWith('ins45')),
  );
  const family: { groups: { numbers: string[] }[] } = read('requirements/INS.yaml');
  const groups = family.groups.filter(({ numbers }) => numbers.includes('45'));
  write('requirements/INS.yaml', { ...family, groups });
}
