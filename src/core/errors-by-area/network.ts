import type { ErrorEntry } from '../errors.js';

/** Connections. */
export const NETWORK_ERRORS = {
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
} as const satisfies Readonly<Record<string, ErrorEntry>>;
