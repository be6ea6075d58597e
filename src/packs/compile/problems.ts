import type { Text } from '../../core/index.js';
import type { GrammarTextError } from '../grammar.js';

/** Words of a mistake that only shows once files are put together. */
export interface MistakeWords {
  readonly reason: Text;
  readonly remedy: Text;
}

export function unknownName(what: Text, name: string, known: readonly string[] = []): MistakeWords {
  const close = known.filter((each) => isNear(each, name)).slice(0, 3);
  const hint = close.length > 0 ? close.join(', ') : undefined;
  return {
    reason: { fr: `${what.fr} inconnu(e) : ${name}`, en: `unknown ${what.en}: ${name}` },
    remedy: hint
      ? { fr: `Vouliez-vous dire ${hint} ?`, en: `Did you mean ${hint}?` }
      : { fr: 'Corrigez le nom, ou ajoutez ce qu’il désigne.', en: 'Correct the name, or add what it names.' },
  };
}

export function duplicate(id: string): MistakeWords {
  return {
    reason: { fr: `${id} est écrit deux fois`, en: `${id} is written twice` },
    remedy: { fr: 'Gardez une seule ligne de cet identifiant.', en: 'Keep one row of this id.' },
  };
}

export function missingKeys(id: string, keys: readonly string[]): MistakeWords {
  return {
    reason: {
      fr: `${id} n’existe pas dans le pack de base et ne dit pas : ${keys.join(', ')}`,
      en: `${id} is not in the base pack and does not say: ${keys.join(', ')}`,
    },
    remedy: { fr: 'Complétez la ligne.', en: 'Complete the row.' },
  };
}

export function misnamedFile(id: string, file: string): MistakeWords {
  return {
    reason: { fr: `${file} contient ${id}`, en: `${file} holds ${id}` },
    remedy: { fr: `Renommez le fichier ${id}.yaml.`, en: `Rename the file ${id}.yaml.` },
  };
}

export function reversedCard(card: string): MistakeWords {
  return {
    reason: { fr: `dans ${card}, le maximum est sous le minimum`, en: `in ${card} the maximum is below the minimum` },
    remedy: { fr: 'Corrigez la cardinalité.', en: 'Correct the cardinality.' },
  };
}

function isNear(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left.startsWith(right) || right.startsWith(left) || differences(left, right) <= 1;
}

/** Characters that differ place by place; enough to catch a typing slip. */
function differences(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 1) return Number.POSITIVE_INFINITY;
  let count = Math.abs(a.length - b.length);
  for (let index = 0; index < Math.min(a.length, b.length); index++) if (a[index] !== b[index]) count++;
  return count;
}

const GRAMMAR_REASONS: Readonly<Record<GrammarTextError['reason'], Text>> = {
  unknownToken: { fr: 'jeton illisible', en: 'unreadable token' },
  unclosedGroup: { fr: 'groupe non fermé', en: 'group not closed' },
  unopenedGroup: { fr: 'groupe fermé sans être ouvert', en: 'group closed but not opened' },
  emptyGroup: { fr: 'groupe vide', en: 'empty group' },
  empty: { fr: 'grammaire vide', en: 'empty grammar' },
  tooDeep: { fr: 'groupes trop imbriqués', en: 'groups nested too deep' },
};

export function badGrammar(id: string, error: GrammarTextError): MistakeWords {
  const reason = GRAMMAR_REASONS[error.reason];
  return {
    reason: {
      fr: `grammaire ${id}, caractère ${error.at + 1} : ${reason.fr} « ${error.token.slice(0, 40)} »`,
      en: `grammar ${id}, character ${error.at + 1}: ${reason.en} "${error.token.slice(0, 40)}"`,
    },
    remedy: {
      fr: 'Écrivez des segments de trois caractères (SEG, SEG?, SEG*, SEG+, SEG[RE]) et des groupes { … }*.',
      en: 'Write segments of three characters (SEG, SEG?, SEG*, SEG+, SEG[RE]) and groups { … }*.',
    },
  };
}
