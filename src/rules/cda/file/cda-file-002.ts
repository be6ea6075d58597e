import { defineRule } from '../../../core/index.js';
import { isUnreadable } from '../../document-error.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';
import type { CdaFile } from './cda-file.js';

export const cdaFile002 = defineRule<CdaFile, CdaContext, 'other' | 'undeclared'>({
  id: 'CDA-FILE-002',
  subject: 'cda/document',
  title: { fr: 'Le fichier est en UTF-8 et le dit', en: 'The file is in UTF-8 and says so' },
  why: {
    fr: 'Le CI-SIS n’admet que l’UTF-8. Dans un autre encodage, les accents des noms se lisent mal, et les traits d’identité ne correspondent plus.',
    en: 'The CI-SIS only admits UTF-8. In another encoding accents in names are misread, and identity traits no longer match.',
  },
  repair: {
    fr: 'Enregistrez le fichier en UTF-8 et commencez-le par <?xml version="1.0" encoding="UTF-8"?>.',
    en: 'Save the file as UTF-8 and begin it with <?xml version="1.0" encoding="UTF-8"?>.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansGuide('file')],
  messages: {
    other: {
      fr: '{path} : le fichier est en {found} ; {expected} est attendu.',
      en: '{path}: the file is in {found}; {expected} is expected.',
    },
    undeclared: {
      fr: '{path} : la déclaration XML ne dit pas encoding="UTF-8".',
      en: '{path}: the XML declaration does not say encoding="UTF-8".',
    },
  },
  appliesTo: (file) => !isUnreadable(file),
  *check(file) {
    if (isUnreadable(file)) return;
    const { encoding, declaredEncoding } = file.tree.source;
    const root = file.tree.root;
    if (encoding !== 'UTF-8') yield problemAt('other', file, root, { found: encoding, expected: 'UTF-8' });
    else if (declaredEncoding === undefined)
      // The bytes are right: whoever follows XML reads UTF-8 all the same.
      yield problemAt('undeclared', file, root, { expected: 'UTF-8', severity: 'warning' });
  },
});
