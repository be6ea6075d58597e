import { isIP } from 'node:net';
import { makeError } from '../core/index.js';
import { isStructureNumber, type StructureSubject } from './subject-name.js';

const HOST_NAME = /^(?=.{1,253}$)(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Length limit of a common name or an organisation: ub-common-name and ub-organization-name of RFC 5280. */
const NAME_LIMIT = 64;

/** Throws `pki-bad-request` when a part of the subject has not the right form. */
export function checkSubject(subject: StructureSubject): void {
  checkText('CN', subject.commonName);
  if (subject.organisation !== undefined) checkText('O', subject.organisation);
  if (subject.department !== undefined) checkText('ST', subject.department);
  if (subject.structure && !isStructureNumber(subject.structure)) {
    throw makeError('pki-bad-request', { field: 'OU', value: Object.values(subject.structure).join() });
  }
}

/** Throws `pki-bad-request` for a name that is neither a DNS name (wildcard allowed) nor an IP address. */
export function checkAltNames(names: readonly string[]): void {
  for (const name of names) {
    if (!isIP(name) && !HOST_NAME.test(name)) throw makeError('pki-bad-request', { field: 'SAN', value: name });
  }
}

function checkText(field: string, value: string): void {
  if (value === '' || value.length > NAME_LIMIT) throw makeError('pki-bad-request', { field, value });
}
