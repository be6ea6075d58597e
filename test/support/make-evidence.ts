import type { EvidenceItem, EvidenceSet, RecordedStep } from '../../src/core/index.js';

type Part = Partial<Omit<EvidenceItem, 'id' | 'size' | 'sha256'>> & Pick<EvidenceItem, 'kind'>;

/** Evidence in memory, item by item, as a recorder would have left it. Every digest is the same: judging reads none. */
export class MadeEvidence {
  readonly items: EvidenceItem[] = [];
  readonly steps: RecordedStep[] = [];
  readonly #bytes = new Map<string, Uint8Array>();
  #step: string | undefined;

  /** What is added until the next call belongs to this step. */
  step(step: Partial<RecordedStep> & Pick<RecordedStep, 'id'>): this {
    this.#step = step.id;
    this.steps.push({ title: { fr: step.id, en: step.id }, ended: { outcome: 'passed' }, ...step });
    return this;
  }

  /** From here on nothing belongs to a step. */
  outsideSteps(): this {
    this.#step = undefined;
    return this;
  }

  document(text: string | Uint8Array, name = 'file.hl7'): string {
    return this.#add({ kind: 'document', name }, text);
  }

  sent(text: string, more: Partial<Part> = {}): string {
    return this.#add({ kind: 'exchange', direction: 'sent', connection: 'c1', ...more }, text);
  }

  received(text: string, answers?: string, more: Partial<Part> = {}): string {
    const link = answers === undefined ? {} : { answers };
    return this.#add({ kind: 'exchange', direction: 'received', connection: 'c1', ...link, ...more }, text);
  }

  silence(answers: string, silence: 'timeout' | 'closed'): string {
    return this.#add({ kind: 'log', answers, connection: 'c1', facts: { silence } }, '');
  }

  handshake(facts: Record<string, string>, connection = 'c1'): string {
    return this.#add({ kind: 'handshake', connection, facts }, '{}');
  }

  violation(code: string, connection = 'c1'): string {
    return this.#add({ kind: 'log', connection, facts: { violation: code, offset: '3', length: '4' } }, 'xxxx');
  }

  set(more: Partial<EvidenceSet> = {}): EvidenceSet {
    return {
      title: { fr: 'Essai', en: 'Trial' },
      incomplete: false,
      items: this.items,
      steps: this.steps,
      bytes: (id) => this.#bytes.get(id) ?? new Uint8Array(),
      ...more,
    };
  }

  #add(part: Part, content: string | Uint8Array): string {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const id = `e${this.items.length + 1}`;
    const common = { id, name: part.name ?? id, mediaType: 'text/plain', sha256: '0'.repeat(64), size: bytes.length };
    this.items.push({ ...common, ...(this.#step !== undefined && { step: this.#step }), ...part });
    this.#bytes.set(id, bytes);
    return id;
  }
}
