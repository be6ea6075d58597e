import type { Hl7v2Message } from '../../formats/hl7v2/index.js';

/** The text at a path such as `PID-3.1`; empty when there is none. */
export function textAt(message: Hl7v2Message, path: string): string {
  const [, segment = '', field = '', repetition, component, subcomponent] =
    /^([A-Z][A-Z0-9]{2})-(\d+)(?:\[(\d+)\])?(?:\.(\d+))?(?:\.(\d+))?$/.exec(path) ?? [];
  if (segment === '' || !message.first(segment)) return '';
  const found = message.field(segment, Number(field)).repetitions[Number(repetition ?? 1) - 1];
  if (!found) return '';
  if (component === undefined) return found.raw;
  const part = found.component(Number(component));
  return subcomponent === undefined ? part.text : part.subcomponent(Number(subcomponent)).text;
}
