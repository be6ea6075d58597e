import { type GamIdentity, SeededRandom } from '../../actors/index.js';
import { insKeyOf } from '../../core/index.js';
import { sha256 } from '../../evidence/index.js';
import type { IdentityFile } from '../pack/schema.js';

/** A synthetic person: the traits, a private identifier and a matricule for the test OID, with its right key. */
export interface Identity {
  readonly identifier: string;
  readonly ins: string;
  readonly birthName: string;
  readonly firstGivenName: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly birthPlace: string;
  readonly usedName: string;
  readonly phone: string;
}

/** What `${patient.…}` may name. */
export const IDENTITY_FIELDS = [
  'identifier',
  'ins',
  'birthName',
  'firstGivenName',
  'givenNames',
  'birthDate',
  'sex',
  'birthPlace',
  'usedName',
  'phone',
] as const satisfies readonly (keyof Identity)[];

/** Names that say what they are: nobody is called so. */
const BIRTH_NAMES = ['PAT-EPREUVE', 'TEST-ALPHA', 'ESSAI-DUBANC', 'FICTIF-MARTIN', 'BANC-DESSAI', 'SYNTHESE-NOM'];
const GIVEN_NAMES = { F: ['DOMINIQUE', 'CAMILLE', 'ALIX', 'SASHA'], M: ['DOMINIQUE', 'CAMILLE', 'CHARLIE', 'SACHA'] };
const BIRTH_PLACES = ['63220', '63113', '75056', '69123', '35238', '2A004'];

/** Department that was never given out: no real matricule has this place. */
const NOWHERE = '00';

/**
 * Draws a person from the seed: same seed and name, same person. The matricule fits the sex and the birth date, is of a
 * place that does not exist, and is only ever sent under the test OID.
 */
export function drawIdentity(seed: string, name: string, given: IdentityFile): Identity {
  const random = new SeededRandom(Number.parseInt(sha256(Buffer.from(`${seed}/${name}`)).slice(0, 8), 16));
  const sex = given.sex ?? (random.chance(0.5) ? 'F' : 'M');
  const birthDate = given.birthDate ?? drawDate(random);
  const firstGivenName = random.pick(GIVEN_NAMES[sex === 'M' ? 'M' : 'F']) ?? '';
  const place = `${NOWHERE}${digits(random, 3)}`;
  const matricule = `${sex === 'M' ? 1 : 2}${birthDate.slice(2, 6)}${place}${digits(random, 3)}`;
  return {
    identifier: given.identifier ?? `EPR${digits(random, 7)}`,
    ins: given.ins ?? `${matricule}${insKeyOf(matricule)}`,
    // A letter suffix keeps two people of one run apart on a screen.
    birthName: given.birthName ?? `${random.pick(BIRTH_NAMES)}-${letters(random, 4)}`,
    firstGivenName: given.firstGivenName ?? firstGivenName,
    givenNames: given.givenNames ?? given.firstGivenName ?? firstGivenName,
    birthDate,
    sex,
    birthPlace: given.birthPlace ?? random.pick(BIRTH_PLACES) ?? '',
    usedName: given.usedName ?? `USAGE-${letters(random, 4)}`,
    phone: given.phone ?? `0639980${digits(random, 3)}`,
  };
}

function drawDate(random: SeededRandom): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${random.number(1940, 1999)}${pad(random.number(1, 12))}${pad(random.number(1, 28))}`;
}

function digits(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.number(0, 9)).join('');
}

function letters(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(65 + random.number(0, 25))).join('');
}

/** The identity as one message carries it: `changes` are those of the message. */
export function toGamIdentity(person: Identity, changes: IdentityFile, now: string): GamIdentity {
  const { qualified = false } = changes;
  const identifiers = changes.identifiers ?? [changes.identifier ?? person.identifier];
  const ins = changes.ins ?? (qualified ? person.ins : undefined);
  return {
    identifiers: identifiers.map((value) => ({ value, type: 'PI' as const })),
    ...(ins !== undefined && { ins }),
    status: changes.status ?? (qualified ? 'VALI' : 'PROV'),
    birthName: changes.birthName ?? person.birthName,
    firstGivenName: changes.firstGivenName ?? person.firstGivenName,
    givenNames: changes.givenNames ?? changes.firstGivenName ?? person.givenNames,
    birthDate: changes.birthDate ?? person.birthDate,
    sex: changes.sex ?? person.sex,
    birthPlace: changes.birthPlace ?? person.birthPlace,
    ...(changes.usedName !== undefined && { usedName: changes.usedName }),
    ...(changes.phone !== undefined && { phone: changes.phone }),
    ...(qualified && { fromInsi: { askedAt: now, document: 'CN', documentEnd: '20330101' } }),
  };
}
