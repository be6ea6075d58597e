import type { SpecReference } from '../../../core/index.js';

/** Facts read in the published artefacts; sections are profile names, pages or element paths of each. */
export const guide = (section: string): SpecReference => ({ standard: 'ANS Mesures de santé 3.2.0', section });
export const api = (section: string): SpecReference => ({ standard: 'Mon espace santé API mesures 1.5.2', section });
export const r4 = (section: string): SpecReference => ({ standard: 'HL7 FHIR R4', section });
export const frCore = (section: string): SpecReference => ({ standard: 'HL7 France FR Core 2.x', section });
export const phd = (section: string): SpecReference => ({ standard: 'HL7 Personal Health Device 1.0.0', section });
/** A check of ours, which no text asks for. */
export const ours = (section: string): SpecReference => ({ standard: 'Épreuve', section });
