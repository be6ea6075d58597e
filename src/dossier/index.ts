export * from './applicability.js';
export * from './assess/assess-dossier.js';
export * from './assess/assess-proof.js';
export * from './assess/gates.js';
export * from './assess/gathered.js';
export {
  type BuildInput,
  buildDossier,
  DOSSIER_MANIFEST,
  type DossierPart,
  maturityParts,
} from './build/build-dossier.js';
export { safeName } from './build/file-names.js';
export { planFiles } from './build/plan-files.js';
export { declarationsOf } from './declarations.js';
export { type Dossier, PROOF_SLOTS, readDossier, referentialOf } from './description/read-dossier.js';
export * from './load-referential.js';
export { assessMaturity, type MaturityState, renderMaturity } from './maturity/maturity-text.js';
export { renderRadar } from './maturity/radar.js';
export * from './maturity/score.js';
export type * from './maturity/types.js';
export { readRequirementId } from './referential/requirement-id.js';
export * from './referential/types.js';
export { renderGates, renderStatus } from './render/status-text.js';
