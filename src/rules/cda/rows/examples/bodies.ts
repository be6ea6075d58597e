import { EXAMPLE_PDF } from '../../example-documents.js';
import { after, finds, on1, on3, type RowExamples, without } from './shape.js';

const XDS_SD = '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>';
const MEDIA = 'mediaType="application/pdf"';
const TEXT = 'component/nonXMLBody/text';
const BODY = 'component/structuredBody';
const CHAPTER = `${BODY}/component[1]/section`;
const ANALYSIS = `${CHAPTER}/component/section`;
const COPY = `${BODY}/component[2]/section`;
const COPY_TEMPLATE = '<templateId root="1.2.250.1.213.1.1.2.243"/>';
const NARRATIVE = /<text>\s*<table[\s\S]*?<\/text>/.exec(on3('').document)?.[0] ?? '';
const illustration = (mediaType: string) =>
  after(
    NARRATIVE,
    `<entry><observationMedia classCode="OBS" moodCode="EVN"><value mediaType="${mediaType}" representation="B64">AAAA</value></observationMedia></entry>`,
  );
const NORMAL = '<interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83" displayName="Normal"/>';

const TELEMEDICINE = ['<code code="11502-2"', '<code code="85208-7"'] as const;
const ACT = (code: string) => after('<serviceEvent>', `<code code="${code}" codeSystem="1.2.250.1.213.1.1.4.7"/>`);

export const bodyExamples: Readonly<Record<string, RowExamples>> = {
  'CDA-N1-001': { failed: [finds(on1('missing', without(XDS_SD)), 'wrong templateId[2]')] },
  'CDA-N1-002': {
    failed: [
      finds(
        on1('a model too', after(XDS_SD, '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>')),
        'wrong templateId[4]/@root',
      ),
    ],
  },
  'CDA-N1-003': {
    passed: [on1('a text', [MEDIA, 'mediaType="text/plain"'])],
    failed: [
      finds(on1('missing', without(MEDIA)), `missing ${TEXT}`),
      finds(on1('an image, as before', [MEDIA, 'mediaType="image/jpeg"']), `old ${TEXT}/@mediaType`),
      finds(on1('a word processor', [MEDIA, 'mediaType="application/msword"']), `unknown ${TEXT}/@mediaType`),
    ],
  },
  'CDA-N1-004': {
    failed: [
      finds(on1('missing', without(' representation="B64"')), `wrong ${TEXT}`),
      finds(on1('a text', ['representation="B64"', 'representation="TXT"']), `wrong ${TEXT}/@representation`),
    ],
  },
  'CDA-N1-011': {
    failed: [
      finds(on1('compressed', [MEDIA, `${MEDIA} compression="DF"`]), `wrong ${TEXT}/@compression`),
      finds(
        on1('an address', [EXAMPLE_PDF, '<reference value="http://example.org/cr.pdf"/>']),
        `wrong ${TEXT}/reference`,
      ),
    ],
  },
  'CDA-N1-015': {
    passed: [on1('a teleconsultation', TELEMEDICINE, ACT('TC'))],
    failed: [
      finds(on1('another act', TELEMEDICINE, ACT('IMP')), 'wrong documentationOf/serviceEvent/code/@code'),
      finds(on1('no act', TELEMEDICINE), 'wrong documentationOf/serviceEvent'),
    ],
    inapplicable: [on1('another document')],
  },
  'CDA-N1-013': { passed: [], failed: [finds(on1('any level 1'), 'wrong component/nonXMLBody')] },
  'CDA-N3-001': {
    failed: [
      finds(on3('of a level 1', after('<templateId root="1.2.250.1.213.1.1.1.1"/>', XDS_SD)), 'wrong templateId[3]'),
    ],
  },
  'CDA-N3-010': {
    failed: [
      finds(on3('no template', without(COPY_TEMPLATE)), `template ${COPY}`),
      finds(
        on3('no code', without('<code code="18719-5" codeSystem="2.16.840.1.113883.6.1" displayName="Biochimie"/>')),
        `code ${CHAPTER}`,
      ),
      finds(
        on3('another code system', [
          '<code code="18719-5" codeSystem="2.16.840.1.113883.6.1"',
          '<code code="BIO" codeSystem="1.2.250.1.999.1"',
        ]),
        `warning system ${CHAPTER}/code/@codeSystem`,
      ),
    ],
  },
  'CDA-N3-011': {
    failed: [
      finds(on3('no text', [NARRATIVE, '']), `missing ${ANALYSIS}`),
      finds(on3('an empty text', [NARRATIVE, '<text/>']), `warning empty ${ANALYSIS}/text`),
    ],
  },
  'CDA-N3-012': {
    failed: [
      finds(
        on3('a text above', after('<title>Biochimie</title>', '<text>Voir ci-dessous</text>')),
        `wrong ${CHAPTER}/text`,
      ),
    ],
  },
  'CDA-N3-015': {
    failed: [
      finds(on3('another code', ['code="55108-5"', 'code="55107-7"']), `code ${COPY}/code`),
      finds(on3('another title', ['<title>Copie du document</title>', '<title>PDF</title>']), `title ${COPY}/title`),
      finds(on3('no text', without('<text><renderMultiMedia referencedObject="copie-pdf"/></text>')), `text ${COPY}`),
      finds(
        on3('another organizer', [
          '<templateId root="1.2.250.1.213.1.1.3.18"/>',
          '<templateId root="1.2.250.1.999.3"/>',
        ]),
        `organizer ${COPY}/entry`,
      ),
      finds(
        on3('not said to be base64', [
          '<value mediaType="application/pdf" representation="B64">',
          '<value mediaType="application/pdf">',
        ]),
        `media ${COPY}/entry/organizer/component/observationMedia/value`,
      ),
    ],
    inapplicable: [on3('no PDF copy', without(COPY_TEMPLATE))],
  },
  'CDA-N3-018': {
    passed: [on3('a picture', illustration('image/png'))],
    failed: [
      finds(on3('a drawing', illustration('image/svg+xml')), `wrong ${ANALYSIS}/entry[1]/observationMedia/value`),
    ],
  },
  'CDA-N3-019': {
    failed: [
      finds(
        on3('another code system', [NORMAL, NORMAL.replace('5.83', '5.84')]),
        `wrong ${ANALYSIS}/entry/act/entryRelationship[2]/organizer/component/observation/interpretationCode/@code`,
      ),
    ],
    inapplicable: [
      on3(
        'another model',
        ['<templateId root="1.3.6.1.4.1.19376.1.3.3"/>', ''],
        ['1.2.250.1.213.1.1.1.55', '1.2.250.1.213.1.1.1.29'],
      ),
    ],
  },
  'CDA-N3-020': {
    passed: [on3('a copy inside', ['<relatedDocument typeCode="XFRM">', '<relatedDocument typeCode="RPLC">'])],
    failed: [
      finds(
        on3('neither copy nor link', without(COPY_TEMPLATE), [
          '<relatedDocument typeCode="XFRM">',
          '<relatedDocument typeCode="RPLC">',
        ]),
        'wrong ',
      ),
    ],
  },
};
