import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamPv23 = defineRule<Hl7v2Message, Hl7v2Context, 'legalMode' | 'rimp'>({
  id: 'PAM-PV2-3',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le mode légal de soins est dans ZFS',
    en: 'The legal mode of care is in ZFS',
  },
  why: {
    fr: 'PV2-3 et ZFV-10 sont obsolètes depuis la version 2.11.2 : un destinataire à jour ne les lit plus, et le mode légal de soins en psychiatrie est perdu.',
    en: 'PV2-3 and ZFV-10 are obsolete since version 2.11.2: an up-to-date receiver no longer reads them, and the legal mode of psychiatric care is lost.',
  },
  repair: {
    fr: 'Transmettez le mode légal de soins en ZFS-6 et le code RIM-P en ZFS-7, par A28 ou A31.',
    en: 'Send the legal mode of care in ZFS-6 and the RIM-P code in ZFS-7, through A28 or A31.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.11.2'), pamFr('§6.16')],
  french: true,
  messages: {
    legalMode: {
      fr: '{path} est renseigné ; ce champ est obsolète. Utilisez ZFS-6.',
      en: '{path} is valued; this field is obsolete. Use ZFS-6.',
    },
    rimp: {
      fr: '{path} est renseigné ; ce champ est obsolète. Utilisez ZFS-7.',
      en: '{path} is valued; this field is obsolete. Use ZFS-7.',
    },
  },
  appliesTo: (message) => message.first('PV2') !== undefined || message.first('ZFV') !== undefined,
  *check(message) {
    const mode = message.first('PV2')?.field(3);
    if (mode?.isValued) yield problemAt('legalMode', mode, { found: mode.text });
    const code = message.first('ZFV')?.field(10);
    if (code?.isValued) yield problemAt('rimp', code, { found: code.text });
  },
});
