import type { CdaDocument } from './cda-document.js';
import {
  attributeOf,
  type CdaCode,
  type CdaIdentifier,
  type CdaNamePart,
  type CdaValue,
  isInsRoot,
  toCode,
  toIdentifier,
  toNamePart,
  toValue,
} from './cda-values.js';
import type { XmlElement } from './xml-tree.js';

export interface CdaPatient {
  readonly ids: readonly CdaIdentifier[];
  /** Those of `ids` whose root is one of the four INS OIDs. */
  readonly ins: readonly CdaIdentifier[];
  readonly family: readonly CdaNamePart[];
  readonly given: readonly CdaNamePart[];
  readonly gender: CdaCode | undefined;
  readonly birthTime: CdaValue | undefined;
  /** INSEE code of the birth place: `birthplace/place/addr/county`. */
  readonly birthPlaceCode: string | undefined;
  /** The patientRole element. */
  readonly node: XmlElement;
}

export interface CdaAuthor {
  readonly ids: readonly CdaIdentifier[];
  readonly code: CdaCode | undefined;
  readonly time: CdaValue | undefined;
  readonly node: XmlElement;
}

export interface CdaRelatedDocument {
  readonly typeCode: string | undefined;
  /** `parentDocument/id`. */
  readonly ids: readonly CdaIdentifier[];
  readonly setId: CdaIdentifier | undefined;
  readonly versionNumber: CdaValue | undefined;
  readonly node: XmlElement;
}

export interface CdaServiceEvent {
  readonly code: CdaCode | undefined;
  readonly ids: readonly CdaIdentifier[];
  readonly low: CdaValue | undefined;
  readonly high: CdaValue | undefined;
  readonly performerIds: readonly CdaIdentifier[];
  readonly practiceSetting: CdaCode | undefined;
  readonly node: XmlElement;
}

/** The header of a document, read part by part when asked for and kept. Nothing missing is an error. */
export class CdaHeader {
  constructor(private readonly document: CdaDocument) {}

  get templateIds(): readonly CdaIdentifier[] {
    return this.#keep('templateIds', () => this.#ids('cda:templateId'));
  }

  get id(): CdaIdentifier | undefined {
    return this.#keep('id', () => this.#ids('cda:id')[0]);
  }

  get setId(): CdaIdentifier | undefined {
    return this.#keep('setId', () => this.#ids('cda:setId')[0]);
  }

  get versionNumber(): CdaValue | undefined {
    return this.#value('cda:versionNumber');
  }

  get code(): CdaCode | undefined {
    return this.#keep('code', () => this.#code('cda:code'));
  }

  /** Text with blanks folded. */
  get title(): string | undefined {
    const [title] = this.document.elements('cda:title');
    return title?.content.replace(/\s+/g, ' ').trim();
  }

  get effectiveTime(): CdaValue | undefined {
    return this.#value('cda:effectiveTime');
  }

  get confidentialityCode(): CdaCode | undefined {
    return this.#code('cda:confidentialityCode');
  }

  get languageCode(): CdaCode | undefined {
    return this.#code('cda:languageCode');
  }

  /** The first recordTarget; rules tell when there is none or several. */
  get patient(): CdaPatient | undefined {
    return this.#keep('patient', () => {
      const [role] = this.document.elements('cda:recordTarget/cda:patientRole');
      return role && this.#patient(role);
    });
  }

  get authors(): readonly CdaAuthor[] {
    return this.#keep('authors', () =>
      this.document.elements('cda:author').map((node) => ({
        ids: this.#ids('cda:assignedAuthor/cda:id', node),
        code: this.#code('cda:assignedAuthor/cda:code', node),
        time: this.#value('cda:time', node),
        node,
      })),
    );
  }

  get custodianId(): CdaIdentifier | undefined {
    return this.#ids('cda:custodian/cda:assignedCustodian/cda:representedCustodianOrganization/cda:id')[0];
  }

  get legalAuthenticatorIds(): readonly CdaIdentifier[] {
    return this.#ids('cda:legalAuthenticator/cda:assignedEntity/cda:id');
  }

  get orderIds(): readonly CdaIdentifier[] {
    return this.#ids('cda:inFulfillmentOf/cda:order/cda:id');
  }

  get relatedDocuments(): readonly CdaRelatedDocument[] {
    return this.#keep('relatedDocuments', () =>
      this.document.elements('cda:relatedDocument').map((node) => ({
        typeCode: attributeOf(node, 'typeCode'),
        ids: this.#ids('cda:parentDocument/cda:id', node),
        setId: this.#ids('cda:parentDocument/cda:setId', node)[0],
        versionNumber: this.#value('cda:parentDocument/cda:versionNumber', node),
        node,
      })),
    );
  }

  /** `documentationOf/serviceEvent`; the first is the main act (reference §1.7). */
  get serviceEvents(): readonly CdaServiceEvent[] {
    return this.#keep('serviceEvents', () =>
      this.document.elements('cda:documentationOf/cda:serviceEvent').map((node) => ({
        code: this.#code('cda:code', node),
        ids: this.#ids('cda:id', node),
        low: this.#value('cda:effectiveTime/cda:low', node),
        high: this.#value('cda:effectiveTime/cda:high', node),
        performerIds: this.#ids('cda:performer/cda:assignedEntity/cda:id', node),
        practiceSetting: this.#code('cda:performer//cda:standardIndustryClassCode', node),
        node,
      })),
    );
  }

  get facilityCode(): CdaCode | undefined {
    return this.#code('cda:componentOf/cda:encompassingEncounter/cda:location/cda:healthCareFacility/cda:code');
  }

  #patient(node: XmlElement): CdaPatient {
    const ids = this.#ids('cda:id', node);
    const county = this.document.text('cda:patient/cda:birthplace/cda:place/cda:addr/cda:county', node).trim();
    return {
      ids,
      ins: ids.filter(({ root }) => isInsRoot(root)),
      family: this.document.elements('cda:patient/cda:name/cda:family', node).map(toNamePart),
      given: this.document.elements('cda:patient/cda:name/cda:given', node).map(toNamePart),
      gender: this.#code('cda:patient/cda:administrativeGenderCode', node),
      birthTime: this.#value('cda:patient/cda:birthTime', node),
      birthPlaceCode: county === '' ? undefined : county,
      node,
    };
  }

  #ids(path: string, context?: XmlElement): CdaIdentifier[] {
    return this.document.elements(path, context).map(toIdentifier);
  }

  #code(path: string, context?: XmlElement): CdaCode | undefined {
    const [node] = this.document.elements(path, context);
    return node && toCode(node);
  }

  #value(path: string, context?: XmlElement): CdaValue | undefined {
    const [node] = this.document.elements(path, context);
    return node && toValue(node);
  }

  readonly #kept = new Map<string, unknown>();

  #keep<Part>(name: string, read: () => Part): Part {
    if (!this.#kept.has(name)) this.#kept.set(name, read());
    return this.#kept.get(name) as Part;
  }
}
