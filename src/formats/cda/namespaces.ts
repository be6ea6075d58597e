/** Namespaces of CDA R2 as France uses it (reference §1), by the prefix our XPath expressions give them. */
export const CDA_NAMESPACES = {
  cda: 'urn:hl7-org:v3',
  sdtc: 'urn:hl7-org:sdtc',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  pharm: 'urn:ihe:pharm:medication',
  ps3: 'urn:dicom-org:ps3-20',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xsl: 'http://www.w3.org/1999/XSL/Transform',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

export const CDA_NAMESPACE = CDA_NAMESPACES.cda;
