import { type ElementRow, type Hl7v2Profile, loadPack } from '../../src/packs/index.js';

export async function profileOf(pack: string): Promise<Hl7v2Profile> {
  const { hl7v2 } = await loadPack(pack);
  if (!hl7v2) throw new Error(`${pack} holds no HL7 v2 rows`);
  return hl7v2;
}

/** Row of `PID-8` (a field) or `CX.5` (a component). */
export function elementAt(profile: Hl7v2Profile, id: string): ElementRow {
  const [owner = '', position] = id.split(/[-.]/);
  const rows = id.includes('.') ? profile.dataTypes[owner]?.components : profile.segments[owner]?.fields;
  const row = rows?.[Number(position)];
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

export function fieldsOf(profile: Hl7v2Profile, segment: string): readonly ElementRow[] {
  return (profile.segments[segment]?.fields ?? []).filter((row) => row !== undefined);
}

export function elementsOf(profile: Hl7v2Profile): readonly ElementRow[] {
  return [
    ...Object.values(profile.segments).flatMap(({ fields }) => fields),
    ...Object.values(profile.dataTypes).flatMap(({ components }) => components),
  ].filter((row) => row !== undefined);
}

export function codesOf(profile: Hl7v2Profile, table: string): readonly string[] {
  return Object.keys(profile.tables[table]?.codes ?? {}).sort();
}

export function sorted(codes: string): readonly string[] {
  return codes.trim().split(/\s+/).sort();
}
