// One page for each rule: what, why, how to repair, findings, and its examples, run as the tests run them.
import { both, cell, GENERATED, SEVERITY, SUBJECT, TRUST } from './words.mjs';

export async function rulePage({ rule, examples }, catalogue) {
  const { id, title, why, repair, messages } = rule;
  const findings = (language) =>
    Object.entries(messages).map(([messageId, text]) => `- \`${messageId}\` : ${asCode(text[language])}`);
  return [
    GENERATED,
    `# ${id}`,
    `**${title.fr}** — ${title.en}`,
    facts(rule),
    '## Pourquoi',
    prose(why.fr),
    '## Comment réparer',
    prose(repair.fr),
    '## Constats possibles',
    findings('fr').join('\n'),
    '## Why',
    prose(why.en),
    '## How to repair',
    prose(repair.en),
    '## Possible findings',
    findings('en').join('\n'),
    ...(await exampleParts(rule, examples, catalogue)),
    '',
  ].join('\n\n');
}

function facts(rule) {
  const rows = [
    ['Gravité / Severity', both(SEVERITY[rule.severity]) + (rule.french ? FRENCH : '')],
    ['Porte sur / Looks at', both(SUBJECT[rule.subject])],
    ['Autorité / Trust', both(TRUST[rule.trust])],
    ['Source', rule.spec.map(toSource).join(' ; ')],
  ];
  if (rule.hl7Error) {
    const others = Object.entries(rule.hl7ErrorOf ?? {}).map(([messageId, code]) => `${code} (${messageId})`);
    rows.push(['Code HL7 0357 / HL7 0357 code', [rule.hl7Error, ...others].join(', ')]);
  }
  if (rule.requirementIds?.length) rows.push(['Exigences / Requirements', rule.requirementIds.join(', ')]);
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${cell(value)} |`)].join('\n');
}

const FRENCH =
  ' ; obligation française, abaissée d’un cran par le pack `pam-dmn` quand le message ne déclare pas le profil / French obligation, one step lighter in pack `pam-dmn` when the message does not declare the profile';

const toSource = ({ standard, section, url }) => (url ? `[${standard} ${section}](${url})` : `${standard} ${section}`);

/** An element named in a sentence must not become one of the page. */
const prose = (text) => text.replace(/</g, '&lt;');

/** `{path}` and `<` mean something to Markdown readers: texts of findings stand as code. */
const asCode = (text) => `\`${text.replace(/`/g, "'")}\``;

async function exampleParts(rule, examples, catalogue) {
  const parts = ['## Exemples / Examples'];
  for (const example of examples.failed) parts.push(...(await failedExample(rule, example, catalogue)));
  for (const example of examples.passed) parts.push(`### ✓ ${example.title}`, show(example));
  for (const example of examples.inapplicable ?? []) {
    parts.push(`### – ${example.title}`, 'Hors de portée de la règle. / The rule does not apply.', show(example));
  }
  return parts;
}

/** What the rule really says about its example: the page cannot promise what the code does not do. */
async function failedExample(rule, example, { subjectOf, fillTemplate }) {
  const { subject, context } = await subjectOf(example);
  const said = [...rule.check(subject, context)].filter((problem) => 'messageId' in problem);
  const lines = said.flatMap(({ messageId, location, data, severity }) => {
    const text = (language) => fillTemplate(rule.messages[messageId][language], data);
    const weight = both(SEVERITY[severity ?? rule.severity]);
    return [`- ${weight}, \`${location.path}\``, `  - ${asCode(text('fr'))}`, `  - ${asCode(text('en'))}`];
  });
  return [`### ✗ ${example.title}`, show(example), lines.join('\n')];
}

function show(example) {
  const notes = [];
  if (example.pack) notes.push(`Pack : \`${example.pack}\``);
  if (example.parameters) notes.push(`Paramètres / parameters : \`${JSON.stringify(example.parameters)}\``);
  return [...notes, fence(subjectText(example))].join('\n\n');
}

function subjectText(example) {
  const { message, file, exchange, sequence } = example;
  if (exchange) return exchangeText(exchange);
  if (sequence) {
    return sequence
      .map((entry) => (typeof entry === 'string' ? entry : `${entry.message}\r# accepted: ${entry.accepted}`))
      .map(segments)
      .join('\n\n');
  }
  const bytes = example.fhir?.resource instanceof Uint8Array ? example.fhir.resource : undefined;
  const content = message ?? file ?? bytes ?? Object.values(subjectOnly(example)).find(isText);
  return content === undefined ? JSON.stringify(subjectOnly(example), null, 2) : segments(content);
}

const isText = (value) => typeof value === 'string' || value instanceof Uint8Array;

/** Whatever kind of subject it is: what is left without the words about it. */
function subjectOnly({ title: _title, pack: _pack, parameters: _parameters, findings: _findings, ...subject }) {
  return subject;
}

function exchangeText({ sent, answers, silence, judgedSent }) {
  const notes = [
    ...(judgedSent
      ? [`# judged: ${judgedSent.failed ? 'failed' : 'passed'} ${judgedSent.hl7Errors.join(' ')}`.trim()]
      : []),
    ...(silence ? [`# no answer: ${silence}`] : []),
  ];
  return [segments(sent), ...notes, ...answers.map((answer) => `\n${segments(answer)}`)].join('\n');
}

/** One segment a line; control characters and bytes above 0x7F of byte examples as `\xHH`. */
function segments(content) {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(/\n+$/, '')
    .replace(typeof content === 'string' ? /[\x00-\x08\x0b-\x1f]/g : /[\x00-\x08\x0b-\x1f\x7f-\xff]/g, (char) => {
      return `\\x${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    });
}

const fence = (text) => `\`\`\`text\n${shorten(text)}\n\`\`\``;

/** Examples of length hold thousands of the same character. */
const shorten = (text) => text.replace(/(.)\1{199,}/g, (run, char) => `${char.repeat(20)}… (${run.length} × ${char})`);
