import { secondOpinion } from '../../../src/formats/hl7v2/index.js';
import { parse } from './arbitraries.js';

const TEXT = 'MSH|^~\\&|GAM|E|D|F|20260105101501||ADT^A28|1|T|2.5\rPID|1||42';

test('without the package it says so and what to do, in both languages', async () => {
  const load = () => Promise.reject(Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' }));
  const opinion = await secondOpinion(parse(TEXT), load);
  expect(opinion.available).toBe(false);
  if (opinion.available) return;
  expect(opinion.reason.fr).toContain('npm install hl7v2');
  expect(opinion.reason.en).toContain('npm install hl7v2');
});

test('a large message gets no second opinion', async () => {
  const opinion = await secondOpinion(parse(`${TEXT}|${'x'.repeat(2_000_000)}`));
  expect(opinion).toMatchObject({ available: false });
});

test('a parser that refuses the message is a named disagreement', async () => {
  const refusal = {
    HL7Message: {
      parse: () => {
        throw new TypeError('no');
      },
    },
  };
  expect(await secondOpinion(parse(TEXT), async () => refusal)).toEqual({
    available: true,
    library: 'hl7v2',
    disagreements: [{ kind: 'refused', path: 'MSH', ours: '', theirs: 'no' }],
  });
});

test('other segments, other names and other values are named with both readings', async () => {
  const other = {
    segments: [
      { segmentType: 'MSH', fields: [], field: () => ({ toHL7String: () => '' }) },
      { segmentType: 'PV1', fields: [], field: () => ({ toHL7String: () => '' }) },
      { segmentType: 'ZZZ', fields: [], field: () => ({ toHL7String: () => '' }) },
    ],
  };
  const opinion = await secondOpinion(parse('MSH|^~\\&|GAM\rPID|1'), async () => ({
    HL7Message: { parse: () => other },
  }));
  expect(opinion).toMatchObject({
    disagreements: [
      { kind: 'segment-count', ours: '2', theirs: '3' },
      { kind: 'value', path: 'MSH-3', ours: 'GAM', theirs: '' },
      { kind: 'segment-name', path: 'PID', ours: 'PID', theirs: 'PV1' },
    ],
  });
});
