import { join } from 'node:path';
import { issueCertificateSet, makeError, type Security, systemClock, writeCertificateSet } from '../index.js';
import type { Session } from './io.js';

/** Throws `identity-needed`: a client cannot guess which authority the tested server trusts. */
export function requireIdentity(security: Security | undefined): Security {
  if (security) return security;
  throw makeError('identity-needed');
}

/**
 * A listener without certificates makes a test PKI beside its evidence and says which files to give to the other side.
 * The folder `pki` holds keys: it is outside the manifest, readable by its owner only.
 */
export async function makeListenerIdentity(folder: string, host: string, session: Session): Promise<Security> {
  const files = await issueCertificateSet(
    {
      certificates: [
        {
          file: 'epreuve-server',
          kind: 'server',
          commonName: 'localhost',
          altNames: ['127.0.0.1', '::1', ...extraName(host)],
        },
        { file: 'your-client', kind: 'organisation', commonName: 'systeme teste' },
      ],
    },
    { now: systemClock.now(), pkcs12Password: 'epreuve' },
  );
  const pki = join(folder, 'pki');
  await writeCertificateSet(pki, files);
  const read = (path: string) => String(files.find((file) => file.path === path)?.contents ?? '');
  session.say({
    fr: `Aucun certificat donné : un jeu de test a été fait. Pour votre système :
  autorité à accepter   ${join(pki, 'ca', 'root.pem')}
  certificat et clé     ${join(pki, 'your-client.pem')}, ${join(pki, 'your-client-key.pem')}
  ou en PKCS#12         ${join(pki, 'your-client.p12')} (mot de passe « epreuve »)
`,
    en: `No certificate given: a test set was made. For your system:
  authority to trust    ${join(pki, 'ca', 'root.pem')}
  certificate and key   ${join(pki, 'your-client.pem')}, ${join(pki, 'your-client-key.pem')}
  or as PKCS#12         ${join(pki, 'your-client.p12')} (password "epreuve")
`,
  });
  return {
    kind: 'mutual-tls',
    tls: {
      certificate: read('epreuve-server.pem'),
      key: read('epreuve-server-key.pem'),
      authorities: [read('ca/root.pem')],
    },
  };
}

function extraName(host: string): string[] {
  return ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host) ? [] : [host];
}
