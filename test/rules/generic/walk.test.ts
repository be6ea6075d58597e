import fc from 'fast-check';
import type { Component, Element, Field, Repetition } from '../../../src/formats/hl7v2/index.js';
import { Hl7v2Message } from '../../../src/formats/hl7v2/index.js';
import { type Hl7v2Profile, loadPack } from '../../../src/packs/index.js';
import { adt } from '../../../src/rules/hl7v2/example-messages.js';
import { conditionBroken } from '../../../src/rules/hl7v2/generic/condition.js';
import { type ElementPlan, isCodedType, rowsOf, type TypePlan } from '../../../src/rules/hl7v2/generic/rows.js';
import { partOf, walkOf } from '../../../src/rules/hl7v2/generic/walk.js';

/**
 * The walk leaves out what surely keeps to its row, by looking at bytes. Here the same is found the plain way, element
 * by element, and what breaks a row must be in the walk.
 */
class PlainSearch {
  readonly faults: string[] = [];
  readonly #types: ReadonlyMap<string, TypePlan>;

  constructor(
    readonly message: Hl7v2Message,
    readonly profile: Hl7v2Profile,
  ) {
    const { segments, types } = rowsOf(profile);
    this.#types = types;
    for (const segment of message.segments) {
      const plan = segments.get(segment.name);
      for (const field of plan ? segment.fields() : []) {
        const row = plan?.fields[field.position];
        if (row && field.isValued) this.#field(field, row);
      }
    }
  }

  #field(field: Field, plan: ElementPlan): void {
    if (plan.isSpecial || field.length > plan.maxLength || field.repetitions.length > plan.maxCount) {
      this.#tell('fields', field);
    }
    if (plan.isForbidden || plan.isJudgedInside || field.isLiteral) return;
    const varies = field.segment.name === 'OBX' ? this.#types.get(field.segment.field(2).text) : undefined;
    const type = plan.row.type === 'varies' ? varies : plan.type;
    for (const repetition of field.repetitions) if (type) this.#value(repetition, plan, type, true);
  }

  #value(element: Repetition | Component, plan: ElementPlan, type: TypePlan, isJudged: boolean): void {
    if (element.isEmpty || element.isNull) return;
    if (type.isPrimitive) {
      this.#leaf(element, plan, type);
      return;
    }
    const parts: readonly Element[] = 'subcomponents' in element ? element.subcomponents : element.components;
    const isBeyond = parts.slice(type.components.length - 1).some((part) => part.isValued);
    if (isBeyond || (isJudged && this.#lacks(element, type))) this.#tell('composites', element);
    for (const [index, part] of parts.entries()) {
      const row = type.components[index + 1];
      if (!row || !part.isValued) continue;
      if (row.isSpecial || part.length > row.maxLength) this.#tell('components', part);
      if (row.isForbidden || !row.type) continue;
      if (row.type.isPrimitive) this.#leaf(part, row, row.type);
      else if ('subcomponents' in part) this.#value(part as Component, row, row.type, row.isJudged);
    }
    const [code] = parts;
    if (plan.coded && isCodedType(type.name) && code && !code.isEmpty) this.#code(code, plan);
  }

  #lacks(element: Repetition | Component, type: TypePlan): boolean {
    const scope = {
      message: this.message,
      segment: element.segment,
      partAt: (position: number) => partOf(element, position),
    };
    return (
      (element.isValued && type.required.some(({ row }) => !partOf(element, row.position).isValued)) ||
      type.conditional.some(({ row }) => conditionBroken(row, partOf(element, row.position), scope) !== undefined)
    );
  }

  #leaf(element: Element, plan: ElementPlan, type: TypePlan): void {
    if (element.isNull) return;
    if (type.format && !type.format.fits(element.text)) this.#tell('leaves', element);
    if (/[\^&]/.test(element.raw)) this.#tell('splits', element);
    this.#code(element, plan);
  }

  #code(element: Element, { coded }: ElementPlan): void {
    if (!coded?.table || element.isNull) return;
    if (!Object.hasOwn(coded.table.codes, element.text)) this.#tell('codes', element);
  }

  #tell(list: string, element: Element): void {
    this.faults.push(`${list} ${element.path}`);
  }
}

function walked(message: Hl7v2Message, profile: Hl7v2Profile): Set<string> {
  const walk = walkOf(message, profile);
  const lists = ['fields', 'composites', 'components', 'leaves', 'splits', 'codes'] as const;
  return new Set(lists.flatMap((list) => walk[list].map(({ element }) => `${list} ${element.path}`)));
}

/** Pieces that make and break rows when they are put anywhere. */
const PIECES = [
  '|',
  '^',
  '~',
  '&',
  '""',
  'A',
  '1',
  'ISO',
  'INS-NIR',
  '20260101',
  '  ',
  '\\T\\',
  'é',
  '^^^',
  '&&',
  '~~',
];

const edits = fc.array(
  fc.record({ at: fc.nat(2000), cut: fc.integer({ min: 0, max: 12 }), piece: fc.constantFrom(...PIECES) }),
  { maxLength: 8 },
);

describe('the walk of the generic rules', () => {
  it.each(['ihe-pam-fr', 'hl7v2-base'])('leaves out nothing that breaks a row of %s', async (name) => {
    const profile = (await loadPack(name)).hl7v2;
    if (!profile) throw new Error(`${name} has no profile`);
    let broken = 0;
    const run = (message: Hl7v2Message) => {
      const { faults } = new PlainSearch(message, profile);
      broken += faults.length;
      const found = walked(message, profile);
      expect(faults.filter((fault) => !found.has(fault))).toEqual([]);
    };
    fc.assert(
      fc.property(fc.constantFrom('A01', 'A28', 'A40'), edits, (event, list) => {
        const original = adt(event);
        // The header stays: a message without it is not read at all.
        const from = original.indexOf('\r') + 1;
        const body = list.reduce((text, { at, cut, piece }) => {
          const start = at % text.length;
          return text.slice(0, start) + piece + text.slice(start + cut);
        }, original.slice(from));
        run(new Hl7v2Message(Buffer.from(original.slice(0, from) + body)));
      }),
      { numRuns: 400 },
    );
    expect(broken).toBeGreaterThan(1000);
  });
});
