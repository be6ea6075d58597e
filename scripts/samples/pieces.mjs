// Pieces of samples.

export const IPP = 'T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI';

/** Edits that leave the private identifier alone. */
export const NO_INS = { 'PID-3': IPP, ZFD: null };

/** Edit that puts accents in an address; their bytes are the same in 8859/1 and 8859/15. */
export const ACCENTED = { 'PID-11': '3 ALLÉE DES CHÊNES^^SAINT-ÉTIENNE^^42000^FRA^H~^^^^^^BDL^^63220' };

export const numbered = (text, number) => text.replace('HARN-0001', `HARN-${String(number).padStart(4, '0')}`);

export const framed = (text) => `\x0b${text}\x1c\r`;

export function batch(messages, count) {
  const header = '^~\\&|GAM-SIM|ETAB-SIM|DMN-SUT|EDITEUR|20260105101500';
  return [
    `FHS|${header}`,
    `BHS|${header}`,
    ...messages.map((text) => text.replace(/\r$/, '')),
    `BTS|${count}`,
    'FTS|1',
    '',
  ].join('\r');
}

export const latin9 = (text) => Buffer.from(text, 'latin1');

/** Other separators, as MSH-1 and MSH-2 announce them. The data hold none of the new ones. */
export function withDelimiters(text) {
  const others = { '|': '!', '^': '$', '~': '*', '\\': '?', '&': '%' };
  return text.replace(/[|^~\\&]/g, (char) => others[char]);
}
