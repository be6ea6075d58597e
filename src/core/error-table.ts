import { EpreuveError, type ErrorEntry } from './errors.js';
import type { MessageData } from './language.js';

/**
 * One table of every error code: family, text and hint in both languages.
 * `scripts/generate-docs` writes docs/errors.md from it; a test compares both.
 */
export const ERRORS = {
  'file-not-found': {
    family: 'operator',
    text: { fr: 'Fichier ou dossier introuvable : {file}', en: 'File or folder not found: {file}' },
    hint: { fr: 'Vérifiez le chemin.', en: 'Check the path.' },
  },
  'file-unreadable': {
    family: 'operator',
    text: { fr: 'Lecture impossible : {file} ({reason})', en: 'Cannot read {file} ({reason})' },
    hint: { fr: 'Vérifiez les droits du fichier.', en: 'Check the permissions of the file.' },
  },
  'file-too-large': {
    family: 'operator',
    text: { fr: '{file} dépasse la limite de {limit} octets', en: '{file} is larger than the limit of {limit} bytes' },
    hint: {
      fr: 'Relevez la limite avec --max-bytes, ou découpez le fichier ; des ressources FHIR, mettez-en une par ligne (NDJSON) : check les lit au fil de l’eau, sans limite.',
      en: 'Raise the limit with --max-bytes, or split the file; put FHIR resources one per line (NDJSON): check reads them as a stream, without limit.',
    },
  },
  'folder-unwritable': {
    family: 'operator',
    text: { fr: 'Écriture impossible dans {folder} ({reason})', en: 'Cannot write to {folder} ({reason})' },
    hint: {
      fr: 'Choisissez un autre dossier avec --out, ou libérez de la place.',
      en: 'Choose another folder with --out, or free some space.',
    },
  },
  'folder-in-use': {
    family: 'operator',
    text: {
      fr: '{folder} existe et n’est pas un dossier construit par Épreuve',
      en: '{folder} exists and was not built by Épreuve',
    },
    hint: {
      fr: 'Rien n’a été touché. Choisissez un autre dossier avec --out.',
      en: 'Nothing was touched. Choose another folder with --out.',
    },
  },
  'file-unwritable': {
    family: 'operator',
    text: { fr: 'Écriture impossible de {file} ({reason})', en: 'Cannot write {file} ({reason})' },
    hint: {
      fr: 'Rien n’a été laissé à moitié écrit. Libérez de la place, ou choisissez un autre endroit avec --out.',
      en: 'Nothing was left half written. Free some space, or choose another place with --out.',
    },
  },
  'zip-refused': {
    family: 'operator',
    text: { fr: 'Archive refusée, {file} : {reasonFr}', en: 'Archive refused, {file}: {reasonEn}' },
    hint: {
      fr: 'Rien n’en a été extrait. Demandez de nouveau le ZIP que « epreuve dossier build » a écrit, ou vérifiez le dossier.',
      en: 'Nothing of it was extracted. Ask again for the ZIP that "epreuve dossier build" wrote, or verify the folder.',
    },
  },
  'font-missing': {
    family: 'operator',
    text: { fr: 'Police de caractères introuvable : {file}', en: 'Font not found: {file}' },
    hint: {
      fr: 'Réinstallez Épreuve, ou relancez « npm run build » : les polices sont copiées dans dist/fonts. Les autres formats de rapport n’en ont pas besoin.',
      en: 'Install Épreuve again, or run "npm run build": fonts are copied into dist/fonts. Other report formats need none.',
    },
  },
  'browser-missing': {
    family: 'operator',
    text: {
      fr: 'Aucun navigateur trouvé : la capture n’a pas été faite',
      en: 'No browser found: the capture was not made',
    },
    hint: {
      fr: 'Installez Chromium, Chrome ou Edge, ou indiquez son programme dans la variable {variable}. Une capture faite à la main s’ajoute avec « epreuve capture file ».',
      en: 'Install Chromium, Chrome or Edge, or give its program in the variable {variable}. A capture made by hand is added with "epreuve capture file".',
    },
  },
  'browser-not-there': {
    family: 'operator',
    text: {
      fr: 'EPREUVE_BROWSER ne désigne pas un programme : {file}',
      en: 'EPREUVE_BROWSER names no program: {file}',
    },
    hint: { fr: 'Corrigez le chemin, ou retirez la variable.', en: 'Correct the path, or unset the variable.' },
  },
  'browser-library-missing': {
    family: 'operator',
    text: {
      fr: 'Le paquet optionnel playwright-core n’est pas installé : la capture n’a pas été faite',
      en: 'The optional package playwright-core is not installed: the capture was not made',
    },
    hint: {
      fr: 'Installez-le (« npm install playwright-core », il ne télécharge aucun navigateur), ou ajoutez une capture faite à la main avec « epreuve capture file ».',
      en: 'Install it ("npm install playwright-core", it downloads no browser), or add a capture made by hand with "epreuve capture file".',
    },
  },
  'browser-failed': {
    family: 'operator',
    text: {
      fr: 'Le navigateur {file} ne démarre pas ou s’est arrêté ({reason}) : la capture n’a pas été faite',
      en: 'The browser {file} does not start or has stopped ({reason}): the capture was not made',
    },
    hint: {
      fr: 'Lancez-le à la main pour voir ce qui lui manque. Dans un conteneur, essayez EPREUVE_BROWSER_SANDBOX=off.',
      en: 'Start it by hand to see what it lacks. In a container, try EPREUVE_BROWSER_SANDBOX=off.',
    },
  },
  'page-not-shown': {
    family: 'operator',
    text: { fr: '{url} ne s’affiche pas ({reason})', en: '{url} does not show ({reason})' },
    hint: {
      fr: 'Vérifiez l’adresse et que l’application est démarrée. Certificat de test : donnez --ca, et --cert/--key ou --p12.',
      en: 'Check the address and that the application is started. Test certificate: give --ca, and --cert/--key or --p12.',
    },
  },
  'page-without': {
    family: 'operator',
    text: { fr: '{url} : aucun élément « {selector} » visible', en: '{url}: no element "{selector}" shows' },
    hint: {
      fr: 'Corrigez le sélecteur CSS. Un masque qui ne masque rien refuse la capture, pour qu’aucune donnée ne s’échappe.',
      en: 'Correct the CSS selector. A mask that hides nothing refuses the capture, so that no data gets out.',
    },
  },
  'page-elsewhere': {
    family: 'operator',
    text: { fr: 'La page a mené ailleurs : {url}', en: 'The page led elsewhere: {url}' },
    hint: {
      fr: 'Une capture reste sur l’origine demandée. Autorisez cette autre origine (--allow-origin) si elle est attendue.',
      en: 'A capture stays on the origin asked for. Allow that other origin (--allow-origin) if it is expected.',
    },
  },
  'bad-login-script': {
    family: 'operator',
    text: {
      fr: '{file} : le geste {step} n’est pas un geste connu',
      en: '{file}: gesture {step} is not a known gesture',
    },
    hint: {
      fr: 'Une liste de gestes : « goto: /login », « fill: "#user", env: DMN_USER », « click: button », « wait: nav ». Les valeurs viennent de variables, jamais du fichier.',
      en: 'A list of gestures: "goto: /login", "fill: "#user", env: DMN_USER", "click: button", "wait: nav". Values come from variables, never from the file.',
    },
  },
  'variable-missing': {
    family: 'operator',
    text: { fr: 'La variable {variable} n’a pas de valeur', en: 'The variable {variable} has no value' },
    hint: { fr: 'Donnez-lui une valeur avant la commande.', en: 'Give it a value before the command.' },
  },
  'login-failed': {
    family: 'operator',
    text: {
      fr: 'Connexion à la page : le geste {step} ({action}) n’a pas abouti',
      en: 'Login to the page: gesture {step} ({action}) did not succeed',
    },
    hint: {
      fr: 'Vérifiez le sélecteur et que la page précédente est celle attendue.',
      en: 'Check the selector and that the page before is the one expected.',
    },
  },
  'capture-empty': {
    family: 'operator',
    text: { fr: '{file} est vide : ce n’est pas une preuve', en: '{file} is empty: it proves nothing' },
    hint: { fr: 'Vérifiez le fichier.', en: 'Check the file.' },
  },
  'capture-unknown-type': {
    family: 'operator',
    text: {
      fr: '{file} n’est ni une image PNG ou JPEG, ni un PDF, ni une vidéo MP4, ni un texte UTF-8',
      en: '{file} is no PNG or JPEG picture, PDF, MP4 video or UTF-8 text',
    },
    hint: { fr: 'Convertissez-le, puis ajoutez-le de nouveau.', en: 'Convert it, then add it again.' },
  },
  'capture-cut': {
    family: 'operator',
    text: { fr: '{file} ({type}) est coupé ou abîmé', en: '{file} ({type}) is cut or damaged' },
    hint: { fr: 'Copiez-le de nouveau en entier.', en: 'Copy the whole of it again.' },
  },
  'not-comparable': {
    family: 'operator',
    text: { fr: 'Comparaison impossible : {file}', en: 'Cannot be compared: {file}' },
    hint: {
      fr: 'Donnez deux passages (ou résultats), ou deux documents lisibles du même format, avec autant de messages.',
      en: 'Give two runs (or results), or two readable documents of the same format, with as many messages.',
    },
  },
  'suppressions-invalid': {
    family: 'operator',
    text: { fr: '{file}, ligne {line} : {reason}', en: '{file}, line {line}: {reason}' },
    hint: {
      fr: 'Une liste « suppressions » d’entrées : rule, reason et author obligatoires ; path, constraint, evidence, expires (AAAA-MM-JJ) et requirementId au choix.',
      en: 'A list "suppressions" of entries: rule, reason and author are required; path, constraint, evidence, expires (YYYY-MM-DD) and requirementId as needed.',
    },
  },
  'step-not-found': {
    family: 'operator',
    text: {
      fr: 'Le passage n’a pas d’étape « {step} ». Ses étapes : {known}',
      en: 'The run has no step "{step}". Its steps: {known}',
    },
    hint: { fr: 'Choisissez-en une, ou retirez --step.', en: 'Choose one of these, or take --step away.' },
  },
  'evidence-not-found': {
    family: 'operator',
    text: { fr: 'Preuve introuvable dans le passage : {evidence}', en: 'No such evidence in the run: {evidence}' },
    hint: { fr: 'Preuves de ce passage : {known}', en: 'Evidence of this run: {known}' },
  },
  'outside-report-unknown': {
    family: 'document',
    text: {
      fr: 'Rapport non reconnu : {reasonFr}',
      en: 'Report not recognised: {reasonEn}',
    },
    hint: {
      fr: 'Rapports lus : Gazelle (XML de l’EVSClient, JSON du service de validation), OperationOutcome FHIR, TAR de GITB.',
      en: 'Reports read: Gazelle (XML of the EVSClient, JSON of the validation service), FHIR OperationOutcome, GITB TAR.',
    },
  },
  'outside-report-html': {
    family: 'document',
    text: {
      fr: 'Ce fichier est une page HTML, pas un rapport',
      en: 'This file is an HTML page, not a report',
    },
    hint: {
      fr: 'Le serveur a sans doute répondu par une page d’erreur ou de connexion : téléchargez de nouveau le rapport en XML ou JSON.',
      en: 'The server probably answered with an error or login page: download the report again as XML or JSON.',
    },
  },
  'bad-option': {
    family: 'operator',
    text: { fr: 'Option {option} : {reason}', en: 'Option {option}: {reason}' },
    hint: { fr: 'Voir « epreuve {command} --help ».', en: 'See "epreuve {command} --help".' },
  },
  'hl7v2-not-a-message': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : pas de segment MSH en tête, ce n’est pas un message HL7 v2',
      en: 'Line {line}: no MSH segment at the start, this is not an HL7 v2 message',
    },
    hint: {
      fr: 'Le message doit commencer par « MSH » suivi du séparateur de champs.',
      en: 'The message must start with "MSH" followed by the field separator.',
    },
  },
  'hl7v2-too-large': {
    family: 'document',
    text: {
      fr: 'Message de {size} octets, au-delà de la limite de {limit}',
      en: 'Message of {size} bytes, above the limit of {limit}',
    },
    hint: { fr: 'Relevez la limite avec --max-bytes.', en: 'Raise the limit with --max-bytes.' },
  },
  'hl7v2-too-many-segments': {
    family: 'document',
    text: { fr: 'Plus de {limit} segments dans un message', en: 'More than {limit} segments in one message' },
    hint: { fr: 'Découpez le message.', en: 'Split the message.' },
  },
  'hl7v2-too-many-parts': {
    family: 'document',
    text: {
      fr: 'Message de {count} séparateurs, au-delà de la limite de {limit}',
      en: 'Message of {count} separators, above the limit of {limit}',
    },
    hint: { fr: 'Découpez le message.', en: 'Split the message.' },
  },
  'hl7v2-cannot-encode': {
    family: 'operator',
    text: {
      fr: '{path} : un caractère ne peut pas être écrit dans le jeu de caractères « {charset} »',
      en: '{path}: a character cannot be written in the character set "{charset}"',
    },
    hint: {
      fr: 'Annoncez « UNICODE UTF-8 » dans MSH-18, ou changez la valeur.',
      en: 'Declare "UNICODE UTF-8" in MSH-18, or change the value.',
    },
  },
  'fhir-syntax': {
    family: 'document',
    text: { fr: 'Ligne {line}, colonne {column} : {reasonFr}', en: 'Line {line}, column {column}: {reasonEn}' },
    hint: {
      fr: 'Corrigez l’écriture du document à cet endroit ; rien n’a été validé au-delà.',
      en: 'Correct the writing of the document at this place; nothing was validated beyond it.',
    },
  },
  'fhir-too-large': {
    family: 'document',
    text: {
      fr: 'Document FHIR de {size} octets, au-delà de la limite de {limit}',
      en: 'FHIR document of {size} bytes, above the limit of {limit}',
    },
    hint: {
      fr: 'Découpez le Bundle, ou envoyez une ressource par ligne (NDJSON), lue au fil de l’eau.',
      en: 'Split the Bundle, or send one resource per line (NDJSON), which is read as a stream.',
    },
  },
  'fhir-too-deep': {
    family: 'document',
    text: {
      fr: 'Document FHIR imbriqué sur plus de {limit} niveaux',
      en: 'FHIR document nested more than {limit} levels deep',
    },
    hint: { fr: 'Vérifiez ce qui l’a produit.', en: 'Check what produced it.' },
  },
  'fhir-too-many-elements': {
    family: 'document',
    text: { fr: 'Plus de {limit} éléments dans un document FHIR', en: 'More than {limit} elements in a FHIR document' },
    hint: {
      fr: 'Découpez le Bundle, ou envoyez une ressource par ligne (NDJSON), lue au fil de l’eau.',
      en: 'Split the Bundle, or send one resource per line (NDJSON), which is read as a stream.',
    },
  },
  'fhir-bad-encoding': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, octet {offset} : ce n’est pas de l’UTF-8, seul encodage de FHIR',
      en: 'Line {line}, byte {offset}: this is not UTF-8, the only encoding of FHIR',
    },
    hint: {
      fr: 'Enregistrez le document en UTF-8 (souvent il est en Windows-1252 ou en UTF-16).',
      en: 'Save the document as UTF-8 (often it is in Windows-1252 or UTF-16).',
    },
  },
  'fhir-base-missing': {
    family: 'operator',
    text: {
      fr: 'Les définitions FHIR R4 ne sont pas construites',
      en: 'The FHIR R4 definitions are not built',
    },
    hint: { fr: 'Lancez « npm run build ».', en: 'Run "npm run build".' },
  },
  'fhir-package-invalid': {
    family: 'pack',
    text: { fr: 'Paquet FHIR {file} : {reasonFr}', en: 'FHIR package {file}: {reasonEn}' },
    hint: {
      fr: 'Fournissez un paquet NPM FHIR R4 (.tgz), ou le dossier de ses fichiers JSON.',
      en: 'Give a FHIR R4 NPM package (.tgz), or the folder of its JSON files.',
    },
  },
  'cda-kit-invalid': {
    family: 'pack',
    text: { fr: 'Kit CDA {kit}, fichier {file} : {reasonFr}', en: 'CDA kit {kit}, file {file}: {reasonEn}' },
    hint: {
      fr: 'Donnez le dossier du kit tel que l’ANS le publie (sous-dossiers schematrons, jeuxDeValeurs, infrastructure) ; téléchargez-le de nouveau si un fichier est abîmé.',
      en: 'Give the folder of the kit as ANS publishes it (subfolders schematrons, jeuxDeValeurs, infrastructure); download it again if a file is damaged.',
    },
  },
  'xml-too-large': {
    family: 'document',
    text: {
      fr: 'Document XML de {size} octets, au-delà de la limite de {limit}',
      en: 'XML document of {size} bytes, above the limit of {limit}',
    },
    hint: {
      fr: 'Vérifiez ce qui a produit ce document ; relevez la limite avec --max-bytes s’il est légitime.',
      en: 'Check what produced this document; raise the limit with --max-bytes if it is legitimate.',
    },
  },
  'xml-doctype': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, colonne {column} : déclaration de type de document ou d’entité (DOCTYPE), refusée',
      en: 'Line {line}, column {column}: document type or entity declaration (DOCTYPE), refused',
    },
    hint: {
      fr: 'Un document CDA ne porte aucun DOCTYPE : retirez-le. Rien n’a été lu au-delà.',
      en: 'A CDA document holds no DOCTYPE: take it out. Nothing was read beyond it.',
    },
  },
  'xml-encoding-unsupported': {
    family: 'document',
    text: { fr: 'Encodage {encoding} non pris en charge', en: 'Encoding {encoding} is not supported' },
    hint: { fr: 'Enregistrez le document en UTF-8.', en: 'Save the document as UTF-8.' },
  },
  'xml-encoding-mismatch': {
    family: 'document',
    text: {
      fr: 'La déclaration XML annonce {declared}, les octets sont en {actual}',
      en: 'The XML declaration says {declared}, the bytes are {actual}',
    },
    hint: {
      fr: 'Enregistrez le document en UTF-8 et déclarez encoding="UTF-8".',
      en: 'Save the document as UTF-8 and declare encoding="UTF-8".',
    },
  },
  'xml-bad-byte': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, octet {offset} : ce n’est pas du {encoding}',
      en: 'Line {line}, byte {offset}: this is not {encoding}',
    },
    hint: {
      fr: 'L’encodage déclaré et celui du fichier diffèrent (souvent du Windows-1252) : enregistrez en UTF-8.',
      en: 'The declared encoding and that of the file differ (often Windows-1252): save as UTF-8.',
    },
  },
  'xml-nul': {
    family: 'document',
    text: { fr: 'Ligne {line}, octet {offset} : octet nul', en: 'Line {line}, byte {offset}: NUL byte' },
    hint: {
      fr: 'XML interdit ce caractère : retirez-le, ou vérifiez que le fichier n’est pas binaire.',
      en: 'XML forbids this character: take it out, or check that the file is not binary.',
    },
  },
  'xml-truncated': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, colonne {column} : le document s’arrête avant la fin de « {missing} »',
      en: 'Line {line}, column {column}: the document ends before the end of "{missing}"',
    },
    hint: {
      fr: 'Le fichier est coupé : transmettez-le à nouveau en entier.',
      en: 'The file is cut: send the whole of it again.',
    },
  },
  'xml-malformed': {
    family: 'document',
    text: {
      fr: 'Ligne {line}, colonne {column} : XML mal formé ({reasonFr})',
      en: 'Line {line}, column {column}: malformed XML ({reasonEn})',
    },
    hint: {
      fr: 'Corrigez l’écriture du document à cet endroit ; rien n’a été validé.',
      en: 'Correct the writing of the document at this place; nothing was validated.',
    },
  },
  'xml-too-deep': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : éléments imbriqués sur plus de {limit} niveaux',
      en: 'Line {line}: elements nested more than {limit} levels deep',
    },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'xml-too-many-elements': {
    family: 'document',
    text: { fr: 'Plus de {limit} éléments', en: 'More than {limit} elements' },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'xml-too-many-children': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : plus de {limit} éléments dans un même élément',
      en: 'Line {line}: more than {limit} elements in one element',
    },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'xml-tag-too-large': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : balise de plus de {maxTagLength} caractères ou de {maxAttributes} attributs',
      en: 'Line {line}: tag of more than {maxTagLength} characters or {maxAttributes} attributes',
    },
    hint: { fr: 'Vérifiez ce qui a produit ce document.', en: 'Check what produced this document.' },
  },
  'cda-no-document': {
    family: 'document',
    text: {
      fr: 'Aucun élément ClinicalDocument de l’espace de noms urn:hl7-org:v3 à la racine, sous xsl:stylesheet ou sous ds:Signature',
      en: 'No ClinicalDocument element of namespace urn:hl7-org:v3 as root, under xsl:stylesheet or under ds:Signature',
    },
    hint: { fr: 'Vérifiez que le fichier est un document CDA R2.', en: 'Check that the file is a CDA R2 document.' },
  },
  'cda-many-documents': {
    family: 'document',
    text: {
      fr: '{count} éléments ClinicalDocument dans un fichier, un seul est attendu',
      en: '{count} ClinicalDocument elements in one file, one is expected',
    },
    hint: { fr: 'Un document CDA par fichier.', en: 'One CDA document a file.' },
  },
  'xsd-engine-missing': {
    family: 'operator',
    text: {
      fr: 'Le moteur de schéma Java n’est pas disponible ({reason})',
      en: 'The Java schema engine is not available ({reason})',
    },
    hint: {
      fr: 'Installez un JDK et le paquet optionnel xsd-schema-validator, ou retirez --xsd-engine java : le moteur intégré suffit.',
      en: 'Install a JDK and the optional package xsd-schema-validator, or take --xsd-engine java away: the built-in engine is enough.',
    },
  },
  'not-a-pair': {
    family: 'operator',
    text: {
      fr: '{one} et {other} ne forment pas une paire : il faut un document CDA de niveau 1 et un de niveau 3',
      en: '{one} and {other} are no pair: one CDA level 1 and one CDA level 3 document are needed',
    },
    hint: {
      fr: 'Le niveau 1 contient nonXMLBody (un PDF), le niveau 3 structuredBody. Validez chaque fichier seul avec « epreuve check ».',
      en: 'The level 1 contains nonXMLBody (a PDF), the level 3 structuredBody. Validate each file alone with "epreuve check".',
    },
  },
  'nothing-to-check': {
    family: 'operator',
    text: { fr: 'Rien à valider dans : {paths}', en: 'Nothing to check in: {paths}' },
    hint: {
      fr: 'Indiquez des fichiers HL7 v2, ou un dossier qui en contient.',
      en: 'Give HL7 v2 files, or a folder that holds some.',
    },
  },
  'option-needs': {
    family: 'operator',
    text: { fr: 'Option {option} : elle va avec {other}', en: 'Option {option}: it goes with {other}' },
    hint: { fr: 'Voir « epreuve {command} --help ».', en: 'See "epreuve {command} --help".' },
  },
  'option-excludes': {
    family: 'operator',
    text: {
      fr: 'Options {option} et {other} : l’une ou l’autre',
      en: 'Options {option} and {other}: one or the other',
    },
    hint: { fr: 'Voir « epreuve {command} --help ».', en: 'See "epreuve {command} --help".' },
  },
  'rule-not-found': {
    family: 'operator',
    text: { fr: 'Règle inconnue : {rule}', en: 'Unknown rule: {rule}' },
    hint: { fr: '« epreuve explain » les liste toutes.', en: '"epreuve explain" lists them all.' },
  },
  'not-a-result': {
    family: 'operator',
    text: { fr: '{file} n’est pas un résultat d’Épreuve', en: '{file} is not a result of Épreuve' },
    hint: {
      fr: 'Indiquez un dossier de passage ou son fichier result.json.',
      en: 'Give a run folder or its result.json.',
    },
  },
  'identity-needed': {
    family: 'operator',
    text: {
      fr: 'TLS mutuel : il faut un certificat à présenter (--cert et --key, ou --p12) et l’autorité de l’autre côté (--ca)',
      en: 'Mutual TLS: a certificate to present is needed (--cert and --key, or --p12) and the authority of the other side (--ca)',
    },
    hint: {
      fr: '« epreuve certs » fabrique un jeu de test ; « --plaintext » se passe de TLS, et les preuves le diront.',
      en: '"epreuve certs" makes a test set; "--plaintext" does without TLS, and the evidence will say so.',
    },
  },
  'no-test-authority': {
    family: 'operator',
    text: { fr: 'Pas d’autorité de test dans {folder}', en: 'No test authority in {folder}' },
    hint: {
      fr: 'Créez-la d’abord : « epreuve certs ca --dir {folder} ».',
      en: 'Make it first: "epreuve certs ca --dir {folder}".',
    },
  },
  'run-not-found': {
    family: 'operator',
    text: {
      fr: '{folder} n’est pas un dossier de passage (events.jsonl absent)',
      en: '{folder} is not a run folder (no events.jsonl)',
    },
    hint: {
      fr: 'Indiquez le dossier créé par « epreuve demo », « send », « listen » ou « simulate ».',
      en: 'Give the folder made by "epreuve demo", "send", "listen" or "simulate".',
    },
  },
  'scenario-not-found': {
    family: 'operator',
    text: { fr: 'Scénario introuvable : {scenario}', en: 'Scenario not found: {scenario}' },
    hint: {
      fr: 'Donnez un fichier, un dossier, un pack ou pack/scénario, parmi : {known}. Voir « epreuve run --list ».',
      en: 'Give a file, a folder, a pack or pack/scenario, among: {known}. See "epreuve run --list".',
    },
  },
  'nothing-to-play': {
    family: 'operator',
    text: { fr: 'Aucun scénario à jouer', en: 'No scenario to play' },
    hint: {
      fr: 'Donnez un scénario, ou élargissez --tag, --only et --skip. Voir « epreuve run --list ».',
      en: 'Give a scenario, or widen --tag, --only and --skip. See "epreuve run --list".',
    },
  },
  'run-complete': {
    family: 'operator',
    text: { fr: 'Le passage {folder} est allé à son terme', en: 'The run {folder} reached its end' },
    hint: {
      fr: 'Seul un passage interrompu se reprend ; relancez le scénario pour un nouveau passage.',
      en: 'Only an interrupted run can be resumed; play the scenario again for a new run.',
    },
  },
  'run-damaged': {
    family: 'operator',
    text: { fr: '{file}, ligne {line} : {reasonFr}', en: '{file}, line {line}: {reasonEn}' },
    hint: {
      fr: 'Le dossier a été modifié ; « epreuve verify » montre quels fichiers.',
      en: 'The folder was changed; "epreuve verify" shows which files.',
    },
  },
  'run-exists': {
    family: 'operator',
    text: {
      fr: 'Le dossier {folder} existe déjà et n’est pas vide',
      en: 'The folder {folder} exists and is not empty',
    },
    hint: { fr: 'Choisissez un autre dossier avec --out.', en: 'Choose another folder with --out.' },
  },
  'bad-url': {
    family: 'operator',
    text: { fr: 'Adresse {url} : {reasonFr}', en: 'Address {url}: {reasonEn}' },
    hint: {
      fr: 'Donnez la base du serveur FHIR, par exemple https://127.0.0.1:8443/fhir.',
      en: 'Give the base of the FHIR server, for example https://127.0.0.1:8443/fhir.',
    },
  },
  'nothing-to-feed': {
    family: 'document',
    text: { fr: '{file} : aucune Observation à envoyer', en: '{file}: no Observation to send' },
    hint: {
      fr: 'Donnez une Observation, un Bundle ou un fichier NDJSON, en JSON.',
      en: 'Give an Observation, a Bundle or an NDJSON file, in JSON.',
    },
  },
  'store-damaged': {
    family: 'operator',
    text: {
      fr: '{file}, ligne {line} : ce n’est pas une ressource FHIR que nous avons écrite ({reasonFr})',
      en: '{file}, line {line}: this is not a FHIR resource that we wrote ({reasonEn})',
    },
    hint: {
      fr: 'Donnez un fichier fait par « epreuve simulate mes », ou un nom de fichier nouveau.',
      en: 'Give a file made by "epreuve simulate mes", or the name of a new file.',
    },
  },
  'bad-behaviour': {
    family: 'operator',
    text: { fr: '{file}, {place} : {reasonFr}', en: '{file}, {place}: {reasonEn}' },
    hint: { fr: 'Voir docs/simulateurs.md pour le format.', en: 'See docs/simulators.md for the format.' },
  },
  'pack-not-found': {
    family: 'pack',
    text: { fr: 'Pack inconnu : {pack}', en: 'Unknown pack: {pack}' },
    hint: { fr: 'Packs disponibles : {available}', en: 'Available packs: {available}' },
  },
  'pack-invalid': {
    family: 'pack',
    text: {
      fr: '{file}, ligne {line}, colonne {column} : {reasonFr}{moreFr}',
      en: '{file}, line {line}, column {column}: {reasonEn}{moreEn}',
    },
    hint: { fr: '{remedyFr}', en: '{remedyEn}' },
  },
  'dossier-invalid': {
    family: 'operator',
    text: {
      fr: '{file}, ligne {line}, colonne {column} : {reasonFr}{moreFr}',
      en: '{file}, line {line}, column {column}: {reasonEn}{moreEn}',
    },
    hint: { fr: '{remedyFr}', en: '{remedyEn}' },
  },
  'dossier-not-found': {
    family: 'operator',
    text: { fr: 'Pas de dossier : {file} est introuvable', en: 'No dossier: {file} is not found' },
    hint: {
      fr: 'Créez-le avec « epreuve dossier init », ou donnez son chemin.',
      en: 'Make it with "epreuve dossier init", or give its path.',
    },
  },
  'proof-changed': {
    family: 'operator',
    text: { fr: '{file} a changé pendant la construction', en: '{file} changed while the dossier was built' },
    hint: {
      fr: 'Rien n’a été écrit. Attendez que le fichier soit fini, puis recommencez.',
      en: 'Nothing was written. Wait until the file is finished, then try again.',
    },
  },
  'maturity-missing': {
    family: 'operator',
    text: { fr: '{file} ne nomme aucune démarche de maturité', en: '{file} names no maturity démarche' },
    hint: {
      fr: 'Ajoutez maturity.demarches à ce fichier (au choix : {demarches}), ou donnez --demarche.',
      en: 'Add maturity.demarches to that file (choices: {demarches}), or give --demarche.',
    },
  },
  'dossier-exists': {
    family: 'operator',
    text: { fr: '{file} existe déjà', en: '{file} exists already' },
    hint: {
      fr: 'Il n’est pas remplacé. Donnez un autre chemin, ou retirez-le vous-même.',
      en: 'It is not replaced. Give another path, or take it away yourself.',
    },
  },
  'csr-unreadable': {
    family: 'operator',
    text: { fr: '{file} n’est pas une demande de certificat', en: '{file} is not a certificate request' },
    hint: {
      fr: 'Fournissez une demande PKCS#10 au format PEM (« BEGIN CERTIFICATE REQUEST »).',
      en: 'Give a PKCS#10 request in PEM form ("BEGIN CERTIFICATE REQUEST").',
    },
  },
  'csr-bad-signature': {
    family: 'operator',
    text: {
      fr: '{file} : la signature de la demande ne prouve pas la possession de sa clé',
      en: '{file}: the signature of the request does not prove possession of its key',
    },
    hint: {
      fr: 'Refaites la demande avec une clé RSA, ou EC sur P-256 ou P-384.',
      en: 'Make the request again with an RSA key, or an EC key on P-256 or P-384.',
    },
  },
  'certificate-unreadable': {
    family: 'operator',
    text: { fr: '{file} : aucun certificat lisible', en: '{file}: no readable certificate' },
    hint: {
      fr: 'Fournissez un certificat X.509 (PEM ou DER) ou un fichier PKCS#12 ; un PKCS#12 demande son mot de passe.',
      en: 'Give an X.509 certificate (PEM or DER) or a PKCS#12 file; a PKCS#12 file needs its password.',
    },
  },
  'certificate-is-pkcs12': {
    family: 'operator',
    text: { fr: '{file} est un fichier PKCS#12, non un certificat', en: '{file} is a PKCS#12 file, not a certificate' },
    hint: { fr: 'Donnez-le avec --p12 et son mot de passe.', en: 'Give it with --p12 and its password.' },
  },
  'certificate-missing': {
    family: 'operator',
    text: { fr: '{file} ne contient pas de certificat', en: '{file} holds no certificate' },
    hint: {
      fr: 'Exportez-le de nouveau avec le certificat et sa chaîne.',
      en: 'Export it again with the certificate and its chain.',
    },
  },
  'certificate-key-mismatch': {
    family: 'operator',
    text: {
      fr: 'La clé {key} n’est pas celle du certificat {certificate}',
      en: 'The key {key} does not belong to the certificate {certificate}',
    },
    hint: {
      fr: 'Donnez la clé créée avec la demande de ce certificat ; comparez avec « epreuve certs inspect ».',
      en: 'Give the key that was made with the request of this certificate; compare with "epreuve certs inspect".',
    },
  },
  'identity-incomplete': {
    family: 'operator',
    text: { fr: 'Identité TLS incomplète : {missing} manque', en: 'Incomplete TLS identity: {missing} is missing' },
    hint: {
      fr: 'Donnez un certificat et sa clé (--cert et --key), ou un fichier PKCS#12 (--p12).',
      en: 'Give a certificate and its key (--cert and --key), or a PKCS#12 file (--p12).',
    },
  },
  'identity-ambiguous': {
    family: 'operator',
    text: {
      fr: 'Identité TLS donnée deux fois : {p12} et {certificate}',
      en: 'TLS identity given twice: {p12} and {certificate}',
    },
    hint: {
      fr: 'Gardez --p12, ou bien --cert avec --key.',
      en: 'Keep --p12, or --cert with --key.',
    },
  },
  'key-unreadable': {
    family: 'operator',
    text: { fr: '{file} : aucune clé privée lisible', en: '{file}: no readable private key' },
    hint: {
      fr: 'Fournissez une clé PKCS#8, PKCS#1 ou SEC 1 au format PEM, ou PKCS#8 au format DER.',
      en: 'Give a PKCS#8, PKCS#1 or SEC 1 key in PEM form, or PKCS#8 in DER form.',
    },
  },
  'key-missing': {
    family: 'operator',
    text: { fr: '{file} ne contient pas de clé privée', en: '{file} holds no private key' },
    hint: {
      fr: 'Exportez-le de nouveau avec la clé privée, ou donnez la clé avec --key.',
      en: 'Export it again with the private key, or give the key with --key.',
    },
  },
  'key-passphrase-missing': {
    family: 'operator',
    text: { fr: '{file} est protégé par un mot de passe', en: '{file} is protected by a password' },
    hint: {
      fr: 'Donnez le mot de passe (option --passphrase-file).',
      en: 'Give the password (option --passphrase-file).',
    },
  },
  'key-passphrase-wrong': {
    family: 'operator',
    text: {
      fr: '{file} : le mot de passe ne l’ouvre pas, ou le contenu est altéré',
      en: '{file}: the password does not open it, or its content is damaged',
    },
    hint: {
      fr: 'Vérifiez le mot de passe, ses accents et les espaces ou retours à la ligne en fin de saisie.',
      en: 'Check the password, its accents, and spaces or line ends after it.',
    },
  },
  'key-file-exists': {
    family: 'operator',
    text: { fr: '{file} existe déjà et n’est pas remplacé', en: '{file} already exists and is not replaced' },
    hint: {
      fr: 'Choisissez un autre nom, ou demandez le remplacement (--force).',
      en: 'Choose another name, or ask for replacement (--force).',
    },
  },
  'pkcs12-damaged': {
    family: 'operator',
    text: { fr: '{file} : PKCS#12 illisible ou altéré', en: '{file}: unreadable or damaged PKCS#12' },
    hint: {
      fr: 'Vérifiez la copie (transfert binaire), puis exportez de nouveau le fichier.',
      en: 'Check the copy (binary transfer), then export the file again.',
    },
  },
  'pkcs12-unsupported': {
    family: 'operator',
    text: {
      fr: '{file} : PKCS#12 protégé par {algorithm}, non pris en charge',
      en: '{file}: PKCS#12 protected by {algorithm}, which is not supported',
    },
    hint: {
      fr: 'Exportez de nouveau le fichier avec AES-256 et HMAC SHA-256 (valeurs par défaut d’OpenSSL 3).',
      en: 'Export the file again with AES-256 and HMAC SHA-256 (the defaults of OpenSSL 3).',
    },
  },
  'pkcs12-too-costly': {
    family: 'operator',
    text: {
      fr: '{file} : ouvrir ce PKCS#12 demande plus de calcul que permis ({limit})',
      en: '{file}: opening this PKCS#12 takes more work than allowed ({limit})',
    },
    hint: {
      fr: 'Exportez de nouveau le fichier avec moins d’itérations (600 000 au plus avec AES-256).',
      en: 'Export the file again with fewer iterations (600,000 at most with AES-256).',
    },
  },
  'pki-plan-invalid': {
    family: 'operator',
    text: { fr: '{file}, {path} : {reason}', en: '{file}, {path}: {reason}' },
    hint: {
      fr: 'Corrigez le plan de certificats ; certs/README.md décrit ses champs.',
      en: 'Correct the certificate plan; certs/README.md describes its fields.',
    },
  },
  'pki-bad-request': {
    family: 'operator',
    text: {
      fr: 'Certificat impossible : {field} « {value} » refusé',
      en: 'Cannot issue: {field} "{value}" is refused',
    },
    hint: {
      fr: 'CN : 1 à 64 caractères ; SAN : nom DNS ou adresse IP ; OU : 14 chiffres de SIRET ou 9 caractères de FINESS.',
      en: 'CN: 1 to 64 characters; SAN: DNS name or IP address; OU: 14 digits of SIRET or 9 characters of FINESS.',
    },
  },
  refused: {
    family: 'transport',
    text: { fr: '{address} refuse la connexion', en: '{address} refuses the connection' },
    hint: {
      fr: 'Vérifiez que l’application est démarrée et écoute sur ce port, et qu’aucun pare-feu ne bloque.',
      en: 'Check that the application is started and listens on this port, and that no firewall blocks it.',
    },
  },
  dns: {
    family: 'transport',
    text: { fr: 'Nom introuvable : {host} ({reason})', en: 'Name not found: {host} ({reason})' },
    hint: { fr: 'Vérifiez le nom, ou donnez une adresse IP.', en: 'Check the name, or give an IP address.' },
  },
  unreachable: {
    family: 'transport',
    text: { fr: '{address} est injoignable ({reason})', en: '{address} cannot be reached ({reason})' },
    hint: {
      fr: 'Vérifiez le réseau, le VPN et l’adresse.',
      en: 'Check the network, the VPN and the address.',
    },
  },
  timeout: {
    family: 'transport',
    text: { fr: '{address} : {waitFr} en {withinMs} ms', en: '{address}: {waitEn} within {withinMs} ms' },
    hint: {
      fr: 'Vérifiez que l’autre système est en service, ou allongez le délai.',
      en: 'Check that the other system is running, or allow more time.',
    },
  },
  closed: {
    family: 'transport',
    text: { fr: 'Connexion avec {address} fermée : {reasonFr}', en: 'Connection with {address} closed: {reasonEn}' },
    hint: {
      fr: 'Le journal de l’autre système, à la même heure, en donne souvent la cause.',
      en: 'The log of the other system, at the same time, often shows why.',
    },
  },
  protocol: {
    family: 'transport',
    text: {
      fr: 'Connexion avec {address} coupée par nous : {reasonFr}',
      en: 'Connection with {address} cut by us: {reasonEn}',
    },
    hint: {
      fr: 'Vérifiez que l’autre système parle le même protocole (MLLP : VT … FS CR ; ou HTTP) avec la même sécurité, ou relevez la limite concernée.',
      en: 'Check that the other system speaks the same protocol (MLLP: VT … FS CR; or HTTP) with the same security, or raise the limit concerned.',
    },
  },
  'http-other-origin': {
    family: 'transport',
    text: {
      fr: '{address} renvoie vers un autre serveur ({origin}), que nous n’appelons pas',
      en: '{address} sends us to another server ({origin}), which we do not call',
    },
    hint: {
      fr: 'Les liens d’un Bundle doivent rester sur le serveur interrogé : nos jetons n’en sortent pas.',
      en: 'The links of a Bundle must stay on the server that was asked: our tokens do not leave it.',
    },
  },
  'tls-handshake': {
    family: 'transport',
    text: { fr: 'TLS avec {address} : {failureFr}', en: 'TLS with {address}: {failureEn}' },
    hint: { fr: '{remedyFr}', en: '{remedyEn}' },
  },
  'connection-failed': {
    family: 'transport',
    text: {
      fr: 'La connexion avec {address} a échoué ({reason})',
      en: 'The connection with {address} failed ({reason})',
    },
    hint: { fr: 'Vérifiez l’adresse et le réseau.', en: 'Check the address and the network.' },
  },
  unframeable: {
    family: 'transport',
    text: {
      fr: 'Le message contient l’octet {byte} à la position {offset} : MLLP ne peut pas le transporter',
      en: 'The message holds byte {byte} at offset {offset}: MLLP cannot carry it',
    },
    hint: {
      fr: 'Retirez ce caractère, ou utilisez UTF-8 ou ISO 8859-15 au lieu de UTF-16.',
      en: 'Remove this character, or use UTF-8 or ISO 8859-15 instead of UTF-16.',
    },
  },
  'port-in-use': {
    family: 'operator',
    text: { fr: 'Le port {port} est déjà utilisé ({address})', en: 'Port {port} is already in use ({address})' },
    hint: {
      fr: 'Arrêtez l’autre programme, ou choisissez un autre port (0 pour un port libre).',
      en: 'Stop the other program, or choose another port (0 for a free one).',
    },
  },
  'port-forbidden': {
    family: 'operator',
    text: { fr: 'Écoute non autorisée sur {address}', en: 'Listening on {address} is not permitted' },
    hint: { fr: 'Choisissez un port au-dessus de 1023.', en: 'Choose a port above 1023.' },
  },
  'address-not-ours': {
    family: 'operator',
    text: {
      fr: 'L’adresse {host} n’est pas une adresse de cette machine',
      en: '{host} is not an address of this machine',
    },
    hint: { fr: 'Utilisez 127.0.0.1, 0.0.0.0 ou ::.', en: 'Use 127.0.0.1, 0.0.0.0 or ::.' },
  },
  'listen-failed': {
    family: 'operator',
    text: { fr: 'Écoute impossible sur {address} ({reason})', en: 'Cannot listen on {address} ({reason})' },
    hint: { fr: 'Vérifiez l’adresse et le port.', en: 'Check the address and the port.' },
  },
  'bad-limit': {
    family: 'operator',
    text: { fr: 'Limite {limit} : {value} ne convient pas', en: 'Limit {limit}: {value} will not do' },
    hint: {
      fr: 'Donnez un nombre entier de {lowest} à {highest}.',
      en: 'Give a whole number from {lowest} to {highest}.',
    },
  },
  'tls-material': {
    family: 'operator',
    text: {
      fr: 'Certificat, clé ou autorité inutilisable pour TLS ({reason})',
      en: 'Certificate, key or authority unusable for TLS ({reason})',
    },
    hint: {
      fr: 'Vérifiez que les fichiers sont au format PEM, que la clé est celle du certificat et que la phrase secrète est juste.',
      en: 'Check that the files are PEM, that the key belongs to the certificate and that the passphrase is right.',
    },
  },
  defect: {
    family: 'defect',
    text: { fr: 'Défaut d’Épreuve : {reason}', en: 'Defect in Épreuve: {reason}' },
    hint: { fr: 'Signalez-le avec la trace ci-dessus.', en: 'Please report it with the stack above.' },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** Makes the error of that code; throw what it returns. */
export function makeError(code: ErrorCode, data: MessageData = {}, options?: { cause?: unknown }): EpreuveError {
  return new EpreuveError(code, ERRORS[code], data, options);
}
