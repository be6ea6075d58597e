import type { Field, Hl7v2Message } from '../../formats/hl7v2/index.js';
import type { Hl7v2Profile } from '../../packs/index.js';
import { ownValue } from './pack-values.js';

/** Positions of the fields of one data type, by segment; found once for each pack. */
type Positions = ReadonlyMap<string, readonly number[]>;
const known = new WeakMap<Hl7v2Profile, Map<string, Positions>>();

/** Every field of a data type (`CX`, `XPN`…) that holds something and may, in the order of the message. */
export function* fieldsOfType(message: Hl7v2Message, profile: Hl7v2Profile, type: string): Generator<Field> {
  const positions = positionsOf(profile, type);
  for (const segment of message.segments) {
    const list = positions.get(segment.name);
    if (list === undefined) continue;
    const { fieldCount } = segment;
    for (const position of list) {
      if (position > fieldCount) break;
      const field = segment.field(position);
      if (!field.isEmpty) yield field;
    }
  }
}

function positionsOf(profile: Hl7v2Profile, type: string): Positions {
  let types = known.get(profile);
  if (types === undefined) {
    types = new Map();
    known.set(profile, types);
  }
  let positions = types.get(type);
  if (positions === undefined) {
    positions = findPositions(profile, type);
    types.set(type, positions);
  }
  return positions;
}

function findPositions(profile: Hl7v2Profile, type: string): Positions {
  const found = new Map<string, number[]>();
  for (const name of Object.keys(profile.segments)) {
    const fields = ownValue(profile.segments, name)?.fields ?? [];
    const list = fields
      .flatMap((row) => (row?.type === type && row.usage !== 'X' ? [row.position] : []))
      .sort((a, b) => a - b);
    if (list.length > 0) found.set(name, list);
  }
  return found;
}
