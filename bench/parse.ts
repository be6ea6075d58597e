import { Hl7Message } from '@medplum/core';
import { HL7Message } from 'hl7v2';
import { Message } from 'node-hl7-client';
import { Hl7v2Message } from '../src/index.js';
import { admission } from './message.js';
import type { Contestant } from './rounds.js';

export const OURS = 'épreuve: parse';
const OURS_EVERY = 'épreuve: parse and read every sub-component';

/** Each is given the same bytes or the same text, and the same last wish: the family name. */
export function parsers(): Contestant[] {
  const bytes = admission();
  const text = Buffer.from(bytes).toString();
  return [
    contestant(OURS, () => new Hl7v2Message(bytes).text('PID-5.1')),
    contestant(OURS_EVERY, () => readEverything(new Hl7v2Message(bytes))),
    contestant('@medplum/core', () => Hl7Message.parse(text).getSegment('PID')?.getComponent(5, 1)),
    contestant('node-hl7-client', () => new Message({ text }).get('PID.5.1').toString()),
    contestant('hl7v2', () => HL7Message.parse(text).getSegment('PID')?.field(5).toHL7String().split('^')[0]),
  ];
}

/** A parser that does not find the name has not parsed. */
function contestant(name: string, read: () => unknown): Contestant {
  return {
    name,
    run(count) {
      for (let index = 0; index < count; index++) {
        if (read() !== 'PAT-TROIS') throw new Error(`${name} read another family name`);
      }
    },
  };
}

function readEverything(message: Hl7v2Message): string {
  let family = '';
  for (const segment of message.segments) {
    for (const field of segment.fields()) {
      for (const { components } of field.repetitions) {
        for (const { subcomponents } of components) {
          for (const { path, text } of subcomponents) if (path === 'PID-5.1.1') family = text;
        }
      }
    }
  }
  return family;
}
