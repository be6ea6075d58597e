import { loadXmlLibrary, sameCdaIdentifier } from '../../formats/cda/index.js';
import { transmitsCda } from '../../formats/hl7v2/carried-documents.js';
import type { Hl7v2Message } from '../../formats/hl7v2/index.js';
import { ACCEPTED, type Answer, refuse } from './answer.js';
import type { PamConsumer } from './consumer.js';
import type { DocumentId, FiledDocument } from './filed-document.js';
import type { Patient } from './patient.js';
import type { PatientStore } from './patient-store.js';
import { readIdentifiers, readIns } from './read-identity.js';
import { type ReceivedDocument, readReceived } from './received-documents.js';

const VERSIONS = new Set(['2.5', '2.5.1', '2.6']);
const MAX_DOCUMENTS = 1000;

/**
 * The reference DMN as receiver of CDA documents (ORU^R01, MDM^T02, T10, T04): files, replaces, deletes (reference
 * §7.8; cda-n1-n3 §3.5, §3.6). Choices of ours, where the part says nothing: a document does not create its patient
 * (204), its INS must be the one of PID-3 (204), a known id is not filed twice (205), what is replaced or deleted must be
 * there (204), and half of a pair that came in one message is not replaced or deleted alone (207).
 */
export class DocumentConsumer {
  constructor(private readonly store: PatientStore) {}

  /** Files one message; nothing is kept when the answer is negative. `loadXmlLibrary` must have been awaited. */
  consume(message: Hl7v2Message): Answer {
    if (!VERSIONS.has(message.version)) return refuse('203', 'MSH-12', 'Version HL7 non prise en charge');
    if (!message.first('PID')) return refuse('100', 'PID', 'Segment PID absent');
    const identifiers = message.field('PID', 3);
    if (!identifiers.isValued) return refuse('101', 'PID-3', 'Identifiant du patient PID-3 absent');
    const ins = readIns(identifiers).carried;
    const patient = this.store.find(readIdentifiers(identifiers)) ?? this.store.findByIns(ins);
    if (!patient) return refuse('204', 'PID-3', 'Patient inconnu');
    const received = readReceived(message);
    if ('code' in received) return received;
    for (const one of received) {
      const isOther = one.ins.some(({ root, extension }) =>
        ins.every(({ matricule, oid }) => matricule !== extension || oid !== root),
      );
      if (isOther && ins.length > 0) return refuse('204', 'PID-3', 'Le document parle d’un autre patient');
    }
    const answer = new Filing(patient, received).run();
    if (answer === ACCEPTED) patient.history.push(message.event);
    return answer;
  }
}

/** What the reference DMN does with a message: PAM, or CDA documents for the patients that PAM made known. */
export async function integrate(message: Hl7v2Message, consumer: PamConsumer): Promise<Answer> {
  if (!transmitsCda(message)) return consumer.consume(message);
  await loadXmlLibrary();
  return new DocumentConsumer(consumer.store).consume(message);
}

/** One message against what the patient's record holds: everything is decided, then everything is done. */
class Filing {
  readonly #done: (() => void)[] = [];
  /** Documents this message replaces or deletes. */
  readonly #left = new Set<FiledDocument>();

  constructor(
    private readonly patient: Patient,
    private readonly received: readonly ReceivedDocument[],
  ) {}

  run(): Answer {
    for (const one of this.received) {
      const refusal = one.act === 'F' ? this.#file(one) : one.act === 'C' ? this.#replace(one) : this.#delete(one);
      if (refusal) return refusal;
    }
    const refusal = this.#halfLeftBehind();
    if (refusal) return refusal;
    for (const act of this.#done) act();
    return ACCEPTED;
  }

  #file({ document, replaces, path }: ReceivedDocument): Answer | undefined {
    if (replaces.length > 0) return refuse('102', path, 'Premier envoi d’un document qui en remplace un autre');
    return this.#keep(document, path);
  }

  #replace({ document, replaces, path }: ReceivedDocument): Answer | undefined {
    const [parent] = replaces;
    if (!parent) return refuse('102', path, 'Remplacement sans lien RPLC');
    const before = this.#current(parent);
    if (!before) return refuse('204', path, 'Le document à remplacer n’est pas au dossier');
    if (before.level !== document.level) return refuse('102', path, 'Un niveau en remplace un autre');
    this.#leave(before, 'replaced');
    return this.#keep(document, path);
  }

  #delete({ document, path }: ReceivedDocument): Answer | undefined {
    const known = this.#current(document.id);
    if (!known) return refuse('204', path, 'Le document à supprimer n’est pas au dossier');
    this.#leave(known, 'deleted');
    return undefined;
  }

  #keep(document: FiledDocument, path: string): Answer | undefined {
    const { documents } = this.patient;
    if (documents.some(({ id }) => sameCdaIdentifier(id, document.id)))
      return refuse('205', path, 'Ce document est déjà au dossier');
    if (documents.length >= MAX_DOCUMENTS)
      return refuse('207', undefined, `Le DMN de référence garde ${MAX_DOCUMENTS} documents par patient au plus`);
    this.#done.push(() => documents.push(document));
    return undefined;
  }

  #leave(document: FiledDocument, state: 'replaced' | 'deleted'): void {
    this.#left.add(document);
    this.#done.push(() => {
      document.state = state;
    });
  }

  /** Both halves of a pair go together (reference §3.1, P-j). */
  #halfLeftBehind(): Answer | undefined {
    for (const { messageId } of this.#left) {
      const other = this.patient.documents.find(
        (one) => one.messageId === messageId && one.state === 'current' && !this.#left.has(one),
      );
      if (other) return refuse('207', 'OBX', 'L’autre moitié de la paire n’est pas dans ce message');
    }
    return undefined;
  }

  #current(id: DocumentId): FiledDocument | undefined {
    return this.patient.documents.find((one) => one.state === 'current' && sameCdaIdentifier(one.id, id));
  }
}
