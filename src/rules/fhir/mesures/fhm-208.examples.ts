import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'a day alone', ...guide(measure('weight', { effectiveDateTime: '2026-12-31' })) },
    { title: 'issued after it was taken', ...guide(measure('weight', { issued: '2026-03-02T08:00:00+01:00' })) },
  ],
  failed: [
    {
      title: 'issued before it was taken',
      ...guide(measure('weight', { issued: '2026-03-01T08:00:00+01:00' })),
      findings: [{ messageId: 'afterIssue', path: 'Observation.effectiveDateTime' }],
    },
    {
      title: 'a clock a year ahead',
      ...guide(measure('weight', { effectiveDateTime: '2027-03-02T08:00:00+01:00' })),
      findings: [{ messageId: 'inFuture', path: 'Observation.effectiveDateTime' }],
    },
    {
      title: 'before birth',
      ...guide(
        measure('weight', {
          subject: { reference: '#p1' },
          contained: [{ resourceType: 'Patient', id: 'p1', birthDate: '2026-05-01' }],
        }),
      ),
      findings: [{ messageId: 'beforeBirth', path: 'Observation.effectiveDateTime' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
