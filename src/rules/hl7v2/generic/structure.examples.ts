import type { Examples } from '../../examples.js';
import { oru } from '../cda/example-transport.js';

const pack = 'hl7v2-base@2.5.1';
const MSH = 'MSH|^~\\&|LABO|CHU|DMN-SUT|EDITEUR|20260105101500||ORU^R01^ORU_R01|HARN-0002|T|2.5.1';
const PID = 'PID|1||T0001^^^GAM-SIM^PI||PAT-TROIS^DOMINIQUE';
const OBR = 'OBR|1|||29463-7^Poids^LN';
const OBX = 'OBX|1|NM|29463-7^Poids^LN||72.5|kg|||||F';
const message = (...segments: string[]) => [MSH, ...segments, ''].join('\r');

export const examples: Examples = {
  passed: [
    { title: 'a result', pack, message: message(PID, OBR, OBX) },
    { title: 'a local segment', pack, message: message(PID, 'ZPI|1', OBR, OBX) },
    {
      title: 'PRT after the OBX of a CDA document, taken from HL7 2.9 by the ANS part',
      pack: 'cda-hl7v2',
      message: oru().replace(/(\rOBX[^\r]*)/, '$1\rPRT||UC||SB^^participation'),
    },
  ],
  failed: [
    {
      title: 'PRT without an observation',
      pack: 'cda-hl7v2',
      message: oru().replace('\rOBR', '\rPRT||UC||SB^^participation\rOBR'),
      findings: [{ messageId: 'misplaced', path: 'PRT' }],
    },
    {
      title: 'a result without its order',
      pack,
      message: message(PID, OBX),
      findings: [{ messageId: 'missing', path: 'OBR' }],
    },
    {
      title: 'visit before the patient',
      pack,
      message: message('PV1|1|I', PID, OBR, OBX),
      findings: [{ messageId: 'misplaced', path: 'PV1' }],
    },
    {
      title: 'additional demographics twice, and an allergy',
      pack,
      message: message(PID, 'PD1|1', 'PD1|2', 'AL1|1', OBR, OBX),
      findings: [
        { messageId: 'tooMany', path: 'PD1(2)' },
        { messageId: 'unexpected', path: 'AL1' },
      ],
    },
  ],
  inapplicable: [{ title: 'a pack that describes events', message: message(PID, OBX) }],
};
