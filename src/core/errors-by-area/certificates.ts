import type { ErrorEntry } from '../errors.js';

/** Certificates, keys and the test PKI. */
export const CERTIFICATE_ERRORS = {
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
} as const satisfies Readonly<Record<string, ErrorEntry>>;
