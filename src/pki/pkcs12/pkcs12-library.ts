export interface Pkcs12Library {
  readonly pkijs: typeof import('pkijs');
  /** The copy pkijs uses. @peculiar/x509 has another: exchange only DER with it. */
  readonly asn1js: typeof import('asn1js');
}

/** Loaded at first use, because few commands open a PKCS#12 file. */
export async function loadPkcs12Library(): Promise<Pkcs12Library> {
  const [pkijs, asn1js] = await Promise.all([import('pkijs'), import('asn1js')]);
  return { pkijs, asn1js };
}
