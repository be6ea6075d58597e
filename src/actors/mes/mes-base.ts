/** Where the server's resources live. */
export const MES_BASE = '/fhir';
