import type { Location } from '../core/index.js';

const MESSAGE_TYPE = '(?:ADT|ACK|ORU|ORM|OML|MDM|SIU|QBP|RSP|QRY|DFT|BAR|VXU)';
const EVENT = '[A-Z]\\d{2}';
const STRUCTURE = `${MESSAGE_TYPE}_${EVENT}`;
const OID = /^[0-2](\.\d+){4,}$/;
const COUNTRY = /^(FRA?|BE|BEL|CH|CHE|LU|LUX|DE|DEU|GB|GBR|US|USA)$/;
const ACKNOWLEDGEMENT = /^[AC][AER]$/;

const word = (...shapes: string[]) => new RegExp(`^(?:${shapes.join('|')})$`);

/**
 * Fields of messages that describe the exchange and not a person, with the closed form of their values. A value is
 * shown only where field and form both fit, so a name that slipped into MSH-12 stays masked.
 * PID, PV1, MRG and NK1 have none, but for the type and authority of identifiers.
 */
const TECHNICAL: Readonly<Record<string, RegExp>> = {
  'MSH-1': /^[^A-Za-z0-9\s]$/,
  'MSH-9': word(`${MESSAGE_TYPE}(?:\\^${EVENT}(?:\\^${STRUCTURE})?)?`),
  'MSH-9.1': word(MESSAGE_TYPE),
  'MSH-9.2': word(EVENT),
  'MSH-9.3': word(STRUCTURE, 'ACK'),
  'MSH-11': word('[PTDARI]'),
  'MSH-11.1': word('[PTDARI]'),
  'MSH-12': word('2\\.\\d(?:\\.\\d)?(?:\\^FRA?(?:\\^\\d\\.\\d{1,2}(?:\\.\\d{1,2})?)?)?'),
  'MSH-12.1': word('2\\.\\d(?:\\.\\d)?'),
  'MSH-12.2': COUNTRY,
  'MSH-12.3': word('\\d\\.\\d{1,2}(?:\\.\\d{1,2})?'),
  'MSH-15': word('AL', 'NE', 'ER', 'SU'),
  'MSH-16': word('AL', 'NE', 'ER', 'SU'),
  'MSH-17': COUNTRY,
  'MSH-18': /^(ASCII|8859\/\d{1,2}|UNICODE( UTF-\d{1,2})?|UTF-?8|ISO-?8859-\d{1,2}|WINDOWS-125\d)$/i,
  'EVN-1': word(EVENT),
  'MSA-1': ACKNOWLEDGEMENT,
  'ERR-3': word('\\d{3}'),
  'ERR-3.1': word('\\d{3}'),
  'ERR-4': word('[EWIF]'),
  'ZBE-4': word('INSERT', 'UPDATE', 'CANCEL'),
  'ZBE-5': word('[YN]'),
  'ZBE-6': word(EVENT),
  'ZBE-9': word('[SHMLDC]{1,3}'),
  'PID-3.4.2': OID,
  'PID-3.4.3': word('ISO', 'DNS', 'URI', 'UUID', 'GUID', 'L', 'M', 'N'),
  'PID-3.5': word('PI', 'INS', 'INS-C', 'AN', 'VN', 'NH', 'PN', 'NDP', 'RI', 'PPN', 'MR', 'PT', 'SS'),
};

/** Attributes of CDA that describe the document and not a person, with the closed form of their values. */
const TECHNICAL_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  typeCode: word('XFRM', 'RPLC', 'APND', 'PRF', 'AUTH', 'COMP', 'DRIV', 'SUBJ', 'REFR'),
  nullFlavor: word('UNK', 'NASK', 'ASKU', 'NAV', 'MSK', 'NI', 'OTH', 'NA'),
  qualifier: word('BR', 'CL', 'SP'),
  mediaType: word('application/pdf', 'text/plain', 'text/rtf', 'image/(?:gif|jpeg|png|tiff)'),
  representation: word('B64', 'TXT'),
  classCode: word('DOCCLIN', 'OBS', 'ACT', 'CLUSTER', 'PROV', 'AGNT', 'PAT'),
  moodCode: word('EVN', 'RQO', 'INT'),
  codeSystem: OID,
};
/** Type of a document: LOINC, or a word of the national code system (reference cda-n1-n3 §5, JDV_J07). */
const DOCUMENT_TYPE = word(
  '\\d{4,6}-\\d',
  ...['SYNTH', 'REMB', 'CERT_DECL', 'BIL_AUTO', 'DISP_AUT', 'PROT_ALD', 'IMG-KOS', 'EXPPAT_[123]', 'DOCPAT0[1-9]'],
  'PRESC-(?:AAT|BIO|KINE|INF|PEDI|ORTHOPHO|ORTHOPTIE)',
);

export function isTechnicalAttribute(name: string, value: string): boolean {
  return Object.hasOwn(TECHNICAL_ATTRIBUTES, name) && (TECHNICAL_ATTRIBUTES[name]?.test(value) ?? false);
}

function isTechnicalXml(value: string, path: string): boolean {
  if (path === '/ClinicalDocument/code/@code') return DOCUMENT_TYPE.test(value);
  return isTechnicalAttribute(/\/@(\w+)$/.exec(path)?.[1] ?? '', value);
}

/** Codes of units as they are written, right or wrong. */
const UNIT = word(
  ...[
    '[kK][gG]',
    'g',
    'mg',
    'lbs?',
    '\\[lb_av\\]',
    'm',
    'cm',
    'mm',
    '\\[in_i\\]',
    'inch',
    'Cel',
    '°?[CF]',
    '\\[degF\\]',
    'K',
  ],
  ...[
    'mm\\[Hg\\]',
    'mmHg',
    'cm\\[Hg\\]',
    'kPa',
    '1?/min',
    'bpm',
    '\\{beats\\}/min',
    '%',
    'percent',
    '1',
    'kg/m(?:2|²|\\^2)',
  ],
  ...[
    'mg/d[lL]',
    'g/[lL]',
    'mmol/[lL]',
    'mmol/mol',
    '(?:\\{steps\\}|1)?/d',
    '1/\\(24\\.h\\)',
    'steps(?:/day)?',
    '[Ll]evel',
    '\\{score\\}',
  ],
);
const STATUS = word(
  ...['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'entered-in-error', 'unknown'],
  ...['active', 'inactive'],
);
/** Profiles and extensions of the measures, of FR Core and of HL7; another name may be anything. */
const CANONICAL =
  /^https?:\/\/(?:interop\.esante\.gouv\.fr|esante\.gouv\.fr|fhir\.monespacesante\.fr|hl7\.fr|interopsante\.org|hl7\.org)\/[A-Za-z/.-]{1,80}\/StructureDefinition\/(?:(?:mesures-|mes-|MES|Mes|ENS_|Fr[A-Z]|fr-core-|Ph[dg][A-Z])[A-Za-z0-9_-]{1,50}|vitalsigns|body(?:weight|height|temp)|bmi|bp|heartrate|oxygensat|resprate|headcircum|workflow-supportingInfo)(?:\|[\d.]{1,12})?$/;

/** Elements of FHIR resources that hold codes, with the closed form of their values. */
const FHIR_TECHNICAL: readonly (readonly [path: RegExp, value: RegExp])[] = [
  [/(?:Quantity|\.low|\.high)\.(?:code|unit)$/, UNIT],
  // LOINC, and the codes of ANS for measures.
  [/\.coding\.code$/, /^(?:\d{1,5}-\d|MED-\d{1,4}|GEN-\d{1,4}|vital-signs)$/],
  [/\.coding\.display$/, word('vital-signs', 'Vital Signs', 'Signes vitaux')],
  [/^[A-Z][A-Za-z]+(?:\.entry\.resource)?\.status$/, STATUS],
  [/(?:\.meta\.profile|\.extension\.url|\.extension)$/, CANONICAL],
];

/** True when the value at that place is a code of the exchange, not a value of a person. */
export function isTechnical(value: string, { format, path }: Location): boolean {
  if (format === 'fhirpath') {
    const place = path.replace(/\[\d+\]/g, '');
    return FHIR_TECHNICAL.some(([at, form]) => at.test(place) && form.test(value));
  }
  if (format === 'xpath') return isTechnicalXml(value, path);
  if (format !== 'hl7v2') return false;
  // Which repetition or segment does not matter: `PID-3[2].5` is `PID-3.5`.
  const field = path.replace(/\[\d+\]|\(\d+\)/g, '');
  return Object.hasOwn(TECHNICAL, field) && (TECHNICAL[field]?.test(value) ?? false);
}
