import type { SpecReference } from '../../core/index.js';

/** The documents the coded CDA rules cite (reference cda-n1-n3.md §0); rows have theirs in profiles/cda-fr/sources.yaml. */

export function structMin(section: string): SpecReference {
  return { standard: 'ANS structurationMinimale (TestContenuCDA 3.0, 2025-02-19)', section };
}
export function structMinClosed(section: string): SpecReference {
  return { standard: 'ANS structurationMinimale, closed model (TestContenuCDA 3.0, 2025-02-19)', section };
}
export function modelSchematron(section: string): SpecReference {
  return { standard: 'ANS model schematrons (TestContenuCDA 3.0, 2025-02-19)', section };
}
export function ansLegacy(section: string): SpecReference {
  return { standard: 'ANS schematrons 2.41 (TestContenuCDA 2-41, 2023-10-23)', section };
}
export function ansGuide(section: string): SpecReference {
  return { standard: 'ANS guide IG-document-core (2025)', section };
}
export function ansNewGuide(section: string): SpecReference {
  return { standard: 'ANS guide interop-IG-cda-document-core 0.1.0 (2026-09)', section };
}
export function ansTransport(section: string): SpecReference {
  return { standard: "ANS volet Transmission d'un document CDA R2 en HL7 v2 (2026-04-21)", section };
}
export function ansExamples(section: string): SpecReference {
  return { standard: 'ANS hl7V2-exemples (2026-06-18)', section };
}
export function ansFormatCodes(section: string): SpecReference {
  return { standard: 'ANS terminologie de santé, ASS_A11 and ASS_A12 (2024-2026)', section };
}
export function ansFaq(section: string): SpecReference {
  return { standard: 'ANS FAQ on CDA level 1 and level 3, as quoted in our reference', section };
}
export function hl7Cda(section: string): SpecReference {
  return { standard: 'HL7 CDA R2', section };
}
export function thirdParty(section: string): SpecReference {
  return { standard: 'Ségur requirements as quoted by third parties', section };
}
export function own(section: string): SpecReference {
  return { standard: 'Épreuve', section };
}
