import type { FhirElement } from '../../formats/fhir/index.js';
import { bareOid, codesOf, identifierOf } from './fhir-parts.js';
import { valuesOf } from './measure.js';
import { kindOfCode, type MeasureKindId } from './measure-kinds.js';
import type { Issue } from './outcome.js';
import { REFUSALS } from './refusals.js';

/** A transaction as its entries say. */
export interface FeedEntries {
  readonly observations: readonly FhirElement[];
  readonly devices: readonly { readonly resource: FhirElement; readonly ifNoneExist: string }[];
}

/**
 * §8.3: the published pattern is a Java class union; this is the language it means, the last part made optional so that an
 * id without hyphen, which the union takes, is taken too.
 */
const IF_NONE_EXIST = /^identifier=urn:oid:[0-9]+(\.[0-9]+)+\|[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;

type RefusalName = keyof typeof REFUSALS;

const issue = (name: RefusalName, element: FhirElement): Issue => ({
  refusal: REFUSALS[name],
  expression: element.path,
});

/** Rules about the Bundle itself, and its entries when they are good. */
export function readFeed(bundle: FhirElement): { readonly issues: Issue[]; readonly entries: FeedEntries } {
  const issues: Issue[] = [];
  const observations: FhirElement[] = [];
  const devices: { resource: FhirElement; ifNoneExist: string }[] = [];
  if (bundle.valueOf('type') !== 'transaction') issues.push(issue('notTransaction', bundle));
  for (const entry of bundle.all('entry')) {
    const resource = entry.child('resource');
    const request = entry.child('request');
    const type = resource?.resourceType;
    const isPost = request?.valueOf('method') === 'POST' && request.valueOf('url') === type;
    if (!resource || !isPost || (type !== 'Observation' && type !== 'Device')) issues.push(issue('notPostable', entry));
    else if (type === 'Observation') observations.push(resource);
    else {
      const ifNoneExist = request.valueOf('ifNoneExist') ?? '';
      if (!IF_NONE_EXIST.test(ifNoneExist)) issues.push(issue('badIfNoneExist', entry));
      devices.push({ resource, ifNoneExist });
    }
  }
  if (observations.length !== 1) issues.push(issue('notOneObservation', bundle));
  if (devices.length > 1) issues.push(issue('manyDevices', bundle));
  return { issues, entries: { observations, devices } };
}

/** Rules about the resources of a feed; `solution` is the OID the client is registered with, when it is known. */
export function checkFeed({ observations, devices }: FeedEntries, solution: string | undefined): Issue[] {
  const device = devices[0]?.resource;
  return [
    ...observations.flatMap((observation) => [
      ...checkLink(observation, device),
      ...checkObservation(observation, solution),
    ]),
    ...devices
      .filter(({ resource }) => !hasProfile(resource))
      .map(({ resource }) => issue('noDeviceProfile', resource)),
  ];
}

function checkLink(observation: FhirElement, device: FhirElement | undefined): Issue[] {
  const reference = observation.child('device')?.valueOf('reference');
  if (device === undefined) return reference === undefined ? [] : [issue('notLinked', observation)];
  if (reference === undefined) return [issue('noDeviceReference', observation)];
  return reference === `Device/${device.valueOf('id') ?? ''}` ? [] : [issue('notLinked', observation)];
}

function checkObservation(observation: FhirElement, solution: string | undefined): Issue[] {
  const codes = codesOf(observation.child('code'));
  const kind = codes.map(kindOfCode).find((one) => one !== undefined);
  const broken: RefusalName[] = [];
  if (!hasProfile(observation)) broken.push('noObservationProfile');
  const source = observation.child('meta')?.valueOf('source');
  if (source !== undefined && solution !== undefined && !isUnder(source, solution)) broken.push('otherSource');
  if (valuesOf(observation, kind).length === 0) broken.push('noValue');
  if (kind === 'bmi') broken.push('bmi');
  if (identifierOf(observation.child('subject')?.child('identifier')) === undefined) broken.push('noSubject');
  broken.push(...checkGlucose(observation, kind));
  return broken.map((name) => issue(name, observation));
}

function hasProfile(resource: FhirElement): boolean {
  return (resource.child('meta')?.all('profile') ?? []).some((profile) => profile.text !== undefined);
}

/** The OID itself, or one below it. */
function isUnder(source: string, solution: string): boolean {
  const oid = bareOid(source);
  return oid === solution || oid.startsWith(`${solution}.`);
}

/** §8.4, rule 6: which extension each kind of glucose measure must carry; it must not carry the other one. */
const GLUCOSE: Partial<Record<MeasureKindId, { readonly moment: boolean; readonly days: boolean }>> = {
  glucose: { moment: true, days: false },
  hba1c: { moment: false, days: false },
  interstitialGlucose: { moment: false, days: true },
  glucoseIndex: { moment: false, days: true },
};

function* checkGlucose(observation: FhirElement, kind: MeasureKindId | undefined): Generator<RefusalName> {
  const wanted = kind === undefined ? undefined : GLUCOSE[kind];
  if (wanted === undefined) return;
  const hasMoment = hasExtension(observation, /\/(mesures-moment-of-measurement|ENS_MomentOfMeasurement)$/);
  const hasDays = hasExtension(observation, /\/(mesures-number-of-days|ENS_NumberOfDays)$/);
  if (wanted.moment !== hasMoment) yield wanted.moment ? 'noMoment' : 'moment';
  if (wanted.days !== hasDays) yield wanted.days ? 'noDays' : 'days';
}

function hasExtension(observation: FhirElement, url: RegExp): boolean {
  return observation.all('extension').some((extension) => url.test(extension.valueOf('url') ?? ''));
}
