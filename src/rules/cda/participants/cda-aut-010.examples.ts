import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const CODE =
  '<code code="G15_10/SM03" codeSystem="1.2.250.1.213.1.1.4.5" displayName="Médecin - Biologie médicale (SM)"/>';
const AUTHOR = /<assignedAuthor>[\s\S]*<\/assignedAuthor>/.exec(level1())?.[0] ?? '';
const ORGANIZATION = /<representedOrganization>[\s\S]*?<\/representedOrganization>/.exec(AUTHOR)?.[0] ?? '';
const PERSON = /<assignedPerson>[\s\S]*?<\/assignedPerson>/.exec(AUTHOR)?.[0] ?? '';
const path = '/ClinicalDocument/author/assignedAuthor';

export const examples: Examples = {
  passed: [
    { title: 'a professional', cda: level3() },
    {
      title: 'the patient',
      cda: level1([
        AUTHOR,
        `<assignedAuthor><id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>${PERSON}</assignedAuthor>`,
      ]),
    },
    {
      title: 'a system',
      cda: level1([
        PERSON,
        '<assignedAuthoringDevice><manufacturerModelName>Essai</manufacturerModelName><softwareName>Essai 1</softwareName></assignedAuthoringDevice>',
      ]),
    },
  ],
  failed: [
    { title: 'no profession', cda: level1([CODE, '']), findings: [{ messageId: 'profession', path }] },
    { title: 'no organisation', cda: level1([ORGANIZATION, '']), findings: [{ messageId: 'organization', path }] },
    { title: 'nobody', cda: level1([PERSON, '']), findings: [{ messageId: 'person', path }] },
  ],
  inapplicable: [{ title: 'no author described', cda: level1([AUTHOR, '']) }],
};
