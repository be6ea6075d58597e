import type { Pack, TableRow } from '../../../src/packs/index.js';
import type { Hl7v2Context } from '../../../src/rules/hl7v2/context.js';
import { adt, withSegment } from '../../../src/rules/hl7v2/example-messages.js';
import { subjectOf } from '../../support/example-subjects.js';
import { importRule } from '../../support/rule-files.js';

/** What a rule says about a message once the pack is changed. */
async function say(name: string, message: string, change: (pack: Pack) => Pack): Promise<string[]> {
  const { rule } = await importRule(name);
  const { subject, context } = await subjectOf({ title: name, message });
  const pack = change((context as Hl7v2Context).pack);
  const changed = { ...context, pack, profile: pack.hl7v2 };
  if (rule.appliesTo && !rule.appliesTo(subject, changed)) return ['inapplicable'];
  return [...rule.check(subject, changed)].map((one) => ('cantTell' in one ? one.cantTell.en : one.messageId));
}

function withTable(id: string, change: (table: TableRow) => TableRow | undefined) {
  return (pack: Pack): Pack => {
    const { [id]: table, ...tables } = pack.hl7v2?.tables ?? {};
    const changed = table && change(table);
    if (!pack.hl7v2) throw new TypeError('not an HL7 v2 pack');
    return { ...pack, hl7v2: { ...pack.hl7v2, tables: changed ? { ...tables, [id]: changed } : tables } };
  };
}

const without = (code: string) => (table: TableRow) => {
  const { [code]: _removed, ...codes } = table.codes;
  return { ...table, codes };
};
const removed = () => undefined;

/** Rule, table it reads, a code of that table, a message that uses the code. */
const TABLES: readonly (readonly [string, string, string, string])[] = [
  ['hl7v2/header/pam-msh-11', '0103', 'T', adt('A28')],
  ['hl7v2/identity/pam-pid-3-type', '0203', 'INS', adt('A28')],
  ['hl7v2/identity/pam-pid-5-type', '0200', 'L', adt('A28')],
  ['hl7v2/identity/pam-pid-8', '0001', 'F', adt('A28')],
  ['hl7v2/identity/pam-pid-11-type', '0190', 'BDL', adt('A28')],
  ['hl7v2/identity/pam-pid-32-table', '0445', 'VALI', adt('A28')],
];

test.each(TABLES)('%s follows table %s of the pack', async (name, table, code, message) => {
  expect(await say(name, message, (pack) => pack)).toEqual([]);
  expect(await say(name, message, withTable(table, without(code)))).toHaveLength(1);
  const [reason] = await say(name, message, withTable(table, removed));
  expect(reason).toContain(`table ${table}`);
});

test('PAM-SEG-Z-CONTEXT names the parameter it lacks', async () => {
  const strip = (pack: Pack): Pack => {
    const { segmentContexts: _removed, ...parameters } = pack.parameters;
    return { ...pack, parameters };
  };
  const [reason] = await say('hl7v2/structure/pam-seg-z-context', adt('A28'), strip);
  expect(reason).toContain('segmentContexts');
});

test('PAM-SEG-Z-CONTEXT follows the events that the pack gives', async () => {
  const allow = (pack: Pack): Pack => ({ ...pack, parameters: { ...pack.parameters, segmentContexts: ['ZFA A02'] } });
  const message = withSegment(adt('A02'), 'ZBE', 'ZFA|ACTIF');
  expect(await say('hl7v2/structure/pam-seg-z-context', message, (pack) => pack)).toEqual(['meaningless']);
  expect(await say('hl7v2/structure/pam-seg-z-context', message, allow)).toEqual([]);
});

test.each([
  'header/pam-msh-9-3',
  'structure/pam-seg-order',
  'structure/pam-seg-required',
  'structure/pam-seg-z-context',
])('%s cannot tell about an event the pack does not describe', async (name) => {
  const [reason] = await say(`hl7v2/${name}`, adt('A99'), (pack) => pack);
  expect(reason).toContain('event A99');
});

test('a reason repeats nothing of a message but an event code', async () => {
  const [reason] = await say('hl7v2/structure/pam-seg-order', adt('A28', { 'MSH-9.2': 'DUPONT' }), (pack) => pack);
  expect(reason).not.toContain('DUPONT');
});

test('a required Z segment weighs less in a tolerant pack when the French profile is not declared', async () => {
  const { rule } = await importRule('hl7v2/structure/pam-seg-required');
  const international = { 'MSH-12': '2.5', 'MSH-21': '', ZBE: null };
  const severities: unknown[] = [];
  for (const pack of ['ihe-pam-fr', 'pam-dmn']) {
    const { subject, context } = await subjectOf({ title: pack, message: adt('A01', international), pack });
    for (const said of rule.check(subject, context)) severities.push('severity' in said ? said.severity : 'own');
  }
  expect(severities).toEqual(['own', 'warning']);
});
