import type { Examples } from '../../examples.js';
import { EXTENSION, feed, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'a weight', ...guide(feed({}, 'weight', 'guide'), 0) },
    {
      title: 'glucose in the biology bundle',
      ...guide(
        feed({ 'meta.profile[0]': `${EXTENSION}mesures-bundle-flux-alimentation-biologie` }, 'glucose', 'guide'),
        0,
      ),
    },
  ],
  failed: [
    {
      title: 'a respiratory rate',
      ...guide(feed({}, 'respiratoryRate', 'guide'), 0),
      findings: [{ messageId: 'notListed', path: 'Bundle.entry[0].resource' }],
    },
    {
      title: 'glucose',
      ...guide(feed({}, 'glucose', 'guide'), 0),
      findings: [{ messageId: 'notListed', path: 'Bundle.entry[0].resource' }],
    },
  ],
  inapplicable: [{ title: 'outside a bundle', ...guide(measure('weight')) }],
};
