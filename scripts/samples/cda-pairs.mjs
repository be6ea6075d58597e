// Pairs of CDA documents made from the valid documents of samples/cda, one fault each.
const LEVEL1_ID = '1.2.250.1.999.1.1.9.1001';
const LEVEL3_ID = '1.2.250.1.999.1.1.9.1002';

/** Pieces of text and what stands in their place; each must be there. */
function edit(text, changes = []) {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`nothing to change: ${from}`);
    return before.replaceAll(from, () => to);
  }, text);
}

const id = (root) => `<id root="${root}"/>`;
const link = (type, root) =>
  `<relatedDocument typeCode="${type}">\n    <parentDocument>\n      ${id(root)}\n    </parentDocument>\n  </relatedDocument>`;
const XFRM = link('XFRM', LEVEL1_ID);
const BEFORE_CONTEXT = '  <componentOf>';
const related = (...links) => [BEFORE_CONTEXT, `  ${links.join('\n  ')}\n${BEFORE_CONTEXT}`];
const VERSION_1 = '<versionNumber value="1"/>';
const VERSION_2 = '<versionNumber value="2"/>';

/** The second version of both halves; `links` are those of the level 3. */
const second = (links) => ({
  level1: [[id(LEVEL1_ID), id(`${LEVEL1_ID}.2`)], [VERSION_1, VERSION_2], related(link('RPLC', LEVEL1_ID))],
  level3: [
    [id(LEVEL3_ID), id(`${LEVEL3_ID}.2`)],
    [VERSION_1, VERSION_2],
    [XFRM, links.join('\n  ')],
  ],
});

/** Name of each pair by its outcome, what is wrong, and the pair rules that say so. */
const PAIRS = [
  {
    name: 'cr-bio-second-version-valid',
    ...second([link('XFRM', `${LEVEL1_ID}.2`), link('RPLC', LEVEL3_ID)]),
    withFirst: true,
  },
  {
    name: 'cr-bio-no-link-error',
    level3: [[XFRM, '']],
    fault: { fr: 'Le niveau 3 ne porte aucun lien XFRM', en: 'The level 3 carries no XFRM link' },
    rules: ['CDA-PAIR-001'],
  },
  {
    name: 'cr-bio-link-elsewhere-error',
    level3: [[XFRM, link('XFRM', `${LEVEL1_ID}.7`)]],
    fault: { fr: 'Le lien XFRM désigne un autre document', en: 'The XFRM link names another document' },
    rules: ['CDA-PAIR-002'],
  },
  {
    name: 'cr-bio-reverse-link-error',
    level1: [related(link('XFRM', LEVEL3_ID))],
    level3: [[XFRM, '']],
    fault: { fr: 'Le niveau 1 porte le lien', en: 'The level 1 carries the link' },
    rules: ['CDA-PAIR-001', 'CDA-PAIR-003'],
  },
  {
    name: 'cr-bio-same-id-error',
    level3: [[id(LEVEL3_ID), id(LEVEL1_ID)]],
    fault: { fr: 'Les deux moitiés ont le même id', en: 'Both halves have the same id' },
    rules: ['CDA-PAIR-004'],
  },
  {
    name: 'cr-bio-shared-set-id-warning',
    level3: [['1.2.250.1.999.1.1.9.1000.3', '1.2.250.1.999.1.1.9.1000.1']],
    fault: { fr: 'Les deux moitiés ont le même setId', en: 'Both halves have the same setId' },
    rules: ['CDA-PAIR-005'],
  },
  {
    name: 'cr-bio-other-ins-error',
    level3: [['279035121518989', '100999999999996']],
    fault: { fr: 'Deux INS différentes', en: 'Two different INS' },
    rules: ['CDA-PAIR-006'],
  },
  {
    name: 'cr-bio-other-birth-date-error',
    level3: [['<birthTime value="19790328"/>', '<birthTime value="19790329"/>']],
    fault: { fr: 'Deux dates de naissance', en: 'Two birth dates' },
    rules: ['CDA-PAIR-006'],
  },
  {
    name: 'cr-bio-other-custodian-error',
    level3: [
      [
        '<representedCustodianOrganization>\n        <id root="1.2.250.1.71.4.2.2" extension="1999999999"/>',
        '<representedCustodianOrganization>\n        <id root="1.2.250.1.71.4.2.2" extension="1999999998"/>',
      ],
    ],
    fault: { fr: 'Deux conservateurs', en: 'Two custodians' },
    rules: ['CDA-PAIR-008'],
  },
  {
    name: 'cr-bio-other-confidentiality-error',
    level3: [
      [
        '<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25" displayName="Normal"/>',
        '<confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25" displayName="Restreint"/>',
      ],
    ],
    fault: { fr: 'Deux niveaux de confidentialité', en: 'Two confidentiality codes' },
    rules: ['CDA-PAIR-009'],
  },
  {
    name: 'cr-bio-other-title-warning',
    level3: [["<title>Compte rendu d'examens de biologie médicale</title>", '<title>Biologie</title>']],
    fault: { fr: 'Deux titres', en: 'Two titles' },
    rules: ['CDA-PAIR-010'],
  },
  {
    name: 'cr-bio-two-days-later-warning',
    level3: [['<effectiveTime value="20260105101500+0100"/>', '<effectiveTime value="20260107101500+0100"/>']],
    fault: { fr: 'Le niveau 3 est fait deux jours après', en: 'The level 3 is made two days later' },
    rules: ['CDA-PAIR-012'],
  },
  {
    name: 'cr-bio-crossed-replacement-error',
    ...second([link('XFRM', `${LEVEL1_ID}.2`), link('RPLC', LEVEL1_ID)]),
    withFirst: true,
    fault: { fr: 'Le niveau 3 remplace un niveau 1', en: 'The level 3 replaces a level 1' },
    rules: ['CDA-PAIR-017', 'CDA-PAIR-018'],
  },
  {
    name: 'cr-bio-level3-not-replaced-warning',
    level1: second([]).level1,
    level3: [
      [XFRM, link('XFRM', `${LEVEL1_ID}.2`)],
      [VERSION_1, VERSION_2],
    ],
    fault: { fr: 'Le niveau 1 seul est remplacé', en: 'Only the level 1 is replaced' },
    rules: ['CDA-PAIR-016'],
  },
  {
    name: 'cr-bio-other-pdf-warning',
    level1: [['JVBERi0xLjQK', 'JVBERi0xLjQN']],
    fault: { fr: 'La copie PDF n’est pas le PDF du niveau 1', en: 'The PDF copy is not the PDF of the level 1' },
    rules: ['CDA-PAIR-021'],
  },
];

const AUTHOR = '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="89970000000';

const OTHER_PERSON = { fr: 'Le PDF parle d’une autre personne', en: 'The PDF is about another person' };

/** One valid pair of each of these types of document, with its own PDF, and one with a fault. */
const TYPES = [
  { type: 'cr-bio', what: 'other-patient-pdf-warning', fault: OTHER_PERSON, documentRules: ['CDA-N1-014'], rules: [] },
  {
    type: 'ldl-ses',
    what: 'no-link-error',
    level3: (one) => [[xfrm(one), '']],
    fault: { fr: 'Le niveau 3 ne porte aucun lien XFRM', en: 'The level 3 carries no XFRM link' },
    rules: ['CDA-PAIR-001'],
  },
  {
    type: 'vsm',
    what: 'other-type-error',
    level1: () => [
      [
        '<code code="SYNTH" codeSystem="1.2.250.1.213.1.1.4.12"',
        '<code code="11490-0" codeSystem="2.16.840.1.113883.6.1"',
      ],
    ],
    fault: { fr: 'Deux types de document', en: 'Two types of document' },
    rules: ['CDA-PAIR-007'],
  },
  {
    type: 'img-cr-img',
    what: 'other-author-warning',
    level3: () => [[`${AUTHOR}1`, `${AUTHOR}2`]],
    fault: { fr: 'Deux auteurs', en: 'Two authors' },
    rules: ['CDA-PAIR-010'],
  },
  {
    type: 'ep-med-dm',
    what: 'other-birth-date-error',
    level3: () => [['<birthTime value="19790328"/>', '<birthTime value="19790329"/>']],
    fault: { fr: 'Deux dates de naissance', en: 'Two birth dates' },
    rules: ['CDA-PAIR-006'],
  },
  {
    type: 'cse-cs8',
    what: 'other-confidentiality-error',
    level3: () => [
      [
        '<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25" displayName="Normal"/>',
        '<confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25" displayName="Restreint"/>',
      ],
    ],
    fault: { fr: 'Deux niveaux de confidentialité', en: 'Two confidentiality codes' },
    rules: ['CDA-PAIR-009'],
  },
];

const ownId = (text) => /<id root="(1\.2\.250\.1\.999[^"]*)"/.exec(text)[1];
const xfrm = (one) => link('XFRM', ownId(one));

/** The two valid documents of a type, joined, with this PDF in both places where a PDF stands. */
function joined({ level1, level3 }, pdf) {
  const withPdf = (text) =>
    text.replace(/(representation="B64">)[^<]+(<)/g, (_, before, after) => `${before}${pdf}${after}`);
  const three = level3.includes('typeCode="XFRM"') ? level3 : edit(level3, [related(xfrm(level1))]);
  return { level1: withPdf(level1), level3: withPdf(three) };
}

/** `documents`: the valid halves of a type; `pdf`: base64 of a PDF of samples/cda-pdf. */
function pairsOfTypes({ documents, pdf }) {
  return TYPES.flatMap(({ type, what, level1, level3, fault, rules, documentRules }) => {
    const valid = joined(documents(type), pdf(type));
    const other = documentRules ? joined(documents(type), pdf(`${type}-other-patient`)) : valid;
    const files = (one, three) => [
      ['level1.xml', one],
      ['level3.xml', three],
    ];
    return [
      { name: `${type}-valid`, files: files(valid.level1, valid.level3) },
      {
        name: `${type}-${what}`,
        fault,
        rules,
        documentRules,
        files: files(edit(other.level1, level1?.(other.level1)), edit(other.level3, level3?.(other.level1))),
      },
    ];
  });
}

/** Every pair with its files: level1.xml, level3.xml and, where versions matter, those of the first version. */
export function makePairs(sources) {
  const valid = sources.documents('cr-bio');
  const pairs = PAIRS.map(({ name, level1, level3, withFirst, fault, rules }) => ({
    name,
    fault,
    rules,
    files: [
      ['level1.xml', edit(valid.level1, level1)],
      ['level3.xml', edit(valid.level3, level3)],
      ...(withFirst
        ? [
            ['first-level1.xml', valid.level1],
            ['first-level3.xml', valid.level3],
          ]
        : []),
    ],
  }));
  return [...pairs, ...pairsOfTypes(sources)];
}
