import { VERSION } from '../../core/index.js';
import type { MesSettings } from './settings.js';

/** What the server tells of itself. The real API publishes none (reference §8.7): this one describes the simulator. */
export function toCapabilityStatement(settings: MesSettings, base: string): Record<string, unknown> {
  const strict = settings.mode === 'strict';
  const searchParam = (name: string, type: string, documentation: string) => ({ name, type, documentation });
  const create = strict ? [] : [{ code: 'read' }, { code: 'create' }];
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-05',
    kind: 'instance',
    software: { name: 'Épreuve, Mon espace santé simulé', version: VERSION },
    implementation: { description: 'Simulateur local de l’API mesures de Mon espace santé', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        documentation: strict
          ? 'Strict mode: feed by POST of one transaction Bundle (one Observation, at most one Device), search of Observation in modes all and last, refusals of the API v1.5.2.'
          : 'Lenient mode: standard transactions and creations of Observation and Device, standard search.',
        security: { description: securityText(settings) },
        interaction: [{ code: 'transaction' }],
        resource: [
          {
            type: 'Observation',
            interaction: [...create, { code: 'search-type' }],
            conditionalCreate: false,
            searchInclude: ['Observation:device'],
            searchParam: [
              searchParam('code', 'token', 'Bare code; mandatory in strict mode.'),
              searchParam('subject.identifier', 'token', '<OID>|<patient identifier>; mandatory in strict mode.'),
              searchParam('date', 'date', 'Mode all: given twice, a lower and an upper bound.'),
              searchParam('_count', 'number', 'Page size, 50 by default, at most 100; 1 in mode last.'),
              searchParam('_offset', 'number', 'Page index from 0.'),
              searchParam('_sort', 'string', 'Mode last: -date, with _count=1 and no date.'),
            ],
          },
          { type: 'Device', interaction: [...create], conditionalCreate: true },
        ].map(({ interaction, ...resource }) => ({ ...resource, ...(interaction.length > 0 && { interaction }) })),
      },
    ],
  };
}

function securityText({ tokens }: MesSettings): string {
  const header = `ID token (JWT) in the header ${tokens.idTokenHeader}`;
  return tokens.required
    ? `Bearer access token and ${header} needed.`
    : `Bearer access token and ${header} looked at when given.`;
}
