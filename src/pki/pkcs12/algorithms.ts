/** Object identifiers met in PKCS#12 files, with the words people know them by. */

export const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

export const PBES2 = '1.2.840.113549.1.5.13';
export const PBKDF2 = '1.2.840.113549.1.5.12';

/** PBES2 ciphers and pseudo-random functions the PKCS#12 library opens. */
export const PBES2_CIPHERS: readonly string[] = [
  '2.16.840.1.101.3.4.1.2',
  '2.16.840.1.101.3.4.1.22',
  '2.16.840.1.101.3.4.1.42',
];
export const PBKDF2_FUNCTIONS: readonly string[] = [
  '1.2.840.113549.2.7',
  '1.2.840.113549.2.9',
  '1.2.840.113549.2.10',
  '1.2.840.113549.2.11',
];

/** PKCS#12 schemes of old Windows and Java exports that node-forge opens. */
export const LEGACY_SCHEMES: readonly string[] = ['1.2.840.113549.1.12.1.3', '1.2.840.113549.1.12.1.6'];

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.5.14': 'PBMAC1',
  '1.3.6.1.4.1.11591.4.11': 'scrypt',
  '1.2.840.113549.3.7': 'PBES2 3DES',
  '1.2.840.113549.3.2': 'PBES2 RC2',
  '1.2.840.113549.1.12.1.1': 'RC4-128',
  '1.2.840.113549.1.12.1.2': 'RC4-40',
  '1.2.840.113549.1.12.1.4': '3DES (2 keys)',
  '1.2.840.113549.1.12.1.5': 'RC2-128',
  '1.2.840.113549.1.7.2': 'signedData',
  '1.2.840.113549.1.7.3': 'envelopedData',
};

export function nameAlgorithm(oid: string): string {
  return NAMES[oid] ?? oid;
}
