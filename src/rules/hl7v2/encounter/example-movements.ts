import type { Edits } from '../../../formats/hl7v2/edit.js';
import { adt } from '../example-messages.js';

/**
 * The message number `number` of a story: control id, movement id and time follow the number, so that movements follow
 * one another. A cancel or correction names its movement with `movement`.
 */
export function movement(event: string, number: number, edits: Edits = {}, of: number = number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return adt(event, {
    'MSH-10': `STORY-${two(number)}`,
    'ZBE-1.1': `M00${two(of)}`,
    'ZBE-2': `202601${two(of)}101500`,
    ...edits,
  });
}
