import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Hl7v2Profile } from '../../src/packs/index.js';
import { codesOf, profileOf, sorted } from './profile-of.js';

/** Codes of the closed tables, read in the reference (§3.1, §3.2, §7). 0032 also holds 22, cited by annex A. */
const CLOSED: Readonly<Record<string, string>> = {
  'IHE-FRANCE-ZBE-4': 'INSERT CANCEL UPDATE',
  'IHE-FRANCE-ZBE-9': 'S H M L D SM SH MH LD HMS C',
  'IHE-FRANCE-ZFA-1': 'ACTIF FERME INEXISTANT',
  'IHE-FRANCE-ZFA-9': 'NA IO INO',
  'IHE-FRANCE-ZFA-11': 'NA INC IC',
  'IHE-FRANCE-ZFP-1': '1 2 3 4 5 6 7 8',
  'IHE-FRANCE-ZFP-2':
    '11 12 13 21 22 23 31 33 34 35 37 38 42 43 44 45 46 47 48 52 53 54 55 56 62 63 64 65 67 68 69 71 72 74 75 77 78 81 83 84 85 86',
  'IHE-FRANCE-ZFV-11': 'MED PARAMED AUCUN',
  'IHE-FRANCE-ZFM-1': '0 6 7 8 N O',
  'IHE-FRANCE-ZFM-2': '0 4 5 6 7 8 9',
  'IHE-FRANCE-ZFM-3-4': '1 2 3 4 5 6 7 R 9 U 8',
  'IHE-FRANCE-ZFM-5': '5 U V',
  'IHE-FRANCE-ZFD-5': 'SM CV INSI CB RFID',
  'IHE-FRANCE-ZFD-7': 'AN CC CE CM CN CS LE PA PC TC AV DC AC IE',
  'IHE-FRANCE-ZFS-7': '1 3 4 5 6 7 8',
  '0001': 'F M U',
  '0002': 'A D G M P S U W',
  '0004': 'E I N O R V',
  '0007': 'C L N R U RM IE',
  '0008': 'AA AE AR CA CE CR',
  '0032': '03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 28 32 33 37 38 39 97',
  '0045': 'Y N',
  '0050': 'P T D S J C L B U',
  '0072': 'AMO CMU AME AMC CMUC AMEC PAT ASS EMP ETB DEP',
  '0085': 'R F D',
  '0099': 'Y N',
  '0103': 'P T D',
  '0116': 'O U',
  '0117': 'D N',
  '0130': 'TN TD TU TH TR MR TO ME 1C IT AG MT CS SM ML EM NT PI ZD AL PS AM CI ET MI DT MA AS',
  '0136': 'Y N',
  '0148': 'AT PB PT PF PC',
  '0155': 'AL NE ER SU',
  '0190': 'B BA BDL BR C F H M O RH VA SA ORI DST BI ASE',
  '0200': 'D L S U',
  '0201': 'ASN BPN EMR NET ORN PRN VHN WPN',
  '0202': 'BP CP FX Internet MD PH TDD',
  '0203': 'EI NH INS-C INS NNFRA PPN PI NDP PN RRI ADELI RPPS IDNPS RI FINEJ FINEG SIREN SIRET UF IDNST SRV MR AN VN',
  '0218': 'F N',
  '0220': 'A F I R S U H',
  '0287': 'AD DE UC UP',
  '0357': '0 100 101 102 103 198 199 200 201 202 203 204 205 206 207',
  '0430': '0 1 2 3 4 5 6 7 8 9 10 11',
  '0443': 'AD AT CP FHCP RP RT ODRP SUBS',
  '0445': 'VIDE PROV VALI DOUB DESA DPOT DOUA COLP COLV FILI CACH ANOM IDVER RECD IDRA USUR HOMD HOMA INVA FICT DOUT',
  '0516': 'E F I W',
};

/** Codes of the open tables: a site may add to them. */
const OPEN: Readonly<Record<string, string>> = {
  'IHE-FRANCE-ZFS-6': 'OPP SPP SPL SPAP SDREP SDREM SDREIP SPD SDT SDTU SPI',
  '0023': '1 3 4 6 7 8 90 91',
  '0063':
    'ASC BRO CGV CHD CUR DEP DOM EMC EME EMR EXF FCH FND FTH GCH GRD GRP MGR MTH NCH NON OAD OTH OWN PAR SCH SEL SIB SIS SPO TRA UNK WRD',
  '0112': '2 3 4 5 6 R E F A P S B REO PSA',
  '0129': 'CP NP',
  '0131': 'E C F I N S O U K P R',
  '0214': 'AD AR AN',
  '0301': 'DNS ISO L.M.N L M N UUID',
};

/** Table 0399 as printed by DT §N.6 (annex B): 244 codes. */
const PRINTED_COUNTRIES = `ABW AFG AGO AIA ALA ALB AND ANT ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR
BHR BHS BIH BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CXR
CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GEY GHA GIB GIN GLP
GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT
MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL
PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB STP SUR
SVK SVN SWE SWZ SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN
VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`;

const LABELS: readonly [table: string, code: string, fr: string][] = [
  ['0001', 'F', 'Féminin'],
  ['0004', 'V', 'Télésurveillance médicale'],
  ['0032', '23', 'Anesthésie ou chirurgie ambulatoires'],
  ['0069', '035', 'Scanographie X'],
  ['0069', '939', 'Hébergement en foyer à double tarification pour adultes handicapés'],
  ['0130', '1C', 'Première consultation pour avis'],
  ['0190', 'BDL', 'Lieu de l’accouchement (lieu de naissance)'],
  ['0203', 'NDP', 'Dossier pharmaceutique'],
  ['0399', 'FRA', 'France'],
  ['0443', 'ODRP', 'Médecin traitant déclaré'],
  ['0445', 'PROV', 'Provisoire'],
  ['IHE-FRANCE-ZFD-7', 'TC', 'Tiers de confiance'],
  ['IHE-FRANCE-ZFM-2', '9', 'Décès'],
  ['IHE-FRANCE-ZFP-2', '84', 'Élèves, étudiants'],
];

let profile: Hl7v2Profile;
beforeAll(async () => {
  profile = await profileOf('ihe-pam-fr');
});

describe('tables of PAM FR', () => {
  test.each(Object.entries(CLOSED))('%s is closed and holds the codes of the reference', (id, codes) => {
    expect(profile.tables[id]?.kind).toBe('closed');
    expect(codesOf(profile, id)).toEqual(sorted(codes));
  });

  test.each(Object.entries(OPEN))('%s is open and holds the codes of the reference', (id, codes) => {
    expect(profile.tables[id]?.kind).toBe('open');
    expect(codesOf(profile, id)).toEqual(sorted(codes));
  });

  test('countries: the 244 printed codes and the current ISO codes that the print lacks', () => {
    const printed = sorted(PRINTED_COUNTRIES);
    expect(printed).toHaveLength(244);
    expect(codesOf(profile, '0399')).toEqual([...printed, ...sorted('BES BLM CUW GGY MAF SSD SXM')].sort());
  });

  test('only French tables and those of the header are listed here', () => {
    const own = Object.values(profile.tables).filter(({ pack }) => pack === 'ihe-pam-fr');
    const known = [...Object.keys(CLOSED), ...Object.keys(OPEN), '0069', '0104', '0211', '0399'];
    expect(own.map(({ id }) => id).sort()).toEqual(known.sort());
  });

  test.each(LABELS)('%s %s is « %s »', (table, code, fr) => {
    expect(profile.tables[table]?.codes[code]?.fr).toBe(fr);
  });

  test('tables a coded rule judges leave the generic rule alone', () => {
    const judged = Object.values(profile.tables).flatMap(({ id, judgedBy }) => (judgedBy ? [[id, judgedBy]] : []));
    expect(Object.fromEntries(judged)).toEqual({
      '0085': 'PAM-OBX-STATUS',
      '0104': 'PAM-MSH-12-VERSION',
      '0203': 'PAM-PID-3-TYPE',
      '0211': 'PAM-MSH-18',
      '0445': 'PAM-PID-32-TABLE',
    });
  });

  test('French labels use the French apostrophe', () => {
    const own = Object.values(profile.tables).filter(({ pack }) => pack === 'ihe-pam-fr');
    const wrong = own.flatMap(({ id, codes }) =>
      Object.entries(codes).flatMap(([code, { fr }]) => (fr.includes("'") ? [`${id} ${code}`] : [])),
    );
    expect(wrong).toEqual([]);
  });
});

describe('disciplines and activity types', () => {
  const pairs = () => profile.codePairs['0069-0032'] ?? {};

  test('258 disciplines, 233 with a correspondence', () => {
    expect(codesOf(profile, '0069')).toHaveLength(258);
    expect(Object.keys(pairs())).toHaveLength(233);
  });

  test.each([
    ['035', '03 19 22'],
    ['127', '03 04 06 07 20 22 23'],
    ['177', '11'],
    ['230', '03 04 05 06 16 19 20 21 24 37 38 39'],
    ['402', '03 10'],
    ['723', '19'],
    ['835', '03 19'],
  ])('%s goes with %s', (discipline, types) => {
    expect(pairs()[discipline]).toEqual(types.split(' '));
  });

  test('267 has no correspondence', () => {
    expect(codesOf(profile, '0069')).toContain('267');
    expect(pairs()['267']).toBeUndefined();
  });

  test('every code of a pair is in its table', () => {
    const disciplines = codesOf(profile, '0069');
    const types = codesOf(profile, '0032');
    const wrong = Object.entries(pairs()).filter(
      ([discipline, list]) => !disciplines.includes(discipline) || list.some((type) => !types.includes(type)),
    );
    expect(wrong).toEqual([]);
  });
});
