import type { Problem, Text } from '../../../src/core/index.js';
import { CdaDocument, loadXmlLibrary } from '../../../src/formats/cda/index.js';
import { loadPack } from '../../../src/packs/index.js';
import type { CdaContext } from '../../../src/rules/cda/context.js';
import { level1, level3 } from '../../../src/rules/cda/example-documents.js';
import { ROW_EXAMPLES, type RowExample } from '../../../src/rules/cda/rows/examples/index.js';
import { type CdaRule, rowRules } from '../../../src/rules/cda/rows/row-rules.js';

await loadXmlLibrary();
const pack = await loadPack('cda-fr');
if (!pack.cda) throw new TypeError('cda-fr is not a CDA pack');
const context: CdaContext = { pack, content: pack.cda.content };
const rules = rowRules(context.content);

/** A note on every level 1: it has nothing to pass. */
const NOTES = ['CDA-N1-013'];
const PLAIN: readonly RowExample[] = [
  { title: 'the plain level 1', document: level1() },
  { title: 'the plain level 3', document: level3() },
];

type Answer = 'inapplicable' | { readonly said: readonly string[]; readonly problems: readonly Problem[] };

function ask(rule: CdaRule, { document: text }: RowExample): Answer {
  const document = CdaDocument.read(Buffer.from(text, 'utf8'));
  try {
    if (rule.appliesTo && !rule.appliesTo(document, context)) return 'inapplicable';
    const answers = [...rule.check(document, context)];
    const said = answers.map((answer) => ('cantTell' in answer ? `cantTell ${answer.cantTell.en}` : tell(answer)));
    return { said, problems: answers.filter((answer): answer is Problem => 'messageId' in answer) };
  } finally {
    document.dispose();
  }
}

/** `messageId path` below ClinicalDocument, with the severity in front when it is not the row's. */
function tell({ messageId, location, severity }: Problem): string {
  const path = location.path.replace(/^\/ClinicalDocument\/?/, '');
  return `${severity === undefined ? '' : `${severity} `}${messageId} ${path}`;
}

const placeholders = (text: string) => [...text.matchAll(/\{([a-zA-Z0-9_]+)\}/g)].map(([, name = '']) => name);

test('every row has examples, and every example a row', () => {
  expect(Object.keys(ROW_EXAMPLES).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test('rows say each thing once', () => {
  const titles = rules.flatMap(({ title }) => [title.fr, title.en]);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { passed = [], failed, inapplicable = [] } = ROW_EXAMPLES[id] ?? { failed: [] };

  test('its texts are in both languages and its source is named', () => {
    const texts = [rule.title, rule.why, rule.repair, ...Object.values(rule.messages)];
    for (const { fr, en } of texts) expect(fr).not.toBe(en);
    for (const { fr, en } of Object.values(rule.messages))
      expect([...new Set(placeholders(en))].sort()).toEqual([...new Set(placeholders(fr))].sort());
    expect(rule.spec.length).toBeGreaterThan(0);
  });

  test('it passes what its examples say passes', () => {
    const plain = PLAIN.filter((example) => ask(rule, example) !== 'inapplicable');
    const clean = plain.filter((example) => !failed.some(({ document }) => document === example.document));
    const examples = [...passed, ...clean];
    if (!NOTES.includes(id)) expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect([example.title, ask(rule, example)]).toEqual([example.title, NOTHING]);
  });

  test('it finds exactly what its examples list, with every message', () => {
    const shown = new Set<string>();
    for (const { findings, ...example } of failed) {
      const answer = ask(rule, example);
      if (answer === 'inapplicable') throw new Error(`${example.title}: the row does not apply`);
      expect([example.title, answer.said]).toEqual([example.title, findings]);
      for (const problem of answer.problems) {
        shown.add(problem.messageId);
        const { fr } = rule.messages[problem.messageId] as Text;
        expect([example.title, placeholders(fr).filter((name) => problem.data?.[name] === undefined)]).toEqual([
          example.title,
          [],
        ]);
      }
    }
    expect([...shown].sort()).toEqual(Object.keys(rule.messages).sort());
  });

  test('it does not apply where its examples say so', () => {
    const examples = [...inapplicable, ...PLAIN.filter((example) => ask(rule, example) === 'inapplicable')];
    for (const example of examples)
      expect([example.title, ask(rule, example)]).toEqual([example.title, 'inapplicable']);
    const row = context.content.rows.find((each) => each.id === id);
    const always =
      row?.level === undefined && row?.checks.some((check) => check.context === '.' || check.context === '/*');
    if (!always) expect(examples.length).toBeGreaterThan(0);
  });
});

const NOTHING: Answer = { said: [], problems: [] };
