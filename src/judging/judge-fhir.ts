import type { EpreuveError } from '../core/index.js';
import { chooseProfiles, type FhirProfileChoice } from '../rules/fhir/choose-profiles.js';
import { FHIR_FILE_RULES } from '../rules/fhir/fhir-file.js';
import type { Desk } from './desk.js';
import { FHIR_BASE_PACK, type FhirSubject, fhirPacksFor, fhirTitle } from './fhir-subjects.js';
import { type FhirExchangeSubject, fhirExchangeTitle, heldToApi } from './http-subjects.js';
import { activeRules } from './rule-sets.js';
import { runRules } from './run-rules.js';
import type { Subject } from './subjects.js';

/** Judges FHIR resources, documents that do not read as FHIR, and the calls of a FHIR server. */
export class FhirJudge {
  constructor(private readonly desk: Desk) {}

  /** A FHIR resource, with each FHIR pack the user forced, or the one its document calls for. */
  judgeResource(subject: FhirSubject): void {
    const { options, evidence } = this.desk;
    const { names, why } = fhirPacksFor(subject, options.forced, options.packs);
    const { item, resource } = subject;
    const seenAt = item.at ?? evidence.startedAt ?? options.seenAt;
    for (const name of names) {
      const pack = this.desk.packNamed(name);
      const rules = this.desk.rulesFor(pack, 'fhir/resource');
      const profiles = chooseProfiles(resource, pack);
      const id = names.length > 1 ? `${subject.id}@${pack.reference.id}` : subject.id;
      const context = { pack, profiles, ...(seenAt !== undefined && { seenAt }) };
      this.desk.add({
        id,
        item,
        subject: 'fhir/resource',
        title: fhirTitle(subject),
        facts: {},
        pack,
        choice: { fr: `${why.fr} ; ${profiles.why.fr}`, en: `${why.en}; ${profiles.why.en}` },
        judgement: runRules(rules, { subject: resource, context, evidenceId: item.id, itemId: id, lowered: false }),
      });
    }
  }

  /** What kept a FHIR document from being read, told by a rule: with an id, a place and a repair. */
  judgeUnreadable(subject: Extract<Subject, { kind: 'unreadable' }>, error: EpreuveError): void {
    const { options } = this.desk;
    const choice = { packId: FHIR_BASE_PACK, why: subject.reason };
    const [name = FHIR_BASE_PACK] = fhirPacksFor({ choice }, options.forced, options.packs).names;
    const pack = this.desk.packNamed(name);
    const active = activeRules(pack, 'fhir/resource', options.rules);
    const rules = FHIR_FILE_RULES.flatMap((id) => active.filter(({ rule }) => rule.id === id)).slice(0, 1);
    const { id, item } = subject;
    const context = { pack, profiles: NO_PROFILES };
    const on = { subject: error, context, evidenceId: item.id, itemId: id, lowered: false };
    this.desk.addUnreadable(subject, pack, runRules(this.desk.use(rules), on));
  }

  /** A call of a FHIR server, with the packs its documents are judged with; most packs have no rule about calls. */
  judgeExchange(subject: FhirExchangeSubject): void {
    const { options } = this.desk;
    const { names, why: choice, isForced } = fhirPacksFor(subject, options.forced, options.packs);
    const { exchange, why } = heldToApi(subject.exchange, choice, isForced);
    const { item } = subject;
    for (const name of names) {
      const pack = this.desk.packNamed(name);
      const rules = activeRules(pack, 'fhir/exchange', options.rules);
      if (rules.length === 0) continue;
      const id = names.length > 1 ? `${subject.id}@${pack.reference.id}` : subject.id;
      const context = { pack, profiles: NO_PROFILES };
      const on = { subject: exchange, context, evidenceId: item.id, itemId: id, lowered: false };
      this.desk.add({
        id,
        item,
        subject: 'fhir/exchange',
        title: fhirExchangeTitle(subject),
        facts: exchange.server ? { 'FHIR server': exchange.server } : {},
        pack,
        choice: why,
        judgement: runRules(this.desk.use(rules), on),
      });
    }
  }
}

/** A call has no profile of its own. */
const NO_PROFILES: FhirProfileChoice = {
  judged: [],
  declared: [],
  unknown: [],
  guessedBy: undefined,
  why: { fr: 'échange', en: 'exchange' },
};
