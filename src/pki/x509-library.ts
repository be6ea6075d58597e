export type X509Library = typeof import('@peculiar/x509');

let loading: Promise<X509Library> | undefined;

/** The X.509 library, loaded at first use: it costs about a third of a second that most commands never need. */
export function loadX509(): Promise<X509Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<X509Library> {
  // The library's dependency injection needs this first.
  await import('reflect-metadata');
  const library = await import('@peculiar/x509');
  library.cryptoProvider.set(globalThis.crypto);
  return library;
}
