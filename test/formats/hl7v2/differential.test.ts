import { Hl7Message } from '@medplum/core';
import { Message } from 'node-hl7-client';
import { charsetNamed, encodeText, Hl7v2Message, secondOpinion } from '../../../src/formats/hl7v2/index.js';
import { CASES } from './differential-cases.js';

/** What a parser reads: segment names in order, and the text of each leaf that is not empty, by its full path. */
type Reading = ReadonlyMap<string, string>;

function collect(segments: readonly { name: string; fields: readonly string[][][][] }[], first: number): Reading {
  const reading = new Map<string, string>();
  segments.forEach(({ name, fields }, index) => {
    reading.set(`segment ${index + 1}`, name);
    fields.forEach((field, position) => {
      if (name === 'MSH' && position + first < 3) return;
      field.forEach((repetition, r) => {
        repetition.forEach((component, c) => {
          component.forEach((text, s) => {
            if (text !== '') reading.set(`${name}-${position + first}[${r + 1}].${c + 1}.${s + 1}`, text);
          });
        });
      });
    });
  });
  return reading;
}

/** In the character set that its MSH-18 names, so that decoding takes part. */
function messageOf(text: string): Hl7v2Message {
  const charset = text.split('\r')[0]?.split('|')[17] ?? '';
  return new Hl7v2Message(encodeText(text, charsetNamed(charset)));
}

function readOurs(text: string): Reading {
  const segments = messageOf(text).segments.map((segment) => ({
    name: segment.name,
    fields: [...segment.fields()].map((field) =>
      field.repetitions.map(({ components }) => components.map((part) => part.subcomponents.map((leaf) => leaf.text))),
    ),
  }));
  return collect(segments, 1);
}

function readMedplum(text: string): Reading {
  const message = Hl7Message.parse(text);
  const separator = message.context.subcomponentSeparator;
  const segments = message.segments.map((segment) => {
    const offset = segment.name === 'MSH' ? 1 : 0;
    const fields = Array.from({ length: segment.fields.length - 1 + offset }, (_, index) =>
      segment.getField(index + 1).components.map((parts) => parts.map((part) => part.split(separator))),
    );
    return { name: segment.name, fields };
  });
  return collect(segments, 1);
}

function readNodeHl7Client(text: string): Reading {
  const segments = new Message({ text }).toArray().map((segment) => {
    const fields = segment
      .toArray()
      .slice(1)
      .map((field) =>
        field
          .toArray()
          .map((repetition) =>
            repetition.toArray().map((component) => component.toArray().map((leaf) => leaf.toString())),
          ),
      );
    return { name: segment.name, fields: segment.name === 'MSH' ? [[], ...fields] : fields };
  });
  return collect(segments, 1);
}

function difference(ours: Reading, theirs: Reading): string[] {
  const places = new Set([...ours.keys(), ...theirs.keys()]);
  return [...places].filter((place) => ours.get(place) !== theirs.get(place));
}

function disagreements(read: (text: string) => Reading, text: string): string[] {
  const ours = readOurs(text);
  let theirs: Reading;
  try {
    theirs = read(text);
  } catch {
    return ['refused'];
  }
  return difference(ours, theirs);
}

async function secondOpinionPlaces(text: string): Promise<string[]> {
  const opinion = await secondOpinion(messageOf(text));
  if (!opinion.available) throw new Error(opinion.reason.en);
  return opinion.disagreements.map(({ kind, path }) => (kind === 'value' ? path : kind));
}

/** Parser, case, place where it disagrees with us, and why we are right or both may be. */
const KNOWN: readonly (readonly [parser: string, name: string, place: string, why: string])[] = [
  ['medplum', 'final terminator', 'segment 4', 'Takes the end of the last segment for one more, empty.'],
  ['medplum', 'standard escapes', 'NTE-3[1].1.1', 'Gives values as written, escapes not resolved.'],
  ['medplum', 'escapes of formatted text', 'NTE-3[1].1.1', 'Gives values as written, escapes not resolved.'],
  ['medplum', 'hexadecimal and local escapes', 'NTE-3[1].1.1', 'Gives values as written, escapes not resolved.'],
  ['medplum', 'line feed inside a value', 'NTE-3[1].1.1', 'Ends a segment at every line feed.'],
  ['medplum', 'line feed inside a value', 'segment 3', 'Ends a segment at every line feed.'],
  ['node-hl7-client', 'escapes of formatted text', 'NTE-3[1].1.1', 'Leaves .br as written; we make it a line break.'],
  [
    'node-hl7-client',
    'hexadecimal and local escapes',
    'NTE-3[1].1.1',
    'Drops local escapes; we keep what we cannot resolve.',
  ],
  ['node-hl7-client', 'blank line', 'refused', 'Refuses a segment without a name; we note the blank line.'],
  ['node-hl7-client', 'second header', 'refused', 'Refuses two MSH in one message; for us that is for a rule to say.'],
  ['hl7v2', 'french', 'ZBE-7', 'Takes fields it has no definition of for ST, so & is data to it.'],
  ['hl7v2', 'unknown Z segment', 'ZZZ-1', 'Takes fields it has no definition of for ST, so & is data to it.'],
  [
    'hl7v2',
    'repetitions and empty parts',
    'PID-3',
    'CX-3 has no sub-components in its dictionary, so & is data to it.',
  ],
  ['hl7v2', 'line feed', 'segment-count', 'Only CR ends a segment.'],
  ['hl7v2', 'line feed', 'MSH-19', 'Only CR ends a segment.'],
  ['hl7v2', 'line feed', 'MSH-21', 'Only CR ends a segment.'],
  ['hl7v2', 'line feed', 'MSH-25', 'Only CR ends a segment.'],
  ['hl7v2', 'line feed inside a value', 'NTE-3', 'Writes the line feed back as an escape sequence.'],
  ['hl7v2', 'escapes of formatted text', 'NTE-3', 'Loses the escape characters of sequences it does not know.'],
  [
    'hl7v2',
    'hexadecimal and local escapes',
    'NTE-3',
    'Writes the character of an X sequence back, loses the marks of a Z sequence.',
  ],
  ['hl7v2', 'backslashes that are no escape', 'NTE-3', 'Loses the backslashes.'],
  ['hl7v2', 'time stamp with zero seconds', 'EVN-2', 'Rewrites the time stamp without its seconds.'],
  ['hl7v2', 'time stamp with zero seconds', 'PID-7', 'Rewrites a year as its first of January.'],
];

const PARSERS: Readonly<Record<string, (text: string) => string[] | Promise<string[]>>> = {
  medplum: (text) => disagreements(readMedplum, text),
  'node-hl7-client': (text) => disagreements(readNodeHl7Client, text),
  hl7v2: secondOpinionPlaces,
};

describe.each(Object.entries(PARSERS))('%s disagrees with us only where it is explained', (parser, compare) => {
  test.each(Object.entries(CASES))(
    '%s',
    async (name, text) => {
      const explained = KNOWN.filter(([of, on]) => of === parser && on === name).map(([, , place]) => place);
      expect((await compare(text)).sort()).toEqual(explained.sort());
    },
    60_000,
  );
});

test('every explanation is about a case and a parser that exist', () => {
  for (const [parser, name] of KNOWN) {
    expect(Object.keys(PARSERS)).toContain(parser);
    expect(Object.keys(CASES)).toContain(name);
  }
});
