import { expect, test } from '@jest/globals';
import { type Feed, toFeeds } from '../../../src/actors/index.js';
import { bundle, DEVICE_KEY, device, entry, observation, onDevice } from '../../support/mes.js';

const newId = () => 'id';
const feedsOf = (text: string, options = {}): Feed[] => toFeeds('a.json', Buffer.from(text), { newId, ...options });
const parsed = ({ json }: Feed) => JSON.parse(json);

test('a transaction goes as it stands, byte for byte', () => {
  const text = ` ${bundle(entry(observation())).replace('68.4', '68.400')} `;
  expect(feedsOf(text)).toEqual([{ name: 'a.json', type: 'Bundle', json: text.trim() }]);
});

test('an observation is put into a transaction, its digits kept', () => {
  const [feed] = feedsOf(JSON.stringify(observation(), null, 2).replace('68.4', '68.40'));
  expect(feed).toMatchObject({ name: 'a.json', type: 'Bundle' });
  expect(feed?.json).toContain('68.40');
  expect(feed && parsed(feed)).toMatchObject({
    type: 'transaction',
    entry: [{ fullUrl: 'urn:uuid:id', request: { method: 'POST', url: 'Observation' } }],
  });
});

test('NDJSON: one feed a line, each with the device it names', () => {
  const text = [observation(), device(), onDevice()].map((one) => JSON.stringify(one)).join('\n');
  const feeds = feedsOf(text);
  expect(feeds.map(({ name }) => name)).toEqual(['a.json:1', 'a.json:3']);
  expect(feeds.map((feed) => parsed(feed).entry.length)).toEqual([1, 2]);
  expect(feeds[1] && parsed(feeds[1]).entry[1].request).toEqual({
    method: 'POST',
    url: 'Device',
    ifNoneExist: `identifier=${DEVICE_KEY}`,
  });
});

test('other Bundles are taken apart', () => {
  const text = JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: device() }, { resource: onDevice() }, { fullUrl: 'x' }, { resource: observation() }],
  });
  const feeds = feedsOf(text);
  expect(feeds.map(({ name }) => name)).toEqual(['a.json entry 1', 'a.json entry 3']);
  expect(feeds.map((feed) => parsed(feed).entry.length)).toEqual([2, 1]);
  expect(feedsOf(text, { single: true })).toMatchObject([{ type: 'Observation' }, { type: 'Observation' }]);
});

test.each([
  ['{"resourceType":"Patient"}', 'nothing-to-feed'],
  ['{"resourceType":"Bundle","type":"collection"}', 'nothing-to-feed'],
  ['{"resourceType":', 'fhir-syntax'],
  ['', 'fhir-syntax'],
])('%s is refused', (text, code) => {
  expect(() => feedsOf(text)).toThrow(expect.objectContaining({ code }));
});
