import type { CantTell, Problem, Rule, Severity, Text } from '../../../core/index.js';
import type { CdaDocument, DocumentIndex, SchematronFinding, SchematronReport } from '../../../formats/cda/index.js';
import { libxml2Engine } from '../../../formats/cda/index.js';
import { schema } from '../schema/schema.js';
import type { KitChoice } from './kit-schematrons.js';
import type { PreparedKit } from './prepared-kit.js';

/** What the rules of a kit consult: the document's own choice of schematrons, and its elements found once. */
export interface KitContext {
  readonly choice: KitChoice;
  readonly index: DocumentIndex;
}

export type KitRule = Rule<CdaDocument, KitContext, string>;

/** The rules of a kit: its schema, its schematrons, one each, and what of it is not run. The same objects each time. */
export class KitRules {
  readonly #bySchematron = new Map<string, KitRule>();
  readonly #first: readonly KitRule[];

  constructor(private readonly prepared: PreparedKit) {
    this.#first = [schemaRule(prepared), modelRule(), ...(prepared.kit.hasTerminologies ? [terminologyRule()] : [])];
  }

  for({ files }: KitChoice): readonly KitRule[] {
    return [...this.#first, ...files.map((file) => this.#ruleOf(file))];
  }

  #ruleOf(file: string): KitRule {
    const known = this.#bySchematron.get(file);
    if (known) return known;
    const rule = schematronRule(this.prepared, file);
    this.#bySchematron.set(file, rule);
    return rule;
  }
}

function schemaRule({ xsd, kit }: PreparedKit): KitRule {
  const { trust } = kit.reference;
  return {
    ...schema,
    id: 'cda-kit/schema',
    title: {
      fr: 'Le document est valide selon le schéma du kit',
      en: 'The document is valid against the schema of the kit',
    },
    trust,
    spec: [{ standard: kit.reference.title.fr, section: 'CDA_extended.xsd' }],
    appliesTo: () => true,
    *check(document) {
      if (!xsd) {
        yield { cantTell: { fr: 'Le kit n’a pas de CDA_extended.xsd', en: 'The kit has no CDA_extended.xsd' } };
        return;
      }
      // The kit validates the whole file: an auto-présentable document with its style sheet.
      for (const { kind, location, element, expected = '—', found = '—' } of libxml2Engine(xsd).validateNow(
        document,
        document.tree.root,
      )) {
        yield {
          messageId: kind,
          location,
          data: { path: location.path, element, expected, found },
          constraintId: 'cda-kit#CDA_extended.xsd',
          expected,
          found,
        };
      }
    },
  };
}

function modelRule(): KitRule {
  return {
    id: 'cda-kit/model',
    subject: 'cda/document',
    severity: 'error',
    trust: 'project',
    spec: [],
    title: { fr: 'Le kit connaît le modèle du document', en: 'The kit knows the model of the document' },
    why: {
      fr: 'Sans le schématron de son modèle, un document structuré n’est vérifié qu’en partie.',
      en: 'Without the schematron of its model, a structured document is only checked in part.',
    },
    repair: {
      fr: 'Donnez un kit qui contient ce modèle dans cette version, ou corrigez le templateId du document.',
      en: 'Give a kit that holds this model in this version, or correct the templateId of the document.',
    },
    messages: {},
    appliesTo: ({ level }) => level !== 1,
    *check(_, { choice }) {
      if (choice.noModel) yield { cantTell: choice.noModel };
    },
  };
}

function terminologyRule(): KitRule {
  return {
    id: 'cda-kit/terminologies',
    subject: 'cda/document',
    severity: 'warning',
    trust: 'project',
    spec: [],
    title: { fr: 'Les codes existent dans leur terminologie', en: 'Codes exist in their terminology' },
    why: {
      fr: 'Le kit compare aussi les codes aux terminologies entières (LOINC, SNOMED CT…).',
      en: 'The kit also compares codes with whole terminologies (LOINC, SNOMED CT…).',
    },
    repair: {
      fr: 'Lancez terminologie.sch avec les outils du kit.',
      en: 'Run terminologie.sch with the tools of the kit.',
    },
    messages: {},
    *check() {
      const fr = 'terminologie.sch n’est pas exécuté : les codes ne sont pas comparés aux terminologies entières';
      yield { cantTell: { fr, en: 'terminologie.sch is not run: codes are not compared with whole terminologies' } };
    },
  };
}

function schematronRule(prepared: PreparedKit, file: string): KitRule {
  const name = file.replace(/^.*\//, '').replace(/\.sch$/i, '');
  const title = prepared.runner(file)?.schematron.title.replace(/\s+/g, ' ').trim() || name;
  // Thousands of checks stand in a schematron: only the words of those that fail travel with the result.
  const messages: Record<string, Text> = {};
  return {
    id: `cda-kit/${name}`,
    subject: 'cda/document',
    severity: 'error',
    trust: prepared.kit.reference.trust,
    spec: [{ standard: prepared.kit.reference.title.fr, section: file }],
    title: { fr: title, en: `${name}: ${title}` },
    why: {
      fr: 'Les outils de l’ANS exécutent ce schématron sur les documents présentés.',
      en: 'ANS’s tools run this schematron on the documents presented.',
    },
    repair: {
      fr: 'Suivez le message du schématron, qui est de l’auteur du kit.',
      en: 'Follow the message of the schematron, in the words of the author of the kit.',
    },
    messages,
    *check(document, { index }) {
      const runner = prepared.runner(file);
      if (!runner) return;
      const report = runner.run(document.tree, index);
      for (const finding of report.findings) yield toProblem(finding, document, messages);
      yield* untoldOf(report, runner.schematron.missing);
    },
  };
}

function toProblem(
  { check, node, values }: SchematronFinding,
  document: CdaDocument,
  messages: Record<string, Text>,
): Problem<string> {
  let count = 0;
  const words = check.message.map((piece) => (typeof piece === 'string' ? piece : `{v${count++}}`));
  const text = words.join('').replace(/\s+/g, ' ').trim();
  messages[check.id] ??= { fr: text, en: text };
  return {
    messageId: check.id,
    constraintId: check.id,
    location: document.locate(node ?? document.tree.root),
    severity: severityOf(check.role),
    data: Object.fromEntries(values.map((value, place) => [`v${place}`, value ?? '?'])),
  };
}

/** Words used for `role` and `flag` in schematrons; none is an error. */
function severityOf(role: string): Severity {
  if (/^warn/i.test(role)) return 'warning';
  if (/^(?:info|hint)/i.test(role)) return 'information';
  return /^fatal/i.test(role) ? 'fatal' : 'error';
}

/** Names shown of what was not evaluated. */
const SHOWN = 8;

function* untoldOf({ untold }: SchematronReport, missing: readonly string[]): Generator<CantTell> {
  const tables = [...new Set(untold.flatMap(({ missingTable }) => missingTable ?? []))];
  const checks = [
    ...new Set(untold.filter(({ missingTable }) => missingTable === undefined).map(({ checkId }) => checkId)),
  ];
  const parts = [
    ...told(missing, 'inclusions absentes du kit', 'includes missing from the kit'),
    ...told(tables, 'jeux de valeurs absents du kit', 'value sets missing from the kit'),
    ...told(checks, 'expressions non évaluées', 'expressions not evaluated'),
  ];
  if (parts.length === 0) return;
  yield { cantTell: { fr: parts.map(({ fr }) => fr).join(' ; '), en: parts.map(({ en }) => en).join('; ') } };
}

function told(names: readonly string[], fr: string, en: string): Text[] {
  if (names.length === 0) return [];
  const list = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? '…' : '');
  return [{ fr: `${fr} (${names.length}) : ${list}`, en: `${en} (${names.length}): ${list}` }];
}
