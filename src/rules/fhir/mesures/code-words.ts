/** Names people give to the codes of the measures, without accents, in lower case. Ours: no table of displays is copied. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '29463-7': ['poids', 'poids corporel', 'masse corporelle', 'weight', 'body weight'],
  '8302-2': ['taille', 'taille corporelle', 'taille du patient', 'height', 'body height'],
  '39156-5': ['imc', 'indice de masse corporelle', 'bmi', 'body mass index', 'body mass index (bmi) [ratio]'],
  '8310-5': ['temperature', 'temperature corporelle', 'body temperature'],
  '85354-9': ['pression arterielle', 'tension arterielle', 'blood pressure', 'blood pressure panel'],
  '8480-6': ['pression arterielle systolique', 'pression systolique', 'systolic blood pressure', 'systolique'],
  '8462-4': ['pression arterielle diastolique', 'pression diastolique', 'diastolic blood pressure', 'diastolique'],
  '8478-0': ['pression arterielle moyenne', 'pression moyenne', 'mean blood pressure'],
  '8867-4': ['frequence cardiaque', 'rythme cardiaque', 'heart rate'],
  '2708-6': ['saturation en oxygene', 'saturation', 'spo2', 'oxygen saturation', 'oxygen saturation in arterial blood'],
  '9279-1': ['frequence respiratoire', 'respiratory rate'],
  '8280-0': ['tour de taille', 'perimetre abdominal', 'waist circumference'],
  '9843-4': ['perimetre cranien', 'head circumference', 'head occipital-frontal circumference'],
  '8287-5': ['perimetre cranien', 'head circumference', 'head occipital-frontal circumference by tape measure'],
  '72514-3': ['douleur', 'niveau de douleur', 'pain severity', 'pain severity - 0-10 verbal numeric rating'],
  '41950-7': [
    'nombre de pas',
    'pas par jour',
    'nombre de pas par jour',
    'steps',
    'number of steps in 24 hour measured',
  ],
  '2345-7': ['glycemie', 'glucose', 'glucose sanguin', 'blood glucose'],
  '4548-4': ['hba1c', 'hemoglobine glyquee', 'glycated haemoglobin'],
};

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** The code a display names, when it is the usual name of another code than its own. */
export function codeNamedBy(display: string, ownCode: string): string | undefined {
  const words = plain(display);
  if (!Object.hasOwn(WORDS, ownCode) || WORDS[ownCode]?.includes(words)) return undefined;
  return Object.keys(WORDS).find((code) => WORDS[code]?.includes(words));
}
