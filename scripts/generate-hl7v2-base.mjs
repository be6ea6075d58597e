// Writes profiles/hl7v2-base/<version>.json from the development package hl7-dictionary: segments, data types, tables
// and message structures of the HL7 v2 versions we need, one row a line. Run it by hand when the dictionary changes.
// With --check, only says whether the files are fresh (exit 1 when they are not).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { definitions, tables } = createRequire(import.meta.url)('hl7-dictionary');
const VERSIONS = ['2.3.1', '2.5', '2.5.1', '2.6'];
const folder = fileURLToPath(new URL('../profiles/hl7v2-base/', import.meta.url));

/** Lists checked by hand: see profiles/hl7v2-base/README.md. */
const CLOSED_TABLES = new Set(['0008', '0103', '0136', '0155']);
/** Their wording where the dictionary's is wrong or says more than the table. */
const CORRECTED_CODES = { '0103': { D: 'Debugging', P: 'Production', T: 'Training' } };

const USAGES = { 1: 'O', 2: 'R', 3: 'C' };
const tableId = (number) => (number === undefined ? null : String(number).padStart(4, '0'));
const typeName = (type) => (type === 'VARIES' ? 'varies' : type);
const clean = (text) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Six cells: name, type, usage, cardinality, length, table. A repetition count of 0 means no limit. */
function row({ desc, datatype, opt, rep, len, table }) {
  const usage = USAGES[opt];
  if (!usage) throw new Error(`unknown optionality ${opt}`);
  const card = `${usage === 'R' ? 1 : 0}..${rep === 0 ? '*' : rep}`;
  return [clean(desc), typeName(datatype), usage, card, len || null, tableId(table)];
}

/** `{PR1 ROL*}*` from the tree of a message; a choice becomes a group of optional segments. */
function grammar(parts) {
  return parts.map((part) => grammarPart(part)).join(' ');
}

function grammarPart({ name, min, max, children, compounds }) {
  const repeats = { '1,1': '', '0,1': '?', '0,0': '*', '1,0': '+' }[`${min},${max}`];
  if (repeats === undefined) throw new Error(`unknown repetition ${min},${max} of ${name}`);
  if (compounds) return `{${compounds.map((part) => `${part.name}?`).join(' ')}}${repeats}`;
  return children ? `{${grammar(children)}}${repeats}` : `${name}${repeats}`;
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

/** 2.6 also lists a data type, ED, among them. */
const ofSegments = (segments) =>
  Object.fromEntries(Object.entries(segments).filter(([name]) => /^[A-Z][A-Z0-9]{2}$/.test(name)));

function dictionaryOf(version) {
  const { segments, fields, messages } = definitions[version];
  const dictionary = {
    segments: mapValues(ofSegments(segments), ({ desc, fields: rows }) => ({
      name: clean(desc),
      fields: rows.map(row),
    })),
    dataTypes: Object.fromEntries(
      Object.entries(fields).map(([type, { desc, subfields }]) => [
        typeName(type),
        { name: clean(desc), components: subfields.map(row) },
      ]),
    ),
    tables: {},
    grammars: {},
  };
  // Structures that name a segment the dictionary does not describe cannot be judged, so they are left out.
  for (const [name, { segments: root }] of Object.entries(messages)) {
    const text = grammar(root.segments ?? []);
    if (text !== '' && text.match(/[A-Z][A-Z0-9]{2}/g).every((segment) => segment in segments))
      dictionary.grammars[name] = text;
  }
  dictionary.tables = tablesUsedBy(dictionary);
  return dictionary;
}

function tablesUsedBy({ segments, dataTypes }) {
  const rows = [
    ...Object.values(segments).flatMap((s) => s.fields),
    ...Object.values(dataTypes).flatMap((t) => t.components),
  ];
  const used = [...new Set(rows.map((cells) => cells[5]).filter((id) => id !== null))].sort();
  return Object.fromEntries(
    used.map((id) => {
      const source = tables[String(Number(id))];
      const codes = CORRECTED_CODES[id] ?? mapValues(source?.values ?? {}, clean);
      return [
        id,
        {
          title: clean(source?.desc ?? '') || `Table ${id}`,
          kind: CLOSED_TABLES.has(id) ? 'closed' : 'suggested',
          codes,
        },
      ];
    }),
  );
}

/** JSON with one row or one small object a line, so that a change reads well. */
function toLines(dictionary) {
  const rows = (list) =>
    list.length === 0 ? '[]' : `[\n${list.map((cells) => `      ${JSON.stringify(cells)}`).join(',\n')}\n    ]`;
  const part = (entries) =>
    `{\n${entries.map(([key, text]) => `    ${JSON.stringify(key)}: ${text}`).join(',\n')}\n  }`;
  const named =
    (key) =>
    ([id, value]) => [id, `{"name": ${JSON.stringify(value.name)}, "${key}": ${rows(value[key])}}`];
  const parts = {
    segments: part(Object.entries(dictionary.segments).map(named('fields'))),
    dataTypes: part(Object.entries(dictionary.dataTypes).map(named('components'))),
    tables: part(Object.entries(dictionary.tables).map(([id, table]) => [id, JSON.stringify(table)])),
    grammars: part(Object.entries(dictionary.grammars).map(([id, text]) => [id, JSON.stringify(text)])),
  };
  return `{\n${Object.entries(parts)
    .map(([key, text]) => `  "${key}": ${text}`)
    .join(',\n')}\n}\n`;
}

const check = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
for (const version of VERSIONS) {
  const file = join(folder, `${version}.json`);
  const text = toLines(dictionaryOf(version));
  JSON.parse(text);
  if (!check) {
    writeFileSync(file, text);
    console.error(`${version}: ${text.length} characters`);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`profiles/hl7v2-base/${version}.json is stale: run node scripts/generate-hl7v2-base.mjs`);
    process.exitCode = 1;
  }
}
