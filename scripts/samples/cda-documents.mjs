// Synthetic CDA documents: one valid level 3 per document model of the pack, level 1 documents of several types, and
// documents with one fault each. The header is that of samples/cda/cr-bio-level1-valid.xml (official test patient).
import { FAULTS } from './cda-faults.mjs';
import { SECTIONS } from './cda-sections.mjs';

const LOINC = '2.16.840.1.113883.6.1';
const COMMENT = '1.2.250.1.213.1.1.2.73';
const PDF_COPY = '1.2.250.1.213.1.1.2.243';
/** Models that files of this name already show, or of which no type of document is known. */
const LEFT_OUT = new Set(['BIO-CR-BIO', 'IHE-XD-LAB', 'CONTENT-MODELS', 'PPS-PAERPA', 'EXPORT-DUI']);
/** Types sent as level 1 too. */
const LEVEL_1 = ['LDL-SES', 'LDL-EES', 'VSM', 'IMG-CR-IMG', 'EP-MED-DM', 'CANCER-FRCP', 'CSE-CS8', 'VAC'];

/**
 * `base`: the valid level 1 laboratory report; `models`: those of the pack; `labels`: labels of JDV_J07 by code, and
 * `systems` their code systems. Returns files by name, and what is wrong in those with a fault.
 */
export function makeDocuments({ base, models, labels, systems }) {
  const pdf = /representation="B64">([^<]+)</.exec(base)[1].trim();
  const files = new Map();
  for (const [index, model] of models.entries()) {
    if (LEFT_OUT.has(model.id) || model.codes.length === 0) continue;
    const about = { model, index, labels, systems, pdf };
    files.set(`${nameOf(model)}-level3-valid.xml`, level3(base, about));
    if (LEVEL_1.includes(model.id)) files.set(`${nameOf(model)}-level1-valid.xml`, level1(base, about));
  }
  const expected = {};
  for (const { from, what, ending, changes, fault, rules } of FAULTS) {
    const name = `${from.replace(/-valid$/, '')}-${what}-${ending}.xml`;
    const source = files.get(`${from}.xml`) ?? (from.startsWith('cr-bio-level1') ? base : undefined);
    if (source === undefined) throw new RangeError(`no sample ${from}`);
    const ownId = /<id root="(1\.2\.250\.1\.999[^"]*)"/.exec(source)[1];
    const changed = changes.reduce((text, [found, put]) => replaceOnce(text, found, put, name), source);
    files.set(name, changed.replace('OWN-ID', ownId));
    expected[name] = { fault, rules };
  }
  return { files, expected };
}

const nameOf = ({ id }) => id.toLowerCase();

function replaceOnce(text, found, put, name) {
  if (!text.includes(found)) throw new RangeError(`${name}: nothing to change: ${found}`);
  return text.replace(found, () => put);
}

/** The header for another type of document. */
function header(base, { model, index, labels, systems }, step, templates) {
  const [code] = model.codes;
  const label = (labels[code] ?? model.title.fr).replaceAll('’', "'");
  const system = systems[code] ?? LOINC;
  const own = [
    [/<id root="1\.2\.250\.1\.999\.1\.1\.9\.\d+"\/>/, `<id root="1.2.250.1.999.1.1.9.${2000 + index * 10 + step}"/>`],
    [/<setId root="[^"]*"\/>/, `<setId root="1.2.250.1.999.1.1.9.${20000 + index * 10 + step}"/>`],
    [/<code code="11502-2"[^>]*\/>/, `<code code="${code}" codeSystem="${system}" displayName="${xmlText(label)}"/>`],
    [/<title>[^<]*<\/title>/, `<title>${xmlText(model.title.fr)}</title>`],
    [/\s*<templateId root="1\.3\.6\.1\.4\.1\.19376\.1\.2\.20"\/>/, templates],
    ...(model.id.startsWith('BIO') ? [] : HOSPITAL),
    ...(model.serviceEventCodes ? [[/<serviceEvent>/, `<serviceEvent>\n      ${STAY}`]] : []),
  ];
  return own.reduce((text, [found, put]) => text.replace(found, put), base);
}

const STAY = '<code code="IMP" codeSystem="2.16.840.1.113883.5.4" displayName="Hospitalisation"/>';
const HOSPITAL = [
  [
    /<code code="G15_10\/SM03"[^>]*\/>/,
    '<code code="G15_10/SM26" codeSystem="1.2.250.1.213.1.1.4.5" displayName="Médecin - Qualifié en Médecine Générale (SM)"/>',
  ],
  [
    /<code code="SA25"[^>]*\/>/,
    '<code code="SA01" codeSystem="1.2.250.1.71.4.2.4" displayName="Établissement public de santé"/>',
  ],
  [
    /<standardIndustryClassCode [^>]*\/>/,
    '<standardIndustryClassCode code="ETABLISSEMENT" codeSystem="1.2.250.1.213.1.1.4.9" displayName="Établissement de santé"/>',
  ],
  [/Laboratoire des essais/g, 'Établissement des essais'],
];

function level1(base, about) {
  return header(base, about, 1, '\n  <templateId root="1.3.6.1.4.1.19376.1.2.20"/>');
}

function level3(base, about) {
  const { model, pdf } = about;
  const version = model.versions.at(-1);
  const templates = model.templates.map((root, index) => {
    const extension = version !== undefined && index === model.templates.length - 1 ? ` extension="${version}"` : '';
    return `\n  <templateId root="${root}"${extension}/>`;
  });
  const demanded = (model.sections ?? [])
    .filter(
      ({ card, from, until }) => !card.startsWith('0') && (!from || version >= from) && (!until || version <= until),
    )
    .map(({ template, anyOf }) => template ?? anyOf[0]);
  const sections = [...new Set(demanded.length > 0 ? demanded : [COMMENT])].map(section);
  if (model.pdfCopyFrom && version >= model.pdfCopyFrom) sections.push(pdfCopy(pdf));
  const body = `<component>\n    <structuredBody>\n${sections.join('')}    </structuredBody>\n  </component>\n</ClinicalDocument>\n`;
  return header(base, about, 3, templates.join('')).replace(/<component>\s*<nonXMLBody>[\s\S]*$/, () => body);
}

function section(template) {
  const [code, label, title] = SECTIONS[template];
  return `      <component>
        <section>
          <templateId root="${template}"/>
          <code code="${code}" codeSystem="${LOINC}" displayName="${xmlText(label)}"/>
          <title>${xmlText(title)}</title>
          <text>Sans particularité (document d'essai).</text>
        </section>
      </component>
`;
}

function pdfCopy(pdf) {
  return `      <component>
        <section>
          <templateId root="${PDF_COPY}"/>
          <code code="55108-5" codeSystem="${LOINC}" displayName="Document"/>
          <title>Copie du document</title>
          <text><renderMultiMedia referencedObject="copie-pdf"/></text>
          <entry>
            <organizer classCode="CLUSTER" moodCode="EVN">
              <templateId root="1.2.250.1.213.1.1.3.18"/>
              <statusCode code="completed"/>
              <component>
                <observationMedia classCode="OBS" moodCode="EVN" ID="copie-pdf">
                  <value mediaType="application/pdf" representation="B64">${pdf}</value>
                </observationMedia>
              </component>
            </organizer>
          </entry>
        </section>
      </component>
`;
}

const xmlText = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
