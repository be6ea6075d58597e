import type { ErrorEntry } from '../errors.js';

/** Pictures, browsers and fonts. */
export const CAPTURE_ERRORS = {
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
} as const satisfies Readonly<Record<string, ErrorEntry>>;
