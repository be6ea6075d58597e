// Starts a rule: its file and its examples, which fail the tests until they are written.
//   node scripts/new-rule.mjs hl7v2/identity/PAM-XYZ [--subject hl7v2/sequence]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a rule of each subject looks at, and what it may consult: type, file of the type. */
const SUBJECTS = {
  'hl7v2/message': ['Hl7v2Message', 'formats/hl7v2/index', 'Hl7v2Context', 'rules/hl7v2/context'],
  'hl7v2/exchange': ['Hl7v2Exchange', 'rules/hl7v2/context', 'Hl7v2Context', 'rules/hl7v2/context'],
  'hl7v2/sequence': ['Hl7v2Sequence', 'rules/hl7v2/context', 'Hl7v2Context', 'rules/hl7v2/context'],
  'wire/handshake': ['Handshake', 'rules/wire/context', 'WireContext', 'rules/wire/context'],
  'wire/stream': ['WireStream', 'rules/wire/context', 'WireContext', 'rules/wire/context'],
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { subject: { type: 'string' } } });
const match = /^((?:hl7v2|wire)(?:\/[a-z0-9-]+)*)\/([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)$/.exec(
  positionals[0] ?? '',
);
if (!match || positionals.length !== 1) {
  stop('Usage: node scripts/new-rule.mjs hl7v2/identity/PAM-XYZ [--subject hl7v2/sequence]');
}
const [, folder, name] = match;
const [format] = folder.split('/');
const subject = values.subject ?? (format === 'wire' ? 'wire/handshake' : 'hl7v2/message');
if (!Object.hasOwn(SUBJECTS, subject)) stop(`Unknown subject ${subject}; one of ${Object.keys(SUBJECTS).join(', ')}`);

const rulePath = join(root, 'src/rules', folder, `${name.toLowerCase()}.ts`);
const examplesPath = rulePath.replace(/\.ts$/, '.examples.ts');
for (const path of [rulePath, examplesPath]) if (existsSync(path)) stop(`${shown(path)} exists already`);

mkdirSync(dirname(rulePath), { recursive: true });
writeFileSync(rulePath, ruleText());
writeFileSync(examplesPath, examplesText());
console.error(`Wrote ${shown(rulePath)} and ${shown(examplesPath)}.
Write the failing example first, then check(). Test it with: npm test -- test/rules/examples -t ${folder}/${name.toLowerCase()}`);

function ruleText() {
  const [type, typeFile, context, contextFile] = SUBJECTS[subject];
  const imports = new Map([
    ['core/index', ['defineRule']],
    [typeFile, [`type ${type}`]],
  ]);
  imports.set(contextFile, [...(imports.get(contextFile) ?? []), `type ${context}`].sort());
  const exportName = name.toLowerCase().replace(/-([a-z0-9])/g, (_, char) => char.toUpperCase());
  return `${[...imports].map(([file, names]) => importLine(file, names)).join('\n')}

export const ${exportName} = defineRule<${type}, ${context}, 'wrong'>({
  id: '${/[A-Z]/.test(name) ? name : `${format}/${name}`}',
  subject: '${subject}',
  title: { fr: '', en: '' },
  // What breaks at the receiver when the rule is broken.
  why: { fr: '', en: '' },
  // What to change, concretely.
  repair: { fr: '', en: '' },
  severity: 'error',
  trust: 'national',
  spec: [],
  messages: {
    // What was found, what was expected, where, next step. problemAt fills path, found and expected.
    wrong: { fr: '', en: '' },
  },
  *check() {},
});
`;
}

function examplesText() {
  return `${importLine('rules/examples', ['type Examples'])}

/** At least one of each; \`inapplicable\` only when the rule has \`appliesTo\`. A failed example lists all its findings. */
export const examples: Examples = {
  passed: [],
  failed: [],
};
`;
}

function importLine(file, names) {
  const path = relative(dirname(rulePath), join(root, 'src', `${file}.js`))
    .split(sep)
    .join('/');
  const from = path.startsWith('.') ? path : `./${path}`;
  const onlyTypes = names.every((each) => each.startsWith('type '));
  const list = names.map((each) => (onlyTypes ? each.replace('type ', '') : each)).join(', ');
  return `import ${onlyTypes ? 'type ' : ''}{ ${list} } from '${from}';`;
}

function shown(path) {
  return relative(root, path).split(sep).join('/');
}

function stop(reason) {
  console.error(reason);
  process.exit(3);
}
