/** UCUM code of the words and signs people write for the units of the measures. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  kg: ['kg', 'kgs', 'kilo', 'kilos', 'kilogramme', 'kilogrammes', 'kilogram', 'kilograms'],
  g: ['g', 'gr', 'gramme', 'grammes', 'gram', 'grams'],
  '[lb_av]': ['lb', 'lbs', 'livre', 'livres', 'pound', 'pounds'],
  m: ['m', 'metre', 'metres', 'meter', 'meters'],
  cm: ['cm', 'centimetre', 'centimetres', 'centimeter', 'centimeters'],
  mm: ['mm', 'millimetre', 'millimetres', 'millimeter', 'millimeters'],
  '[in_i]': ['in', 'inch', 'inches', 'pouce', 'pouces'],
  Cel: ['cel', 'c', '°c', 'degc', 'celsius', 'degrescelsius', 'degreecelsius'],
  '[degF]': ['f', '°f', 'degf', 'fahrenheit'],
  'mm[Hg]': ['mm[hg]', 'mmhg'],
  'cm[Hg]': ['cm[hg]', 'cmhg'],
  kPa: ['kpa'],
  '/min': ['/min', '1/min', 'bpm', 'batt/min', 'battements/min', 'beats/min', 'cycles/min', 'resp/min'],
  '%': ['%', 'percent', 'pourcent'],
  'mg/dL': ['mg/dl'],
  'g/L': ['g/l'],
  'mmol/L': ['mmol/l'],
  'kg/m2': ['kg/m2', 'kg/m²', 'kg/m^2'],
};

const BY_WORD = new Map(Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [word, code] as const)));

/** The unit that a text means; undefined when it is none we know. */
export function ucumOfWords(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, '').replaceAll('è', 'e').replaceAll('é', 'e');
  return BY_WORD.get(plain);
}

export function isKnownUnit(code: string): boolean {
  return Object.hasOwn(WORDS, code);
}
